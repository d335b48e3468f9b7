#pragma once

#include "core/base/result.h"
#include "core/media/types/track.h"

namespace footlight::media {

/// What an OpusHead (RFC 7845 5.1) says.
struct OpusConfiguration {
    int channels = 0;
    int preSkip = 0;          ///< samples at 48 kHz before the sound begins
    int inputSampleRate = 0;  ///< Hz, of what was encoded; 0 = not said
    int outputGain = 0;       ///< dB in 1/256
    int mappingFamily = 0;    ///< 0 = mono or stereo
    Bytes channelMapping;     ///< stream count, coupled count and one byte a channel; empty in family 0
};

/// Corrupt where it is cut or of another version.
Result<OpusConfiguration> parseOpusConfiguration(ByteView opusHead);

/// The same as the track that the rest of Footlight knows; Opus always runs at 48 kHz.
Result<AudioTrack> opusTrack(ByteView opusHead);

/// How many samples at 48 kHz a packet holds, by its first bytes (RFC 6716 3.1); 0 where it is broken.
int opusPacketSamples(ByteView packet);

}  // namespace footlight::media
