#include "core/relay/hub/follow_service.h"

#include "core/accounts/name.h"
#include "core/relay/ports/account_store.h"
#include "core/relay/ports/channel_store.h"
#include "core/relay/ports/room_store.h"

namespace footlight::relay::hub {
namespace {

Result<accounts::Channel> channelNamed(ChannelStore& channels, const std::string& name) {
    auto found = channels.find(name);
    if (!found) {
        return fail(std::move(found.error()));
    }
    if (!*found) {
        return fail(ErrorCategory::NotFound, "channel.unknown", "There is no channel " + name + ".");
    }
    return std::move(**found);
}

}  // namespace

FollowService::FollowService(Stores stores, net::WorkPool& database, AudienceEvents& events,
                             const Clock& clock)
    : stores_(stores), database_(database), events_(events), clock_(clock) {}

net::Task<Result<>> FollowService::follow(accounts::Account account, std::string channel) {
    if (events_.isBehind()) {
        co_return fail(ErrorCategory::Unavailable, "news.behind", "too much waits to be told already");
    }
    const auto now = clock_.utcNow();
    auto work = [this, account, channel, now]() -> Result<std::optional<accounts::Channel>> {
        auto found = channelNamed(stores_.channels, channel);
        if (!found) {
            return fail(std::move(found.error()));
        }
        if (mayManage(account, *found)) {
            return fail(ErrorCategory::Invalid, "follow.own_channel",
                        "This is your own channel; you hear of it anyway.");
        }
        const auto isNew = stores_.follows.follow(account.id, found->id, now);
        if (!isNew) {
            return fail(isNew.error());
        }
        return *isNew ? std::optional(std::move(*found)) : std::nullopt;
    };
    const auto followed = co_await database_.run(std::move(work));
    if (!followed) {
        co_return fail(followed.error());
    }
    if (*followed) {
        events_.followed(account, **followed, now);
    }
    co_return Result<>{};
}

net::Task<Result<>> FollowService::unfollow(accounts::Account account, std::string channel) {
    auto work = [this, account, channel]() -> Result<> {
        const auto found = channelNamed(stores_.channels, channel);
        return found ? stores_.follows.unfollow(account.id, found->id) : fail(found.error());
    };
    co_return co_await database_.run(std::move(work));
}

net::Task<Result<std::vector<FollowedChannel>>> FollowService::page(accounts::Account account,
                                                                    std::string after, std::size_t limit) {
    auto work = [this, account, after, limit] { return stores_.follows.page(account.id, after, limit); };
    co_return co_await database_.run(std::move(work));
}

Result<FollowService::Follower> FollowService::look(const accounts::Account& asker,
                                                    const std::string& channel, const std::string& name) {
    const auto found = channelNamed(stores_.channels, channel);
    if (!found) {
        return fail(found.error());
    }
    // Before the account is looked up: who may not ask does not learn who exists.
    const bool isOneself = accounts::foldName(name) == accounts::foldName(asker.name);
    if (!isOneself && !mayManage(asker, *found)) {
        const auto role = stores_.rooms.roleOf(found->id, asker.id);
        if (!role) {
            return fail(role.error());
        }
        if (*role != chat::Role::Moderator) {
            return fail(ErrorCategory::Denied, "follow.not_shown",
                        "Who follows a channel is shown to its owner and moderators alone.");
        }
    }
    const auto person = stores_.accounts.find(name);
    if (!person) {
        return fail(person.error());
    }
    if (!*person) {
        return fail(ErrorCategory::NotFound, "account.unknown", "There is nobody called " + name + ".");
    }
    const auto& account = (*person)->account;
    return stores_.follows.followedSince(account.id, found->id).map([&](const auto& since) {
        return Follower{account, since};
    });
}

net::Task<Result<FollowService::Follower>> FollowService::follower(accounts::Account asker,
                                                                   std::string channel, std::string name) {
    auto work = [this, asker, channel, name] { return look(asker, channel, name); };
    co_return co_await database_.run(std::move(work));
}

net::Task<Result<FollowStanding>> FollowService::standing(ChannelId channel,
                                                          std::optional<accounts::Account> asker) {
    auto work = [this, channel, asker]() -> Result<FollowStanding> {
        const auto count = stores_.follows.followers(channel);
        if (!count) {
            return fail(count.error());
        }
        if (!asker) {
            return FollowStanding{*count, std::nullopt};
        }
        const auto follows = stores_.follows.isFollowing(asker->id, channel);
        return follows ? Result<FollowStanding>(FollowStanding{*count, *follows}) : fail(follows.error());
    };
    co_return co_await database_.run(std::move(work));
}

}  // namespace footlight::relay::hub
