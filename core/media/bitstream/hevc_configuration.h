#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/media/types/track.h"

namespace footlight::media {

/// What an HEVCDecoderConfigurationRecord (hvcC, ISO/IEC 14496-15 8.3.3.1) says, and its first SPS.
struct HevcConfiguration {
    int nalLengthSize = 4;                     ///< 1, 2 or 4 bytes before each NAL unit
    std::vector<Bytes> videoParameterSets;     ///< NAL units of type 32
    std::vector<Bytes> sequenceParameterSets;  ///< NAL units of type 33
    std::vector<Bytes> pictureParameterSets;   ///< NAL units of type 34
    int width = 0;                             ///< pixels, after cropping
    int height = 0;                            ///< pixels, after cropping
    double frameRate = 0;                      ///< frames a second; 0 where the SPS does not say
    std::string codec;                         ///< ISO/IEC 14496-15 annex E: "hvc1.1.6.L93.B0"
};

/// Corrupt where a length points outside, a parameter set is missing or the SPS cannot be read.
Result<HevcConfiguration> parseHevcConfiguration(ByteView hvcC);

/// The same as the track that the rest of Footlight knows.
Result<VideoTrack> hevcTrack(ByteView hvcC);

}  // namespace footlight::media
