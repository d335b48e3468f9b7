#include "core/rtmp/protocol/timeline.h"

#include <gtest/gtest.h>

namespace footlight::rtmp {

using namespace std::chrono_literals;
using media::MediaTime;

TEST(Timeline, GoesOnPastTheWrapAfter49Days) {
    Timeline timeline;
    EXPECT_EQ(timeline.at(0xFFFFFFF0), MediaTime(4'294'967'280ms));
    EXPECT_EQ(timeline.at(0x00000010), MediaTime(4'294'967'312ms));
    EXPECT_EQ(timeline.at(0xFFFFFFFF), MediaTime(4'294'967'295ms)) << "out of order across the wrap";
    EXPECT_EQ(timeline.at(0x00000020), MediaTime(4'294'967'328ms));
}

TEST(Timeline, GoesBackAndJumpsAsTheEncoderDoes) {
    Timeline timeline;
    EXPECT_EQ(timeline.at(5'000), MediaTime(5s));
    EXPECT_EQ(timeline.at(4'990), MediaTime(4'990ms));
    EXPECT_EQ(timeline.at(36'000'000), MediaTime(10h));
    EXPECT_EQ(timeline.at(0), MediaTime(0ms));
    EXPECT_EQ(timeline.at(0xFFFFFFFF), MediaTime(-1ms));
}

}  // namespace footlight::rtmp
