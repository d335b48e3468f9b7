#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace footlight::media::ffmpeg {

/// What a slate must fit: the publisher's picture and sound.
struct SlateShape {
    int width = 1280;         ///< pixels; made even, 16 to 4096
    int height = 720;         ///< pixels; made even, 16 to 4096
    double frameRate = 30;    ///< frames a second; 1 to 60
    int sampleRate = 48'000;  ///< Hz, one that AAC has, else 48 kHz; 0 = no sound
    int channels = 2;         ///< more than two become two
};

/// Our own picture: "Back in a moment" on a calm ground, for eight seconds of silence. Where the system has
/// no font that we know, the ground and its mark stand alone.
Result<Bytes> encodeDefaultSlate(const SlateShape& shape);

/// A picture (PNG, JPEG, WebP) shown for eight seconds of silence, or the first thirty seconds of a clip
/// (MP4, WebM, Matroska, GIF) with its sound: fitted into the shape, never distorted. `source` is the whole
/// file. Unsupported where it is none of these, Corrupt where nothing comes out of it.
///
/// Both give a finished FLV file of H.264 without B-frames and AAC: a key frame first and every two seconds.
Result<Bytes> encodeSlate(const SlateShape& shape, ByteView source);

}  // namespace footlight::media::ffmpeg
