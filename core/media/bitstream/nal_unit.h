#pragma once

#include "core/base/bytes.h"

namespace footlight::media {

/// What a NAL unit carries: without its header and without emulation prevention bytes (H.264 7.4.1, H.265
/// 7.3.1.1). Empty where the unit is not longer than its header.
Bytes rawPayload(ByteView unit, std::size_t headerSize);

}  // namespace footlight::media
