#pragma once

#include <deque>
#include <map>
#include <set>
#include <string>

#include "core/base/clock.h"
#include "core/base/logger.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/net/async/task.h"
#include "core/net/async/work_pool.h"
#include "core/relay/hub/live_channels.h"
#include "core/relay/ports/stores.h"
#include "core/wire/hooks.h"

namespace footlight::relay::hub {

class Rooms;

/// Decides who may publish and follows every broadcast by the origin's events, from its start to its end.
/// Lives on the hub's loop.
class Broadcasts {
public:
    Broadcasts(Stores stores, net::WorkPool& database, LiveChannels& live, Rooms& rooms, const Clock& clock,
               Logger logger);

    /// What was on air when the relay stopped counts as on air until it stays silent.
    [[nodiscard]] net::Task<Result<>> restore();

    /// Denied where no channel has this key. While the channel is on air, its broadcast is the answer.
    [[nodiscard]] net::Task<Result<wire::PublishGrant>> authorize(Secret streamKey);

    /// NotFound where the channel does not exist. An event that comes twice changes nothing. What cannot be
    /// stored (a full disk) is on air all the same; only a restart of the hub forgets it.
    [[nodiscard]] net::Task<Result<>> apply(wire::PublishEvent event);

    /// Ends what no event was heard of for `silence`.
    [[nodiscard]] net::Task<> endSilent(std::chrono::milliseconds silence);

private:
    /// So many ended broadcasts are remembered, to ignore events that come again.
    static constexpr std::size_t kEnded = 1'000;

    [[nodiscard]] net::Task<Result<>> begin(wire::PublishEvent event);
    [[nodiscard]] net::Task<> end(LiveChannel live, UtcTime at);
    void rememberEnded(BroadcastId id);

    Stores stores_;
    net::WorkPool& database_;
    LiveChannels& live_;
    Rooms& rooms_;
    const Clock& clock_;
    Logger logger_;
    std::map<ChannelId, BroadcastId> granted_;  ///< not begun yet; one for each channel at most
    std::set<BroadcastId> ended_;
    std::deque<BroadcastId> endedOrder_;
};

}  // namespace footlight::relay::hub
