#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <optional>

#include "core/base/clock.h"

namespace footlight::client {

/// How far the relay's clock is ahead of ours, from pings: of the last eight the one with the shortest round
/// trip says most, as its two ways can differ least.
class ClockOffset {
public:
    /// `sent` by our clock, `serverTime` by the relay's.
    void add(UtcTime sent, std::chrono::milliseconds roundTrip, UtcTime serverTime);
    void reset() { samples_.clear(); }
    /// The relay's clock minus ours; empty before the first sample.
    [[nodiscard]] std::optional<std::chrono::milliseconds> value() const;

private:
    struct Sample {
        std::chrono::milliseconds roundTrip;
        std::chrono::milliseconds offset;
    };
    std::deque<Sample> samples_;
};

}  // namespace footlight::client
