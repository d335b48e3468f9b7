#pragma once

#include "core/base/result.h"
#include "core/media/cmaf/box_writer.h"
#include "core/media/types/track.h"

namespace footlight::media {

/// Writes the sample entry of a track for its `stsd` (ISO/IEC 14496-12 8.5.2, 14496-15 5.4 and 8.4,
/// AV1-ISOBMFF 2.2, the bindings of VP9, Opus and FLAC). Corrupt where the configuration cannot be read.
Result<void> writeSampleEntry(BoxWriter& writer, const VideoTrack& track);
Result<void> writeSampleEntry(BoxWriter& writer, const AudioTrack& track);

}  // namespace footlight::media
