#pragma once

#include <deque>
#include <set>
#include <string>

#include "core/base/clock.h"
#include "core/base/logger.h"
#include "core/base/result.h"
#include "core/net/async/task.h"
#include "core/net/async/work_pool.h"
#include "core/relay/hub/live_channels.h"
#include "core/relay/ports/audience_events.h"
#include "core/relay/ports/recording_store.h"
#include "core/relay/ports/stores.h"
#include "core/wire/hooks.h"

namespace footlight::relay::hub {

class PublishGrants;
class RecordingService;
class Rooms;

/// Follows every broadcast by the origin's events, from its start to its end. Lives on the hub's loop.
class Broadcasts {
public:
    /// What follows the events besides the rooms.
    struct Followers {
        PublishGrants& grants;
        RecordingService& recordings;
        AudienceEvents& audience;
    };

    Broadcasts(Stores stores, net::WorkPool& database, LiveChannels& live, Rooms& rooms, Followers followers,
               const Clock& clock, Logger logger);

    /// What was on air when the relay stopped counts as on air until it stays silent. The audience hears of
    /// it, and of what was lately recorded, again: the relay may have ended before it was told.
    [[nodiscard]] net::Task<Result<>> restore();

    /// NotFound where the channel does not exist. An event that comes twice changes nothing. What cannot be
    /// stored (a full disk) is on air all the same; only a restart of the hub forgets it.
    [[nodiscard]] net::Task<Result<>> apply(wire::PublishEvent event);

    /// Ends what is on air on the channel, whatever the origin tells of it later.
    [[nodiscard]] net::Task<> endNow(ChannelId channel);
    /// Ends what no event was heard of for `silence` beyond its grace.
    [[nodiscard]] net::Task<> endSilent(std::chrono::milliseconds silence);

private:
    /// So many ended broadcasts are remembered, to ignore events that come again.
    static constexpr std::size_t kEnded = 1'000;

    [[nodiscard]] net::Task<Result<>> begin(wire::PublishEvent event);
    [[nodiscard]] net::Task<> tellOfRecording(wire::PublishEvent event);
    void tellOfRecording(const RecordingRecord& kept, UtcTime orElse);
    [[nodiscard]] net::Task<Result<>> tellOfRecordingsAgain();
    [[nodiscard]] net::Task<> end(LiveChannel live, UtcTime at);
    void rememberEnded(BroadcastId id);

    Stores stores_;
    net::WorkPool& database_;
    LiveChannels& live_;
    Rooms& rooms_;
    Followers followers_;
    const Clock& clock_;
    Logger logger_;
    std::set<BroadcastId> ended_;
    std::deque<BroadcastId> endedOrder_;
};

}  // namespace footlight::relay::hub
