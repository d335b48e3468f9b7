#pragma once

#include "core/relay/recording/recording_archive.h"
#include "core/relay/vod/fill_reader.h"

namespace footlight::relay::vod {

/// Makes segments of what a streamer kept of a hole (an FLV file) and puts them at their place, matched by
/// the capture clock. Returns how much was filled. Blocks. NotFound where there is no hole in the range, or
/// the file holds nothing of it; Corrupt, Unsupported; Unavailable where the disk refuses.
Result<media::MediaTime> fillHole(recording::RecordingArchive& archive, recording::Recording& recording,
                                  const Piece& file, FillRange range);

}  // namespace footlight::relay::vod
