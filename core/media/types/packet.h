#pragma once

#include "core/base/bytes.h"
#include "core/media/types/media_time.h"
#include "core/media/types/track.h"

namespace footlight::media {

/// One encoded frame. Video: length-prefixed NAL units as its avcC says (never Annex B); audio: one raw
/// frame.
struct Packet {
    MediaKind kind = MediaKind::Video;
    MediaTime dts{};
    MediaTime pts{};
    bool isKeyFrame = false;  ///< audio: always true
    SharedBytes payload;
};

}  // namespace footlight::media
