#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/secret.h"

namespace footlight::wire {

/// POST /hooks/v1/publish, origin to hub: may this key publish?
struct PublishHook {
    Secret streamKey;
    std::string address;  ///< of the publisher
    std::string encoder;  ///< what it calls itself (flashVer), may be empty
};

/// The answer when it may. While the channel's broadcast is on air or in its grace, the id is that
/// broadcast's.
struct PublishGrant {
    std::string channel;
    ChannelId channelId;
    BroadcastId broadcastId;

    bool operator==(const PublishGrant&) const = default;
};

/// What arrives from a publisher, measured by the origin over the last seconds.
struct StreamHealth {
    std::int64_t bitrate = 0;  ///< bits per second, audio and video
    double frameRate = 0;      ///< pictures per second
    std::int64_t width = 0;
    std::int64_t height = 0;
    std::string videoCodec;       ///< "avc1.64001f"; empty without video
    std::string audioCodec;       ///< "mp4a.40.2"; empty without audio
    double keyFrameInterval = 0;  ///< seconds between the last two key frames

    bool operator==(const StreamHealth&) const = default;
};

enum class PublishEventType : std::uint8_t {
    Started,  ///< the broadcast is on air
    Health,   ///< every 2 s while it is; 30 s without any event end it
    Lost,     ///< the publisher dropped, the grace period runs
    Resumed,  ///< it came back in time
    Ended,    ///< the broadcast is over
};

struct PublishEvent {
    PublishEventType type = PublishEventType::Health;
    std::string channel;
    BroadcastId broadcastId;
    UtcTime at;
    std::optional<StreamHealth> health;  ///< with Health

    bool operator==(const PublishEvent&) const = default;
};

/// POST /hooks/v1/events, origin to hub, oldest first; at most 100 in one request. Safe to send again.
struct PublishEvents {
    std::vector<PublishEvent> events;

    bool operator==(const PublishEvents&) const = default;
};

}  // namespace footlight::wire
