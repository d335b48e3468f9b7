#include "core/relay/hub/friend_service.h"

#include "core/relay/ports/account_store.h"
#include "core/relay/ports/community_stores.h"

namespace footlight::relay::hub {
namespace {

/// Also those who were only asked.
constexpr std::size_t kMost = 900;
constexpr std::chrono::hours kUnanswered{24 * 30};

Result<accounts::Account> personNamed(AccountStore& accounts, const std::string& name) {
    auto found = accounts.find(name);
    if (!found) {
        return fail(std::move(found.error()));
    }
    if (!*found) {
        return fail(ErrorCategory::NotFound, "account.unknown", "There is nobody called " + name + ".");
    }
    return (*found)->account;
}

wire::Friendship toWire(Friendship how) {
    return how == Friendship::Friends ? wire::Friendship::Friends
           : how == Friendship::Asked ? wire::Friendship::Asked
                                      : wire::Friendship::WasAsked;
}

/// What one call changed.
struct Step {
    accounts::Account other;
    Friendship how = Friendship::Asked;
    bool isNew = false;
};

}  // namespace

FriendService::FriendService(Stores stores, net::WorkPool& database, const Online& online, NewsDesk& audience,
                             const Clock& clock)
    : stores_(stores), database_(database), online_(online), audience_(audience), clock_(clock) {}

net::Task<Result<>> FriendService::befriend(accounts::Account account, std::string other) {
    if (audience_.isBehind()) {
        co_return fail(ErrorCategory::Unavailable, "news.behind", "too much waits to be told already");
    }
    const auto now = clock_.utcNow();
    auto work = [this, account, other, now]() -> Result<Step> {
        const auto found = personNamed(stores_.accounts, other);
        if (!found) {
            return fail(found.error());
        }
        if (found->id == account.id) {
            return fail(ErrorCategory::Invalid, "friend.yourself", "You are your own friend already.");
        }
        const auto present = stores_.community.friends.ownCount(account.id);
        if (!present || *present >= kMost) {
            return present ? fail(ErrorCategory::Conflict, "friend.too_many", "You may have 900 friends.")
                           : fail(present.error());
        }
        Step step{*found};
        const auto how = stores_.community.friends.befriend(account.id, found->id, now, step.isNew);
        if (!how) {
            return fail(how.error());
        }
        step.how = *how;
        return step;
    };
    const auto step = co_await database_.run(std::move(work));
    if (!step) {
        co_return fail(step.error());
    }
    if (step->isNew) {
        const bool isAnswer = step->how == Friendship::Friends;
        wire::Notification news;
        news.kind = isAnswer ? wire::NotificationKind::FriendAccepted : wire::NotificationKind::FriendRequest;
        news.from = wire::User{account.id, account.name};
        news.at = now;
        // Who asks, takes it back and asks again is heard once.
        audience_.tell(step->other.id, std::move(news),
                       (isAnswer ? "befriended:" : "asked:") + account.id.text());
    }
    co_return Result<>{};
}

net::Task<> FriendService::forgetUnanswered() {
    auto work = [this, before = clock_.utcNow() - kUnanswered] {
        return stores_.community.friends.forgetUnanswered(before);
    };
    // The next hour tries again.
    static_cast<void>(co_await database_.run(std::move(work)));
}

net::Task<Result<>> FriendService::part(accounts::Account account, std::string other) {
    auto work = [this, account, other]() -> Result<> {
        const auto found = personNamed(stores_.accounts, other);
        return found ? stores_.community.friends.part(account.id, found->id) : fail(found.error());
    };
    co_return co_await database_.run(std::move(work));
}

net::Task<Result<wire::FriendList>> FriendService::list(accounts::Account account) {
    auto work = [this, id = account.id] { return stores_.community.friends.list(id); };
    const auto records = co_await database_.run(std::move(work));
    if (!records) {
        co_return fail(records.error());
    }
    wire::FriendList list;
    for (const auto& record : *records) {
        const bool isHere = record.how == Friendship::Friends && online_.isHere(record.account.id);
        list.items.push_back(
            {{record.account.id, record.account.name}, toWire(record.how), record.since, isHere});
    }
    co_return list;
}

}  // namespace footlight::relay::hub
