#pragma once

#include <optional>

#include "core/base/clock.h"
#include "core/media/types/packet.h"
#include "core/relay/ports/broadcast_events.h"

namespace footlight::relay::origin {

/// Measures what arrives from one publisher, over each second.
class HealthMeter {
public:
    void count(const media::Packet& packet, SteadyTime now);
    /// Once a second of `now`: what was counted since the last time.
    std::optional<BroadcastHealth> measure(SteadyTime now);
    /// Network packets that were lost on the publisher's way, in all.
    void networkLoss(std::int64_t total) { lost_ = total; }

private:
    std::optional<SteadyTime> since_;
    std::int64_t bytes_ = 0;
    std::int64_t pictures_ = 0;
    std::optional<media::MediaTime> keyFrame_;
    double keyFrameInterval_ = 0;
    std::int64_t lost_ = 0;
};

}  // namespace footlight::relay::origin
