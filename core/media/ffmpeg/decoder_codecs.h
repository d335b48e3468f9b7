#pragma once

#include <optional>

#include "core/base/result.h"
#include "core/media/ffmpeg/decoder_handles.h"
#include "core/media/types/track.h"

/// Our codecs and libav's. Included by the .cpp files of this folder only.
namespace footlight::media::ffmpeg {

std::optional<Codec> codecOf(AVCodecID id);
AVCodecID codecIdOf(Codec codec);

/// An opened decoder with the track's configuration in place.
Result<CodecContextHandle> openDecoder(Codec codec, ByteView configuration, int threads);

/// Hands one frame's bytes over; Corrupt where the decoder refuses them.
Result<> sendToDecoder(AVCodecContext& context, AVPacket& packet, ByteView data, MediaTime dts,
                       MediaTime pts);

}  // namespace footlight::media::ffmpeg
