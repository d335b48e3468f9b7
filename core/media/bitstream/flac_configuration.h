#pragma once

#include "core/base/result.h"
#include "core/media/types/track.h"

namespace footlight::media {

/// What a STREAMINFO block (RFC 9639 8.2) says.
struct FlacConfiguration {
    int smallestBlock = 0;  ///< samples
    int largestBlock = 0;   ///< samples; the same where all are of one size
    int sampleRate = 0;     ///< Hz
    int channels = 0;
    int bitsPerSample = 0;
};

/// The 34 bytes alone, behind the header of their metadata block, or behind "fLaC" and that. Corrupt.
Result<FlacConfiguration> parseFlacConfiguration(ByteView header);

/// The same as the track that the rest of Footlight knows; its configuration is the 34 bytes alone.
Result<AudioTrack> flacTrack(ByteView header);

/// How many samples a frame holds, by its header (RFC 9639 9.1); 0 where it is none.
int flacFrameSamples(ByteView frame);

}  // namespace footlight::media
