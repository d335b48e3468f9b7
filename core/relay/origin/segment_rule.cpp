#include "core/relay/origin/segment_rule.h"

#include <algorithm>

namespace footlight::relay::origin {
namespace {

using media::MediaTime;

/// A key frame may come this much before the goal: encoders count frames, not time.
constexpr MediaTime kEarly = std::chrono::milliseconds{50};
/// EXTINF is rounded to whole seconds before it is held against the target duration.
constexpr MediaTime kRoundsDown = std::chrono::milliseconds{490};

}  // namespace

bool SegmentRule::beginsSegment(MediaTime segmentStart, MediaTime time, bool isKeyFrame) {
    if (!isKeyFrame) {
        return false;
    }
    longestGop_ = std::max(longestGop_, time - lastKeyFrame_.value_or(segmentStart));
    lastKeyFrame_ = time;
    const auto elapsed = time - segmentStart;
    return elapsed >= goal_ - kEarly || elapsed + longestGop_ > announcement_.targetDuration + kRoundsDown;
}

bool SegmentRule::mustEnd(MediaTime segmentStart, MediaTime time) const {
    return time - segmentStart + announcement_.partTarget > announcement_.targetDuration + kRoundsDown;
}

}  // namespace footlight::relay::origin
