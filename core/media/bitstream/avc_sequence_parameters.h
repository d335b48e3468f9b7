#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace footlight::media {

/// What the packager needs of an H.264 sequence parameter set (H.264 7.3.2.1.1).
struct AvcSequenceParameters {
    int width = 0;         ///< pixels, after cropping
    int height = 0;        ///< pixels, after cropping
    double frameRate = 0;  ///< frames a second; 0 where it does not say
};

/// `unit` is the NAL unit with its header byte. Corrupt where it is cut or no picture comes out of it.
Result<AvcSequenceParameters> parseAvcSequenceParameters(ByteView unit);

}  // namespace footlight::media
