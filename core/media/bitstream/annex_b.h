#pragma once

#include <vector>

#include "core/base/bytes.h"

/// H.264 and HEVC as encoders and transport streams have them: NAL units behind start codes (H.264 annex B,
/// H.265 annex B). Our packets have length-prefixed units and the parameter sets beside them.
namespace footlight::media {

/// The units between the start codes, without trailing zeros; views into `stream`.
std::vector<ByteView> annexBUnits(ByteView stream);

/// Four bytes of length before each unit.
Bytes lengthPrefixed(const std::vector<ByteView>& units);

constexpr unsigned avcUnitType(ByteView unit) { return unit.empty() ? 0 : unit[0] & 0x1FU; }
constexpr unsigned hevcUnitType(ByteView unit) { return unit.empty() ? 0 : unit[0] >> 1 & 0x3FU; }

}  // namespace footlight::media
