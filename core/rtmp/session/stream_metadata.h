#pragma once

#include <chrono>
#include <string>

#include "core/base/bytes.h"
#include "core/media/types/track.h"

namespace footlight::rtmp {

/// What onMetaData tells; advisory. The rest of it is made from the tracks.
struct StreamMetadata {
    std::string encoder = "Footlight";
    int videoKbps = 0;
    int audioKbps = 0;
    std::chrono::milliseconds keyFrameInterval{0};  ///< 0: not said
};

enum class MetadataFor : std::uint8_t {
    Relay,   ///< a publisher's: with "@setDataFrame" in front
    Player,  ///< what a relay hands on
};

/// The values of an onMetaData message: its name and what is known of the stream, further tracks by their
/// numbers (Enhanced RTMP v2, audioTrackIdInfoMap and videoTrackIdInfoMap).
Bytes writeMetadata(const media::Tracks& tracks, const StreamMetadata& metadata, MetadataFor reader);

}  // namespace footlight::rtmp
