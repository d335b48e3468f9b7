#pragma once

#include <atomic>
#include <mutex>

#include "core/base/clock.h"

namespace footlight::playback {

/// The relay's clock as seen from here: learned from the `Footlight-Time` header of its answers, the quickest
/// answer of the last minute being the most exact. Any thread.
class RelayClock {
public:
    /// An answer written at `relayTime` took `roundTrip` and ended at `receivedAt` of our clock.
    void learn(UtcTime relayTime, UtcTime receivedAt, SteadyTime now, std::chrono::milliseconds roundTrip);
    void reset();
    [[nodiscard]] std::chrono::milliseconds offset() const {
        return std::chrono::milliseconds(offset_.load());
    }
    [[nodiscard]] UtcTime now() const { return SystemClock().utcNow() + offset(); }

private:
    std::mutex mutex_;
    std::chrono::milliseconds best_ = std::chrono::milliseconds::max();
    SteadyTime bestAt_{};
    std::atomic<std::int64_t> offset_{0};
};

}  // namespace footlight::playback
