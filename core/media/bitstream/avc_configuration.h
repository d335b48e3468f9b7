#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/media/types/track.h"

namespace footlight::media {

/// What an AVCDecoderConfigurationRecord (avcC, ISO/IEC 14496-15 5.3.3.1) says, and its first SPS.
struct AvcConfiguration {
    int profile = 0;
    int compatibility = 0;
    int level = 0;
    int nalLengthSize = 4;  ///< 1, 2 or 4 bytes before each NAL unit
    std::vector<Bytes> sequenceParameterSets;
    std::vector<Bytes> pictureParameterSets;
    int width = 0;         ///< pixels, after cropping
    int height = 0;        ///< pixels, after cropping
    double frameRate = 0;  ///< frames a second; 0 where the SPS does not say
    std::string codec;     ///< RFC 6381: "avc1.64001F"
};

/// Corrupt where a length points outside or the SPS cannot be read.
Result<AvcConfiguration> parseAvcConfiguration(ByteView avcC);

/// The same as the track that the rest of Footlight knows.
Result<VideoTrack> avcTrack(ByteView avcC);

/// True where the NAL unit lengths of a frame add up to exactly its size and none is empty.
bool areNalUnitsWhole(ByteView frame, int nalLengthSize);

}  // namespace footlight::media
