#pragma once

#include <string>

#include "core/base/result.h"
#include "core/media/types/track.h"

namespace footlight::media {

/// What an AudioSpecificConfig (ISO/IEC 14496-3 1.6.2.1) says.
struct AacConfiguration {
    int objectType = 0;       ///< 2 = LC; of the core where SBR or PS is signalled
    int sampleRate = 0;       ///< Hz, of the core
    int channels = 0;         ///< of the core
    int frameSamples = 1024;  ///< samples a frame at `sampleRate`: 1024 or 960
    bool hasSbr = false;      ///< HE-AAC, signalled explicitly
    bool hasPs = false;       ///< HE-AAC v2
    std::string codec;        ///< RFC 6381: "mp4a.40.2"
};

/// Corrupt where it is cut, Unsupported for what is no general audio AAC.
Result<AacConfiguration> parseAacConfiguration(ByteView config);

/// The same as the track that the rest of Footlight knows.
Result<AudioTrack> aacTrack(ByteView config);

}  // namespace footlight::media
