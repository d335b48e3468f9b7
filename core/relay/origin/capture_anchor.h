#pragma once

#include <optional>

#include "core/base/clock.h"
#include "core/media/types/media_time.h"

namespace footlight::relay::origin {

/// Knows when a moment of a publisher's time was captured. Set once, from the publisher's own capture clock
/// or else from the arrival of its first packet, and then only led along slowly, so that dates agree with the
/// sum of durations.
class CaptureAnchor {
public:
    /// The publisher says when `at` was captured. A clock over 30 s from ours is not believed.
    void mark(media::MediaTime at, UtcTime captured, UtcTime now);
    /// A packet of time `at` arrives: used where the publisher says nothing.
    void arrived(media::MediaTime at, UtcTime now);
    /// The date of a segment that begins at `at`; each call follows the latest mark by a millisecond at most.
    UtcTime dateSegment(media::MediaTime at);

private:
    using Milliseconds = std::chrono::duration<double, std::milli>;

    std::optional<Milliseconds> offset_;  ///< UTC less media time
    std::optional<Milliseconds> marked_;
    std::optional<Milliseconds> arrived_;
};

}  // namespace footlight::relay::origin
