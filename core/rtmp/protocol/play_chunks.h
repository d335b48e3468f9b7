#pragma once

#include <cstdint>

namespace footlight::rtmp {

/// The chunk size of everything that a player is sent, so that frames are cut once for all: as much as one
/// kernel send takes, and no more than what the strictest readers accept.
inline constexpr std::uint32_t kPlayChunkSize = 60'000;

}  // namespace footlight::rtmp
