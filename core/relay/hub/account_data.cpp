#include "core/relay/hub/account_data.h"

#include "core/relay/ports/account_data_store.h"
#include "core/relay/ports/account_store.h"
#include "core/relay/ports/address_store.h"
#include "core/relay/ports/channel_store.h"
#include "core/relay/ports/community_stores.h"
#include "core/relay/ports/follow_store.h"
#include "core/relay/ports/friend_store.h"
#include "core/relay/ports/page_store.h"
#include "core/relay/ports/session_store.h"

namespace footlight::relay::hub {
namespace {

constexpr std::size_t kAtATime = 1'000;
/// Of messages and of followed channels: far more than anybody has.
constexpr std::size_t kMost = 1'000'000;

Result<std::vector<wire::OwnLine>> linesOf(AccountDataStore& store, UserId user) {
    std::vector<wire::OwnLine> lines;
    std::optional<MessageId> after;
    for (;;) {
        const auto page = store.messages(user, after, kAtATime);
        if (!page) {
            return fail(page.error());
        }
        for (const auto& message : *page) {
            lines.push_back({message.channel, message.text, message.at});
        }
        if (page->size() < kAtATime || lines.size() >= kMost) {
            return lines;
        }
        after = page->back().id;
    }
}

}  // namespace

AccountData::AccountData(Stores stores, net::WorkPool& database, Reading reading, const Clock& clock)
    : stores_(stores), database_(database), reading_(reading), clock_(clock) {}

Result<wire::AccountExport> AccountData::gather(const accounts::Account& account) {
    auto& stores = reading_.stores;
    wire::AccountExport all;
    all.user = {account.id, account.name};
    all.at = clock_.utcNow();
    const auto email = stores.community.addresses.addressOf(account.id);
    const auto sessions = stores.sessions.list(account.id, all.at);
    const auto follows = stores.follows.page(account.id, "", kMost);
    const auto friends = stores.community.friends.list(account.id);
    auto lines = linesOf(stores.community.accountData, account.id);
    const auto channel = stores.channels.find(account.name);
    if (!email || !sessions || !follows || !friends || !lines || !channel) {
        return fail(ErrorCategory::Unavailable, "store.failed", "what is kept of an account cannot be read");
    }
    all.email = *email;
    for (const auto& one : *sessions) {
        all.sessions.push_back(
            {one.id, one.device, one.addressHash, one.createdAt, one.lastUsedAt, one.expiresAt, false});
    }
    for (const auto& one : *follows) {
        all.follows.push_back(one.channel.name);
    }
    for (const auto& one : *friends) {
        all.friends.push_back(one.account.name);
    }
    all.messages = std::move(*lines);
    if (*channel && mayManage(account, **channel)) {
        const auto page = stores.community.pages.find((*channel)->id);
        if (!page) {
            return fail(page.error());
        }
        all.channelTitle = (*channel)->title;
        all.channelDescription = page->description;
    }
    return all;
}

net::Task<Result<wire::AccountExport>> AccountData::tell(accounts::Account account) {
    auto work = [this, account] { return gather(account); };
    co_return co_await reading_.pool.run(std::move(work));
}

Result<std::string> AccountData::eraseNow(const accounts::Account& account) {
    const auto found = stores_.accounts.find(account.id);
    if (!found) {
        return fail(found.error());
    }
    if (*found && (*found)->role == AccountRole::Owner) {
        return fail(ErrorCategory::Conflict, "account.owns_relay",
                    "The relay is yours: delete its data folder to be rid of everything.");
    }
    // The end of the id is random: nobody's name by chance, and known to nobody before.
    const auto text = account.id.text();
    auto name = "deleted-" + text.substr(text.size() - 12);
    if (auto erased = stores_.community.accountData.erase(account.id, name); !erased) {
        return fail(std::move(erased.error()));
    }
    return name;
}

net::Task<Result<std::string>> AccountData::erase(accounts::Account account) {
    auto work = [this, account] { return eraseNow(account); };
    co_return co_await database_.run(std::move(work));
}

}  // namespace footlight::relay::hub
