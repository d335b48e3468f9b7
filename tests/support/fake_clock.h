#pragma once

#include "core/base/clock.h"

namespace footlight::tests {

/// Stands still until it is told to go on. One thread.
class FakeClock final : public Clock {
public:
    explicit FakeClock(UtcTime start = utcFromMilliseconds(1'700'000'000'000)) : utc_(start) {}
    [[nodiscard]] UtcTime utcNow() const override { return utc_; }
    [[nodiscard]] SteadyTime steadyNow() const override { return steady_; }
    void advance(std::chrono::milliseconds step) {
        utc_ += step;
        steady_ += step;
    }

private:
    UtcTime utc_;
    SteadyTime steady_{};
};

}  // namespace footlight::tests
