#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/clock.h"
#include "core/base/id.h"

namespace footlight::relay {

enum class BroadcastEventType : std::uint8_t {
    Started,  ///< it can be watched
    Health,   ///< once a second while on air
    Lost,     ///< the publisher dropped; the grace period runs
    Resumed,  ///< it came back in time
    Ended,    ///< it is over
};

/// What arrives from a publisher, measured over the last seconds.
struct BroadcastHealth {
    std::int64_t bitrate = 0;  ///< bits a second, audio and video
    double frameRate = 0;
    int width = 0;
    int height = 0;
    std::string videoCodec;       ///< "avc1.64001f"; empty without video
    std::string audioCodec;       ///< "mp4a.40.2"; empty without audio
    double keyFrameInterval = 0;  ///< seconds between the last two key frames
};

struct BroadcastEvent {
    BroadcastEventType type = BroadcastEventType::Health;
    std::string channel;
    BroadcastId broadcastId;
    UtcTime at;
    std::optional<BroadcastHealth> health;  ///< with Health
};

/// Is told what happens to broadcasts, in order.
class BroadcastEvents {
public:
    virtual ~BroadcastEvents() = default;
    /// Never waits. Any thread.
    virtual void report(BroadcastEvent event) = 0;
};

}  // namespace footlight::relay
