#include "core/media/bitstream/transport_clock.h"

#include <algorithm>

namespace footlight::media {

namespace {

constexpr std::int64_t kWrap = std::int64_t{1} << 33;
constexpr MediaTime kLongestJump = std::chrono::seconds(10);
constexpr MediaTime kLongestStepBack = std::chrono::seconds(1);
/// What a frame takes about, where the line is continued.
constexpr MediaTime kStep{3'000};

/// The way from `from` to `to`, the shorter one round.
std::int64_t distance(std::int64_t from, std::int64_t to) {
    const std::int64_t forward = ((to - from) % kWrap + kWrap) % kWrap;
    return forward < kWrap / 2 ? forward : forward - kWrap;
}

}  // namespace

bool TransportClock::fits(MediaTime last, MediaTime time) const {
    return time >= last - kLongestStepBack && time <= last + kLongestJump;
}

MediaTime TransportClock::offset(std::int64_t decoded, std::int64_t presented) {
    return MediaTime(distance(decoded, presented));
}

MediaTime TransportClock::place(int stream, std::int64_t ticks) {
    if (!hasBegun_) {
        hasBegun_ = true;
        base_ = baseOld_ = ticks;
    }
    const auto known = last_.find(stream);
    const MediaTime last = known != last_.end() ? known->second : latest_;
    MediaTime time = origin_ + MediaTime(distance(base_, ticks));
    if (!fits(last, time)) {
        const MediaTime old = originOld_ + MediaTime(distance(baseOld_, ticks));
        if (fits(last, old)) {
            time = old;
        } else {
            baseOld_ = base_;
            originOld_ = origin_;
            base_ = ticks;
            origin_ = latest_ + kStep;
            time = origin_;
        }
    } else if (time - origin_ > MediaTime(kWrap / 4)) {
        // The nearer the base, the surer which way round is shorter.
        base_ = (base_ + kWrap / 8) % kWrap;
        origin_ += MediaTime(kWrap / 8);
    }
    last_[stream] = time;
    latest_ = std::max(latest_, time);
    return time;
}

}  // namespace footlight::media
