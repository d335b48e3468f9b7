#include "core/relay/origin/announcement.h"

#include <gtest/gtest.h>

#include "core/relay/origin/segment_rule.h"

namespace footlight::relay::origin {
namespace {

using media::MediaTime;
using namespace std::chrono_literals;

StreamShape shapeOf(MediaTime gop, MediaTime frame) {
    StreamShape shape;
    shape.tracks.video.emplace();
    shape.gop = gop;
    shape.frame = frame;
    return shape;
}

TEST(Announcement, LeavesASecondForTheGopAndThreePartsToHoldBack) {
    const auto announcement = Announcement::of(shapeOf(2s, MediaTime{3000}), {});
    EXPECT_EQ(announcement.targetDuration, MediaTime{3s});
    EXPECT_EQ(announcement.partTarget, MediaTime{200ms});
    EXPECT_EQ(announcement.control.partHoldBack, MediaTime{600ms});
    EXPECT_EQ(announcement.control.holdBack, MediaTime{9s});
    EXPECT_EQ(announcement.control.canSkipUntil, MediaTime{18s});
}

TEST(Announcement, AnnouncesALongGopAndCapsAnEndlessOne) {
    EXPECT_EQ(Announcement::of(shapeOf(MediaTime{8'333ms}, MediaTime{3000}), {}).targetDuration,
              MediaTime{10s});
    EXPECT_EQ(Announcement::of(shapeOf(300s, MediaTime{3000}), {}).targetDuration, MediaTime{13s});
}

TEST(Announcement, MakesThePartAWholeNumberOfPictures) {
    EXPECT_EQ(Announcement::of(shapeOf(2s, MediaTime{1500}), {}).partTarget, MediaTime{200ms}) << "60";
    EXPECT_EQ(Announcement::of(shapeOf(2s, MediaTime{3600}), {}).partTarget, MediaTime{200ms}) << "25";
    EXPECT_EQ(Announcement::of(shapeOf(2s, MediaTime{3750}), {}).partTarget, MediaTime{210ms}) << "24";
    EXPECT_EQ(Announcement::of(shapeOf(2s, MediaTime{3003}), {}).partTarget, MediaTime{202ms}) << "29.97";
    EXPECT_EQ(Announcement::of(shapeOf(2s, 1s), {}).partTarget, MediaTime{1'001ms}) << "one a second";
    EXPECT_EQ(Announcement::of(shapeOf(2s, MediaTime{0}), {}).partTarget, MediaTime{200ms});
}

class SegmentRuleTest : public testing::Test {
protected:
    /// Where segments begin when key frames come at `keyFrames`.
    static std::vector<std::int64_t> starts(MediaTime gop,
                                            const std::vector<std::chrono::milliseconds>& keyFrames) {
        SegmentRule rule(Announcement::of(shapeOf(gop, MediaTime{3000}), {}), 2s, gop);
        MediaTime start{};
        std::vector<std::int64_t> begun;
        for (const auto time : keyFrames) {
            if (rule.beginsSegment(start, time, true)) {
                start = time;
                begun.push_back(time.count());
            }
        }
        return begun;
    }
};

TEST_F(SegmentRuleTest, CutsAtTheFirstKeyFrameNearTheGoal) {
    EXPECT_EQ(starts(2s, {2000ms, 4001ms, 5970ms}), (std::vector<std::int64_t>{2000, 4001, 5970}));
    EXPECT_EQ(starts(500ms, {500ms, 1000ms, 1500ms, 2000ms, 2500ms}), (std::vector<std::int64_t>{2000}));
}

TEST_F(SegmentRuleTest, CutsEarlyRatherThanPassTheTargetDuration) {
    EXPECT_EQ(starts(1800ms, {1800ms, 3600ms}), (std::vector<std::int64_t>{1800, 3600}));
}

TEST_F(SegmentRuleTest, EndsASegmentWithoutAKeyFrameOnlyWhenItMust) {
    const SegmentRule rule(Announcement::of(shapeOf(2s, MediaTime{3000}), {}), 2s, 2s);
    EXPECT_FALSE(rule.mustEnd(0s, 3200ms));
    EXPECT_TRUE(rule.mustEnd(0s, 3400ms));
}

}  // namespace
}  // namespace footlight::relay::origin
