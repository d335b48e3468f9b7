#include "core/relay/origin/announcement.h"

#include <algorithm>
#include <chrono>

namespace footlight::relay::origin {
namespace {

using media::MediaTime;

/// Parts must last 85 % of the target at least (RFC 8216bis 4.4.3.7).
constexpr std::int64_t kShortestPercent = 85;
/// How far the mean of rounded timestamps may be off for a part of pictures.
constexpr MediaTime kMeanError{12};

MediaTime partTargetFor(MediaTime frame, MediaTime wanted) {
    if (frame.count() <= 0) {
        return wanted;
    }
    const auto fitting = (wanted + kMeanError) / frame;
    if (fitting * frame * 100 >= wanted * kShortestPercent) {
        return wanted;
    }
    const auto whole = std::chrono::ceil<std::chrono::milliseconds>((fitting + 1) * frame);
    return whole + std::chrono::milliseconds{1};
}

}  // namespace

Announcement Announcement::of(const StreamShape& shape, const StreamSettings& settings) {
    const auto gop = std::clamp(shape.gop, settings.segmentGoal, settings.longestGop);
    MediaTime targetDuration = std::chrono::ceil<std::chrono::seconds>(gop - kRounding);
    if (shape.tracks.video) {
        targetDuration += std::chrono::seconds{1};
    }
    return restored(targetDuration, partTargetFor(shape.frame, settings.partTarget));
}

Announcement Announcement::restored(MediaTime targetDuration, MediaTime partTarget) {
    Announcement announcement;
    announcement.targetDuration = targetDuration;
    announcement.partTarget = partTarget;
    announcement.control.canBlockReload = true;
    announcement.control.partHoldBack = 3 * announcement.partTarget;
    announcement.control.holdBack = 3 * announcement.targetDuration;
    announcement.control.canSkipUntil = 6 * announcement.targetDuration;
    return announcement;
}

}  // namespace footlight::relay::origin
