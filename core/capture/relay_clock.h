#pragma once

#include <atomic>

#include "core/base/clock.h"

namespace footlight::capture {

/// UTC as the relay's clock shows it: ours plus the offset that the app has learnt. Any thread.
class RelayClock {
public:
    explicit RelayClock(const Clock& clock) : clock_(clock) {}

    void setOffset(std::chrono::milliseconds offset) { offset_.store(offset.count()); }
    [[nodiscard]] UtcTime now() const { return clock_.utcNow() + std::chrono::milliseconds(offset_.load()); }

private:
    const Clock& clock_;
    std::atomic<std::int64_t> offset_{0};
};

}  // namespace footlight::capture
