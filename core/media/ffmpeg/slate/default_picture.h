#pragma once

#include "core/base/result.h"
#include "core/media/ffmpeg/decoder_handles.h"
#include "core/media/ffmpeg/slate/slate.h"

/// Included by the .cpp files of this folder only.
namespace footlight::media::ffmpeg {

/// Our own picture as YUV 4:2:0 of the shape's size. Unavailable where libavfilter lacks what draws it.
Result<FrameHandle> drawDefaultPicture(const SlateShape& shape);

}  // namespace footlight::media::ffmpeg
