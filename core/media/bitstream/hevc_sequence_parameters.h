#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace footlight::media {

/// What the packager needs of an HEVC sequence parameter set (H.265 7.3.2.2).
struct HevcSequenceParameters {
    int width = 0;         ///< pixels, after cropping
    int height = 0;        ///< pixels, after cropping
    double frameRate = 0;  ///< frames a second; 0 where it does not say
};

/// `unit` is the NAL unit with its two header bytes. Corrupt where it is cut or no picture comes out of it.
Result<HevcSequenceParameters> parseHevcSequenceParameters(ByteView unit);

}  // namespace footlight::media
