#include "core/capture/delivery/rate_meter.h"

#include <gtest/gtest.h>

namespace footlight::capture {

using std::chrono::milliseconds;

TEST(RateMeter, CountsWhatCameInTheLastSecond) {
    RateMeter meter;
    const SteadyTime start{std::chrono::hours(5)};
    for (int i = 0; i < 90; ++i) {
        meter.add(1, start + milliseconds(i * 1000 / 30));
    }
    EXPECT_NEAR(meter.perSecond(start + milliseconds(3000)), 30, 1);
}

TEST(RateMeter, FallsToZeroWhenNothingComes) {
    RateMeter meter;
    const SteadyTime start{std::chrono::hours(5)};
    meter.add(100, start);
    EXPECT_EQ(meter.perSecond(start + milliseconds(500)), 100);
    EXPECT_EQ(meter.perSecond(start + milliseconds(2000)), 0);
}

}  // namespace footlight::capture
