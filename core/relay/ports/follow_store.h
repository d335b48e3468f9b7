#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/accounts/account.h"
#include "core/base/result.h"

namespace footlight::relay {

struct FollowedChannel {
    accounts::Channel channel;
    UtcTime since{};
};

/// Who follows which channel. Every call blocks: made on the hub's database worker.
class FollowStore {
public:
    virtual ~FollowStore() = default;
    /// True where it is new; following again changes nothing.
    virtual Result<bool> follow(UserId user, ChannelId channel, UtcTime at) = 0;
    virtual Result<> unfollow(UserId user, ChannelId channel) = 0;
    virtual Result<bool> isFollowing(UserId user, ChannelId channel) = 0;
    /// Nothing where they do not follow it.
    virtual Result<std::optional<UtcTime>> followedSince(UserId user, ChannelId channel) = 0;
    virtual Result<std::int64_t> followers(ChannelId channel) = 0;
    /// What somebody follows, sorted by name, from the one behind `after` on; an empty `after` begins.
    virtual Result<std::vector<FollowedChannel>> page(UserId user, const std::string& after,
                                                      std::size_t limit) = 0;
    /// Who follows the channel, sorted by id, from the one behind `after` on.
    virtual Result<std::vector<UserId>> followersOf(ChannelId channel, std::optional<UserId> after,
                                                    std::size_t limit) = 0;
};

}  // namespace footlight::relay
