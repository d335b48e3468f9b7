#pragma once

#include "core/relay/ports/follow_store.h"

namespace soci {
class session;
}

namespace footlight::store {

/// The table follows. One thread at a time; owned by Database.
class Follows final : public relay::FollowStore {
public:
    explicit Follows(soci::session& sql) : sql_(sql) {}

    Result<bool> follow(UserId user, ChannelId channel, UtcTime at) override;
    Result<> unfollow(UserId user, ChannelId channel) override;
    Result<bool> isFollowing(UserId user, ChannelId channel) override;
    Result<std::optional<UtcTime>> followedSince(UserId user, ChannelId channel) override;
    Result<std::int64_t> followers(ChannelId channel) override;
    Result<std::vector<relay::FollowedChannel>> page(UserId user, const std::string& after,
                                                     std::size_t limit) override;
    Result<std::vector<UserId>> followersOf(ChannelId channel, std::optional<UserId> after,
                                            std::size_t limit) override;

private:
    soci::session& sql_;
};

}  // namespace footlight::store
