#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/accounts/account.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/net/async/task.h"
#include "core/net/async/work_pool.h"
#include "core/relay/ports/audience_events.h"
#include "core/relay/ports/follow_store.h"
#include "core/relay/ports/stores.h"

namespace footlight::relay::hub {

/// How a channel stands with its followers, and with one asker.
struct FollowStanding {
    std::int64_t followers = 0;
    std::optional<bool> isFollowing;  ///< absent for a guest
};

/// Who follows which channel. Lives on the hub's loop.
class FollowService {
public:
    FollowService(Stores stores, net::WorkPool& database, AudienceEvents& events, const Clock& clock);

    /// Following again changes nothing. NotFound (channel.unknown), Invalid (follow.own_channel).
    [[nodiscard]] net::Task<Result<>> follow(accounts::Account account, std::string channel);
    /// NotFound where there is no such channel.
    [[nodiscard]] net::Task<Result<>> unfollow(accounts::Account account, std::string channel);
    /// Sorted by name, from the one behind `after` on.
    [[nodiscard]] net::Task<Result<std::vector<FollowedChannel>>> page(accounts::Account account,
                                                                       std::string after, std::size_t limit);
    /// Since when the account of that name follows the channel: told to themselves, and to the channel's
    /// owner and moderators. NotFound (channel.unknown, account.unknown), Denied (follow.not_shown).
    struct Follower {
        accounts::Account account;
        std::optional<UtcTime> since;
    };
    [[nodiscard]] net::Task<Result<Follower>> follower(accounts::Account asker, std::string channel,
                                                       std::string name);
    [[nodiscard]] net::Task<Result<FollowStanding>> standing(ChannelId channel,
                                                             std::optional<accounts::Account> asker);

private:
    Result<Follower> look(const accounts::Account& asker, const std::string& channel,
                          const std::string& name);

    Stores stores_;
    net::WorkPool& database_;
    AudienceEvents& events_;
    const Clock& clock_;
};

}  // namespace footlight::relay::hub
