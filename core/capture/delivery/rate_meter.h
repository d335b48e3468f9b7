#pragma once

#include <array>
#include <cstdint>

#include "core/base/clock.h"

namespace footlight::capture {

/// Counts over the last second: ten whole buckets of 100 ms and one that fills. Not thread-safe.
class RateMeter {
public:
    void add(double amount, SteadyTime now) {
        advance(now);
        buckets_[static_cast<std::size_t>(current_ % kBuckets)] += amount;
    }

    [[nodiscard]] double perSecond(SteadyTime now) {
        advance(now);
        double sum = 0;
        for (const double bucket : buckets_) {
            sum += bucket;
        }
        return sum - buckets_[static_cast<std::size_t>(current_ % kBuckets)];
    }

private:
    static constexpr std::int64_t kBuckets = 11;

    void advance(SteadyTime now) {
        const auto bucket =
            std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count() / 100;
        for (std::int64_t i = std::max(current_ + 1, bucket - kBuckets + 1); i <= bucket; ++i) {
            buckets_[static_cast<std::size_t>(i % kBuckets)] = 0;
        }
        current_ = std::max(current_, bucket);
    }

    std::array<double, kBuckets> buckets_{};
    std::int64_t current_ = 0;
};

}  // namespace footlight::capture
