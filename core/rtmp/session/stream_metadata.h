#pragma once

#include "core/base/bytes.h"
#include "core/media/types/track.h"
#include "core/rtmp/session/publisher.h"

namespace footlight::rtmp {

/// The values of an onMetaData message: "@setDataFrame", "onMetaData", and what is known of the stream.
Bytes writeMetadata(const media::Tracks& tracks, const StreamMetadata& metadata);

}  // namespace footlight::rtmp
