#pragma once

#include "core/base/result.h"
#include "core/media/types/track.h"

namespace footlight::media {

/// What the header of an MPEG audio layer III frame says (ISO/IEC 11172-3 2.4.1.3).
struct Mp3Frame {
    int sampleRate = 0;  ///< Hz
    int channels = 0;
    int samples = 0;  ///< 1152, or 576 at the low rates of MPEG-2
};

/// Corrupt where it begins with none.
Result<Mp3Frame> parseMp3Frame(ByteView frame);

/// MP3 has no configuration: the track is known by its first frame.
Result<AudioTrack> mp3TrackOf(ByteView frame);

}  // namespace footlight::media
