#include "core/relay/origin/timeline.h"

#include <algorithm>

namespace footlight::relay::origin {
namespace {

using media::MediaTime;

constexpr MediaTime kLongestStep = std::chrono::seconds{10};
constexpr MediaTime kLongestStepBack = std::chrono::seconds{1};
constexpr MediaTime kSmallestStep = std::chrono::milliseconds{1};

}  // namespace

Placement Timeline::place(media::Packet& packet) {
    const bool isLeading = packet.track == 0 && (packet.kind == media::MediaKind::Video) == hasVideo_;
    return isLeading ? placeLeading(packet) : placeOther(packet);
}

Placement Timeline::placeLeading(media::Packet& packet) {
    auto dts = packet.dts - origin_;
    if (last_ && (dts - *last_ > kLongestStep || *last_ - dts > kLongestStepBack)) {
        return Placement::Jumped;
    }
    if (last_ && dts <= *last_) {
        dts = *last_ + kSmallestStep;
    }
    packet.pts = std::max(packet.pts - origin_, dts);
    packet.dts = dts;
    last_ = dts;
    return Placement::Kept;
}

Placement Timeline::placeOther(media::Packet& packet) const {
    const auto time = packet.dts - origin_;
    const auto distance = time - last_.value_or(MediaTime{});
    if (time.count() < 0 || distance > kLongestStep || distance < -kLongestStep) {
        return Placement::Dropped;
    }
    packet.pts = std::max(packet.pts - origin_, time);
    packet.dts = time;
    return Placement::Kept;
}

}  // namespace footlight::relay::origin
