#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/media/types/media_time.h"
#include "core/media/types/track.h"
#include "core/rtmp/protocol/amf0.h"
#include "core/rtmp/protocol/message.h"

namespace footlight::rtmp {

/// The name and values of a data message, without the "@setDataFrame" that asks the relay to keep it.
struct DataMessage {
    std::string name;
    std::vector<amf0::Value> values;
};

/// Reads messages of type 18, and of type 15 behind their zero byte. They are advisory: nothing where one
/// cannot be read.
std::optional<DataMessage> readData(const Message& message);

/// The capture clock: ["onFootlightClock", {utc: milliseconds}]; the message's timestamp is the media time
/// that was captured then.
Bytes writeCaptureClock(UtcTime utc);
std::optional<UtcTime> readCaptureClock(const DataMessage& data);

/// "videokeyframe_frequency" of onMetaData, in seconds there (FMLE, Wirecast and ourselves say it); nothing
/// where it is not said, or absurd.
std::optional<media::MediaTime> readKeyFrameInterval(const DataMessage& data);

/// What the gateway says of the way before it: ["onFootlightLoss", {total: network packets}].
Bytes writeNetworkLoss(std::int64_t total);
std::optional<std::int64_t> readNetworkLoss(const DataMessage& data);

/// What an encoder calls a track, and its language (BCP 47); printable, at most 64 bytes, may be empty.
struct TrackName {
    std::string label;
    std::string language;

    bool operator==(const TrackName&) const = default;
};

/// audioTrackIdInfoMap of onMetaData (Enhanced RTMP v2): names of the tracks that have one.
std::map<media::TrackId, TrackName> readTrackNames(const DataMessage& data);

}  // namespace footlight::rtmp
