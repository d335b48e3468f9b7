#pragma once

#include <map>
#include <optional>
#include <vector>

#include "core/accounts/account.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/net/async/task.h"
#include "core/net/async/work_pool.h"
#include "core/relay/hub/online.h"
#include "core/relay/hub/rooms.h"
#include "core/relay/ports/friend_store.h"
#include "core/relay/ports/stores.h"
#include "core/wire/friend.h"

namespace footlight::relay::hub {

/// What friends watch: asked for, and told as it changes, of one person at most once in two seconds and of 50
/// people at a time. Who does not want it is not told of. Lives on the hub's loop.
class FriendWatch {
public:
    static constexpr std::chrono::seconds kPause{2};
    static constexpr std::size_t kAtATime = 50;

    FriendWatch(Stores stores, net::WorkPool& database, Rooms& rooms, const Online& online,
                const Clock& clock);

    /// Sorted by the friends' names. Public channels, and the asker's own whatever it is.
    [[nodiscard]] net::Task<Result<wire::FriendsWatching>> list(accounts::Account account);
    [[nodiscard]] net::Task<Result<wire::Privacy>> privacy(accounts::Account account);
    [[nodiscard]] net::Task<Result<wire::Privacy>> setPrivacy(accounts::Account account,
                                                              wire::Privacy privacy);
    /// Tells what has changed, for ever; a task of the hub.
    [[nodiscard]] net::Task<> run(std::chrono::milliseconds every);

private:
    struct Told {
        SteadyTime at{};
        std::optional<ChannelId> channel{};
    };
    [[nodiscard]] std::vector<UserId> due();
    void tell(UserId user, const FriendAudience& audience);

    Stores stores_;
    net::WorkPool& database_;
    Rooms& rooms_;
    const Online& online_;
    const Clock& clock_;
    std::map<UserId, Told> told_;  ///< what is older than the pause and tells of nothing goes
};

}  // namespace footlight::relay::hub
