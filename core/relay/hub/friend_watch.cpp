#include "core/relay/hub/friend_watch.h"

#include "core/net/async/deadline.h"
#include "core/relay/hub/frame.h"
#include "core/relay/ports/community_stores.h"

namespace footlight::relay::hub {

FriendWatch::FriendWatch(Stores stores, net::WorkPool& database, Rooms& rooms, const Online& online,
                         const Clock& clock)
    : stores_(stores), database_(database), rooms_(rooms), online_(online), clock_(clock) {}

net::Task<Result<wire::FriendsWatching>> FriendWatch::list(accounts::Account account) {
    auto look = [this, id = account.id] { return stores_.community.friends.shown(id); };
    const auto friends = co_await database_.run(std::move(look));
    if (!friends) {
        co_return fail(friends.error());
    }
    wire::FriendsWatching list;
    for (const auto& one : *friends) {
        for (const auto& watched : rooms_.watchedBy(one.id)) {
            if (watched.channel.visibility == accounts::Visibility::Public ||
                mayManage(account, watched.channel)) {
                list.items.push_back({{one.id, one.name}, watched.channel.name, watched.since});
            }
        }
    }
    co_return list;
}

net::Task<Result<wire::Privacy>> FriendWatch::privacy(accounts::Account account) {
    auto look = [this, id = account.id] { return stores_.community.friends.audienceOf(id); };
    const auto found = co_await database_.run(std::move(look));
    if (!found) {
        co_return fail(found.error());
    }
    co_return wire::Privacy{found->isShown};
}

net::Task<Result<wire::Privacy>> FriendWatch::setPrivacy(accounts::Account account, wire::Privacy privacy) {
    auto store = [this, id = account.id, privacy] {
        return stores_.community.friends.show(id, privacy.showWatching);
    };
    if (auto stored = co_await database_.run(std::move(store)); !stored) {
        co_return fail(std::move(stored.error()));
    }
    rooms_.watchList().touch(account.id);
    co_return privacy;
}

/// Those whose turn it is; who was told of a moment ago waits.
std::vector<UserId> FriendWatch::due() {
    const auto now = clock_.steadyNow();
    std::erase_if(
        told_, [now](const auto& entry) { return !entry.second.channel && now - entry.second.at >= kPause; });
    std::vector<UserId> due;
    for (const auto& user : rooms_.watchList().takeChanged(kAtATime)) {
        const auto known = told_.find(user);
        if (known != told_.end() && now - known->second.at < kPause) {
            rooms_.watchList().touch(user);
        } else {
            due.push_back(user);
        }
    }
    return due;
}

void FriendWatch::tell(UserId user, const FriendAudience& audience) {
    wire::FriendWatching news;
    news.user = {user, audience.name};
    std::optional<ChannelId> channel;
    for (const auto& watched : rooms_.watchedBy(user)) {
        if (audience.isShown && watched.channel.visibility == accounts::Visibility::Public) {
            channel = watched.channel.id;
            news.channel = watched.channel.name;
            news.since = watched.since;
            break;
        }
    }
    const auto known = told_.find(user);
    if ((known == told_.end() ? std::optional<ChannelId>() : known->second.channel) == channel) {
        return;
    }
    told_[user] = {clock_.steadyNow(), channel};
    const auto text = frame(wire::ServerMessage(news));
    for (const auto& other : audience.friends) {
        online_.tell(other, text);
    }
}

net::Task<> FriendWatch::run(std::chrono::milliseconds every) {
    for (;;) {
        co_await net::pause(every);
        const auto users = due();
        if (users.empty()) {
            continue;
        }
        auto look = [this, users]() -> Result<std::vector<FriendAudience>> {
            std::vector<FriendAudience> found;
            for (const auto& user : users) {
                auto one = stores_.community.friends.audienceOf(user);
                if (!one) {
                    return fail(std::move(one.error()));
                }
                found.push_back(std::move(*one));
            }
            return found;
        };
        const auto found = co_await database_.run(std::move(look));
        // Where the disk does not answer, friends learn it when they ask, or with the next change.
        for (std::size_t i = 0; found && i < users.size(); ++i) {
            tell(users[i], (*found)[i]);
        }
    }
}

}  // namespace footlight::relay::hub
