#include "core/client/clock_offset.h"

#include <gtest/gtest.h>

namespace footlight::client {

using std::chrono::milliseconds;

TEST(ClockOffset, IsUnknownBeforeTheFirstPing) { EXPECT_FALSE(ClockOffset().value().has_value()); }

TEST(ClockOffset, TakesHalfTheRoundTripAsTheWayThere) {
    ClockOffset offset;
    offset.add(utcFromMilliseconds(1'000), milliseconds(20), utcFromMilliseconds(1'510));
    EXPECT_EQ(offset.value(), milliseconds(500));
}

TEST(ClockOffset, TrustsTheQuickestPing) {
    ClockOffset offset;
    offset.add(utcFromMilliseconds(1'000), milliseconds(400), utcFromMilliseconds(1'390));
    offset.add(utcFromMilliseconds(2'000), milliseconds(2), utcFromMilliseconds(2'101));
    offset.add(utcFromMilliseconds(3'000), milliseconds(300), utcFromMilliseconds(3'001));
    EXPECT_EQ(offset.value(), milliseconds(100));
}

TEST(ClockOffset, ForgetsPingsOlderThanTheLastEight) {
    ClockOffset offset;
    offset.add(utcFromMilliseconds(1'000), milliseconds(0), utcFromMilliseconds(1'900));
    for (int i = 0; i < 8; ++i) {
        offset.add(utcFromMilliseconds(2'000), milliseconds(10), utcFromMilliseconds(2'205));
    }
    EXPECT_EQ(offset.value(), milliseconds(200));
}

}  // namespace footlight::client
