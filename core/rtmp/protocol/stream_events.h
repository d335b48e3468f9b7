#pragma once

#include <map>
#include <variant>
#include <vector>

#include "core/base/clock.h"
#include "core/media/types/packet.h"
#include "core/rtmp/protocol/data_message.h"
#include "core/rtmp/protocol/timeline.h"

namespace footlight::rtmp {

/// The body of an FLV tag, at its time.
struct MediaReceived {
    media::MediaKind kind{};
    media::MediaTime time{};
    Bytes body;
};

/// "onFootlightClock": what has media time `at` was captured at `utc`.
struct CaptureClockReceived {
    media::MediaTime at{};
    UtcTime utc;
};

/// What onMetaData says of the time between key frames.
struct KeyFrameIntervalReceived {
    media::MediaTime interval{};
};

/// "onFootlightLoss": network packets lost on the way to the gateway, in all.
struct NetworkLossReceived {
    std::int64_t total = 0;
};

/// What onMetaData says of the audio tracks.
struct TrackNamesReceived {
    std::map<media::TrackId, TrackName> audio;
};

/// What a stream consists of, in either direction.
using StreamEvent = std::variant<MediaReceived, CaptureClockReceived, KeyFrameIntervalReceived,
                                 NetworkLossReceived, TrackNamesReceived>;

/// What an audio, video or data message says; none for data that is not known here.
std::vector<StreamEvent> readStreamMessage(Message message, Timeline& timeline);

}  // namespace footlight::rtmp
