#pragma once

#include <deque>
#include <optional>

#include "core/base/clock.h"
#include "core/media/types/packet.h"
#include "core/relay/ports/broadcast_events.h"

namespace footlight::relay::origin {

/// One second of a publisher, with what its rules need to know besides.
struct HealthSample {
    BroadcastHealth health;
    double usualFrameRate = 0;  ///< by the time between most pictures; 0 before enough were seen
    double irregular = 0;       ///< the share of pictures that came much earlier or later than usual
};

/// Measures what arrives from one publisher, over each second.
class HealthMeter {
public:
    void count(const media::Packet& packet, SteadyTime now);
    /// Once a second of `now`: what was counted since the last time.
    std::optional<HealthSample> measure(SteadyTime now);
    /// Network packets that were lost on the publisher's way, in all.
    void networkLoss(std::int64_t total) { lost_ = total; }

private:
    void countPicture(const media::Packet& packet);
    void followDrift(media::MediaTime dts, SteadyTime now);
    void judgeRhythm(HealthSample& sample) const;

    std::optional<SteadyTime> since_;
    std::int64_t videoBytes_ = 0;
    std::int64_t audioBytes_ = 0;
    std::int64_t pictures_ = 0;
    bool hasBFrames_ = false;
    std::optional<media::MediaTime> picture_;
    std::deque<std::int64_t> steps_;  ///< between the last pictures, in ticks
    std::optional<media::MediaTime> keyFrame_;
    double keyFrameInterval_ = 0;
    struct Start {
        media::MediaTime at{};
        media::MediaTime last{};
        SteadyTime arrived;
        std::chrono::duration<double, std::milli> best{};
    };
    std::optional<Start> start_;
    double driftMs_ = 0;
    std::int64_t lost_ = 0;
};

}  // namespace footlight::relay::origin
