#pragma once

#include "core/base/bytes.h"
#include "core/media/types/media_time.h"
#include "core/media/types/track.h"

namespace footlight::media {

/// One encoded frame. H.264 and HEVC: length-prefixed NAL units as their configuration says (never Annex B);
/// AV1: the OBUs of a temporal unit, each with its size; VP9: a frame or superframe; audio: one raw frame.
struct Packet {
    MediaKind kind = MediaKind::Video;
    TrackId track = 0;  ///< among those of its kind; 0 is the one that is shown without asking
    MediaTime dts{};
    MediaTime pts{};
    bool isKeyFrame = false;  ///< audio: always true
    SharedBytes payload;
};

}  // namespace footlight::media
