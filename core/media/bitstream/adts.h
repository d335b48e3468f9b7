#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace footlight::media {

/// One frame of AAC as transport streams have it (ISO/IEC 13818-7 6.2, ADTS), taken apart.
struct AdtsFrame {
    Bytes configuration;  ///< AudioSpecificConfig
    ByteView payload;     ///< the raw frame, into what was parsed
};

/// Corrupt where it is cut or no ADTS; Unsupported where its channels stand in the frame itself.
Result<AdtsFrame> parseAdts(ByteView frame);

}  // namespace footlight::media
