#include "core/relay/origin/capture_anchor.h"

#include <algorithm>
#include <cmath>

namespace footlight::relay::origin {
namespace {

constexpr std::chrono::seconds kBelieved{30};
constexpr double kFollowMilliseconds = 1;

}  // namespace

void CaptureAnchor::mark(media::MediaTime at, UtcTime captured, UtcTime now) {
    if (captured > now + kBelieved || captured < now - kBelieved) {
        return;
    }
    marked_ = Milliseconds(captured.time_since_epoch()) - Milliseconds(at);
}

void CaptureAnchor::arrived(media::MediaTime at, UtcTime now) {
    if (!arrived_) {
        arrived_ = Milliseconds(now.time_since_epoch()) - Milliseconds(at);
    }
}

UtcTime CaptureAnchor::dateSegment(media::MediaTime at) {
    if (!offset_) {
        offset_ = marked_.value_or(arrived_.value_or(Milliseconds{}));
    } else if (marked_) {
        const double behind = (*marked_ - *offset_).count();
        *offset_ += Milliseconds(std::clamp(behind, -kFollowMilliseconds, kFollowMilliseconds));
    }
    return utcFromMilliseconds(std::llround((*offset_ + Milliseconds(at)).count()));
}

}  // namespace footlight::relay::origin
