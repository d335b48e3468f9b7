#pragma once

#include "core/base/piece.h"
#include "core/media/types/media_time.h"
#include "core/relay/recording/recording.h"
#include "core/relay/vod/vod_list.h"

namespace footlight::relay::vod {

/// One MP4 of a recording: its front, and stretches of the recording's files. Blocks for as long as it takes
/// to read where the frames are (some hundred bytes a part). NotFound where nothing of it is there.
Result<Pieces> makeDownload(recording::Recording& recording, const std::string& rendition,
                            const VodList& list, media::MediaTime from, media::MediaTime to);

}  // namespace footlight::relay::vod
