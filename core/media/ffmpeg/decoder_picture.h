#pragma once

#include "core/media/ffmpeg/decoder.h"
#include "core/media/ffmpeg/decoder_handles.h"

namespace footlight::media::ffmpeg {

/// What a Picture owns. Included by the .cpp files of this folder only.
struct Picture::Frame {
    FrameHandle handle;
};

}  // namespace footlight::media::ffmpeg
