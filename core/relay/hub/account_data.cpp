#include "core/relay/hub/account_data.h"

#include "core/net/async/deadline.h"
#include "core/relay/ports/account_data_store.h"
#include "core/relay/ports/account_store.h"
#include "core/relay/ports/channel_store.h"
#include "core/relay/ports/community_stores.h"

namespace footlight::relay::hub {
namespace {

/// Taken off in some milliseconds.
constexpr std::size_t kRowsAtATime = 250;
/// Of whoever said no more than that, nothing is left when they are told that they are deleted.
constexpr int kTimesAtOnce = 20;
constexpr std::chrono::milliseconds kBreath{5};
constexpr std::chrono::seconds kRest{5};
constexpr std::chrono::hours kLookAgain{1};

}  // namespace

AccountData::AccountData(Stores stores, net::WorkPool& database) : stores_(stores), database_(database) {}

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
    co_return std::move(erased->name);
}

net::Task<> AccountData::eraseLines() {
    Result<bool> isLeft = true;
    for (int i = 0; i < kTimesAtOnce && isLeft && *isLeft; ++i) {
        isLeft = co_await eraseSome();
    }
    left_.notify();
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
