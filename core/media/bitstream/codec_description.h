#pragma once

#include <string>

#include "core/base/result.h"
#include "core/media/types/track.h"

namespace footlight::media {

/// The track that a codec's configuration record tells of. VP9, and AV1 whose record brings no sequence
/// header, have no size before learnSize(). Corrupt, Unsupported.
Result<VideoTrack> videoTrackOf(Codec codec, ByteView configuration);

/// As above for sound; of MP3, which has no configuration, the first frame is wanted.
Result<AudioTrack> audioTrackOf(Codec codec, ByteView configuration);

/// Takes the picture's size from a key frame where the configuration does not say it. Corrupt.
Result<void> learnSize(VideoTrack& track, ByteView keyFrame);

/// The codec's name for players (RFC 6381); empty where the configuration is broken.
std::string codecName(const VideoTrack& track);
std::string codecName(const AudioTrack& track);

/// How many samples one frame of sound lasts, at the track's rate; 0 where it is broken.
int samplesIn(const AudioTrack& track, ByteView frame);

}  // namespace footlight::media
