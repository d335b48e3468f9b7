#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "core/base/clock.h"
#include "core/base/id.h"

namespace footlight::relay::hub {

/// Which channels everybody with an account watches, and since when. Owned by Rooms; on the hub's loop.
class WatchList {
public:
    /// Of so many people at a time is it known that something changed; who comes beyond is not told of.
    static constexpr std::size_t kChanged = 10'000;

    struct Watched {
        ChannelId channel;
        UtcTime since{};
    };

    /// From now on the user watches the channel, or does not. Saying the same again changes nothing.
    void note(UserId user, ChannelId channel, bool isWatching, UtcTime now);
    /// What the user watches, the newest first.
    [[nodiscard]] std::vector<Watched> of(UserId user) const;

    /// Tells of the user as of one who has changed.
    void touch(UserId user);
    /// At most `limit` of those who changed since they were taken last, the earliest first.
    [[nodiscard]] std::vector<UserId> takeChanged(std::size_t limit);

private:
    std::map<UserId, std::map<ChannelId, UtcTime>> watched_;
    std::deque<UserId> order_;
    std::set<UserId> changed_;  ///< those in `order_`
};

}  // namespace footlight::relay::hub
