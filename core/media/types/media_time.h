#pragma once

#include <chrono>
#include <cstdint>
#include <ratio>

namespace footlight::media {

/// A point on a stream's own time line, or a span of it, in ticks of 1/90000 s: milliseconds, 24/25/30/60
/// frames a second and 1024 samples at 48 kHz are all whole numbers of it.
using MediaTime = std::chrono::duration<std::int64_t, std::ratio<1, 90000>>;

inline double toSeconds(MediaTime time) { return std::chrono::duration<double>(time).count(); }

}  // namespace footlight::media
