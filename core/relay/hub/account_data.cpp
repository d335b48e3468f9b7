#include "core/relay/hub/account_data.h"

#include "core/net/async/deadline.h"
#include "core/relay/ports/account_data_store.h"
#include "core/relay/ports/account_store.h"
#include "core/relay/ports/address_store.h"
#include "core/relay/ports/channel_store.h"
#include "core/relay/ports/community_stores.h"
#include "core/relay/ports/follow_store.h"
#include "core/relay/ports/friend_store.h"
#include "core/relay/ports/page_store.h"
#include "core/relay/ports/room_store.h"
#include "core/relay/ports/session_store.h"

namespace footlight::relay::hub {
namespace {

constexpr std::size_t kAtATime = 1'000;
/// Of messages and of followed channels: far more than anybody has.
constexpr std::size_t kMost = 1'000'000;
/// Taken off in some milliseconds.
constexpr std::size_t kRowsAtATime = 250;
/// Of whoever said no more than that, nothing is left when they are told that they are deleted.
constexpr int kTimesAtOnce = 20;
constexpr std::chrono::milliseconds kBreath{5};
constexpr std::chrono::seconds kRest{5};
constexpr std::chrono::hours kLookAgain{1};

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
    if (!email || !sessions || !follows || !friends || !lines) {
        return fail(ErrorCategory::Unavailable, "store.failed", "what is kept of an account cannot be read");
    }
    all.email = *email;
    for (const auto& one : *sessions) {
        all.sessions.push_back({one.id, one.device, one.addressHash, one.createdAt, one.lastUsedAt,
                                one.expiresAt, false, one.isOwnApp ? std::optional(true) : std::nullopt});
    }
    for (const auto& one : *follows) {
        all.follows.push_back(one.channel.name);
    }
    for (const auto& one : *friends) {
        all.friends.push_back(one.account.name);
    }
    all.messages = std::move(*lines);
    if (auto gathered = gatherChannel(account, all); !gathered) {
        return fail(std::move(gathered.error()));
    }
    if (auto gathered = gatherAudience(account, all); !gathered) {
        return fail(std::move(gathered.error()));
    }
    return all;
}

Result<> AccountData::gatherChannel(const accounts::Account& account, wire::AccountExport& all) {
    const auto channel = reading_.stores.channels.find(account.name);
    if (!channel) {
        return fail(channel.error());
    }
    if (!*channel || !mayManage(account, **channel)) {
        return {};
    }
    const auto id = (*channel)->id;
    auto& pages = reading_.stores.community.pages;
    const auto page = pages.find(id);
    const auto avatar = pages.picture(id, PictureKind::Avatar);
    const auto banner = pages.picture(id, PictureKind::Banner);
    const auto emotes = reading_.stores.rooms.emotes(id);
    if (!page || !avatar || !banner || !emotes) {
        return fail(ErrorCategory::Unavailable, "store.failed", "what a channel shows cannot be read");
    }
    all.channelTitle = (*channel)->title;
    all.channelDescription = page->description;
    all.avatar = *avatar ? std::optional((*avatar)->hash) : std::nullopt;
    all.banner = *banner ? std::optional((*banner)->hash) : std::nullopt;
    for (const auto& emote : *emotes) {
        all.emotes.push_back(emote.name);
    }
    return {};
}

Result<> AccountData::gatherAudience(const accounts::Account& account, wire::AccountExport& all) {
    const auto kept = reading_.stores.community.accountData.audience(account.id);
    if (!kept) {
        return fail(kept.error());
    }
    all.showWatching = kept->showsWatching;
    for (const auto& vote : kept->votes) {
        all.votes.push_back({vote.channel, vote.question, vote.option, vote.at});
    }
    for (const auto& question : kept->questions) {
        all.questions.push_back({question.channel, question.text, question.at, question.answeredAt});
    }
    for (const auto& upvote : kept->upvotes) {
        all.upvotes.push_back({upvote.channel, upvote.text, upvote.at});
    }
    for (const auto& role : kept->roles) {
        all.roles.push_back({role.channel, role.role, role.since});
    }
    for (const auto& one : kept->restrictions) {
        all.restrictions.push_back({one.channel, one.reason, one.since, one.until});
    }
    return {};
}

net::Task<Result<wire::AccountExport>> AccountData::tell(accounts::Account account) {
    auto work = [this, account] { return gather(account); };
    co_return co_await reading_.pool.run(std::move(work));
}

Result<AccountData::Erased> AccountData::eraseNow(const accounts::Account& account) {
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
    const auto channel = stores_.channels.find(account.name);
    if (!channel) {
        return fail(channel.error());
    }
    Erased erased{"deleted-" + text.substr(text.size() - 12), ""};
    if (*channel && mayManage(account, **channel)) {
        const auto settings = stores_.channels.settings((*channel)->id);
        erased.slate = settings ? settings->slate : "";
    }
    if (auto done = stores_.community.accountData.erase(account.id, erased.name); !done) {
        return fail(std::move(done.error()));
    }
    return erased;
}

net::Task<Result<std::string>> AccountData::erase(accounts::Account account) {
    auto work = [this, account] { return eraseNow(account); };
    auto erased = co_await database_.run(std::move(work));
    if (!erased) {
        co_return fail(std::move(erased.error()));
    }
    if (erased_) {
        erased_(erased->slate);
    }
    Result<bool> isLeft = true;
    for (int i = 0; i < kTimesAtOnce && isLeft && *isLeft; ++i) {
        isLeft = co_await eraseSome();
    }
    left_.notify();
    co_return std::move(erased->name);
}

net::Task<Result<bool>> AccountData::eraseSome() {
    auto work = [this] { return stores_.community.accountData.eraseSome(kRowsAtATime); };
    co_return co_await database_.run(std::move(work));
}

net::Task<> AccountData::eraseRest() {
    for (;;) {
        const auto isLeft = co_await eraseSome();
        if (!isLeft) {
            co_await net::pause(kRest);  // the disk's own trouble, which others tell of
        } else if (*isLeft) {
            co_await net::pause(kBreath);
        } else {
            co_await left_.wait(kLookAgain);
        }
    }
}

}  // namespace footlight::relay::hub
