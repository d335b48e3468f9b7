#include "core/base/clock.h"

#include <gtest/gtest.h>

namespace footlight {

TEST(Clock, FormatsUtcWithMilliseconds) {
    EXPECT_EQ(toIso8601(utcFromMilliseconds(1'763'716'443'250)), "2025-11-21T09:14:03.250Z");
    EXPECT_EQ(toIso8601(utcFromMilliseconds(0)), "1970-01-01T00:00:00.000Z");
}

}  // namespace footlight
