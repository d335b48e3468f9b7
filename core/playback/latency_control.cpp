#include "core/playback/latency_control.h"

#include <algorithm>

namespace footlight::playback {
namespace {

using media::MediaTime;
using namespace std::chrono_literals;

/// The earliest arrival of this long is taken for the true edge: later ones met a delay on the way.
constexpr auto kEdgeMemory = 4s;
/// Bound on what is kept of it.
constexpr std::size_t kArrivals = 64;
/// Without media for this long beyond a target duration the edge stands still: the publisher is away.
constexpr auto kSilence = 1s;
/// A quarter of what stalls have added goes after each such time without one.
constexpr auto kQuietTime = 20s;
constexpr auto kStallMargin = 50ms;

/// Behind by more: speed up. Until behind by less: keep on.
constexpr double kBeginCatchUp = 0.08;
constexpr double kEndCatchUp = 0.02;
/// Ahead of the target by more: slow down, if media runs short.
constexpr double kBeginSlowDown = -0.10;
constexpr double kGain = 0.4;

}  // namespace

void LatencyControl::setLimits(Limits limits) { limits_ = limits; }

void LatencyControl::arrived(SteadyTime now, MediaTime end) {
    arrivals_.push_back({now, end});
    while (arrivals_.size() > kArrivals ||
           now - arrivals_.front().at > kEdgeMemory + limits_.targetDuration) {
        arrivals_.pop_front();
    }
}

void LatencyControl::stalled(SteadyTime now, std::chrono::nanoseconds late) {
    // Longer than a target duration is an outage of the publisher, which no buffer of ours would have
    // bridged.
    if (late < limits_.targetDuration) {
        const auto more = std::chrono::duration_cast<MediaTime>(late + kStallMargin);
        allowance_ = std::min(allowance_ + more, limits_.targetDuration);
    }
    lastChange_ = now;
}

std::optional<MediaTime> LatencyControl::edge(SteadyTime now) const {
    if (arrivals_.empty()) {
        return std::nullopt;
    }
    const auto& last = arrivals_.back();
    const auto patience = std::chrono::duration_cast<SteadyTime::duration>(limits_.targetDuration) + kSilence;
    const auto until = std::min(now, last.at + patience);
    std::optional<MediaTime> edge;
    for (const auto& arrival : arrivals_) {
        const auto seen = arrival.end + std::chrono::duration_cast<MediaTime>(until - arrival.at);
        edge = edge ? std::max(*edge, seen) : seen;
    }
    return edge;
}

LatencyControl::Decision LatencyControl::decide(SteadyTime now, MediaTime position, MediaTime buffered) {
    relax(now);
    const auto liveEdge = edge(now);
    if (!liveEdge) {
        rate_ = 1;
        return {};
    }
    const auto behind = *liveEdge - position - target();
    if (behind > 2 * limits_.targetDuration && buffered > limits_.holdBack) {
        return {1, true};
    }
    rate_ = rateFor(media::toSeconds(behind), buffered);
    return {rate_, false};
}

void LatencyControl::relax(SteadyTime now) {
    if (allowance_ > MediaTime{} && now - lastChange_ > kQuietTime) {
        allowance_ -= allowance_ / 4 + MediaTime(1);
        lastChange_ = now;
    }
}

double LatencyControl::rateFor(double secondsBehind, MediaTime buffered) const {
    const auto least = std::max(limits_.partTarget, MediaTime(limits_.holdBack / 4));
    const bool isShort = buffered < least;
    const double begin = rate_ > 1 ? kEndCatchUp : kBeginCatchUp;
    if (secondsBehind > begin && !isShort) {
        return std::min(kFastest, 1 + std::max(0.01, kGain * secondsBehind));
    }
    if (secondsBehind < kBeginSlowDown && isShort) {
        return kSlowest;
    }
    return 1;
}

}  // namespace footlight::playback
