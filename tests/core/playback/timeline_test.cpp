#include "core/playback/timeline.h"

#include <gtest/gtest.h>

namespace footlight::tests {
namespace {

using namespace std::chrono_literals;
using media::MediaKind;
using media::MediaTime;
using media::ffmpeg::CodedFrame;

/// `count` frames of 100 ms from `first` on.
std::vector<CodedFrame> frames(MediaTime first, int count, MediaKind kind = MediaKind::Video) {
    std::vector<CodedFrame> made;
    for (int i = 0; i < count; ++i) {
        CodedFrame frame;
        frame.kind = kind;
        frame.pts = frame.dts = first + i * MediaTime(100ms);
        frame.duration = 100ms;
        made.push_back(frame);
    }
    return made;
}

}  // namespace

TEST(Timeline, BeginsAtZeroWhateverTheStreamsOwnTime) {
    playback::Timeline timeline;
    auto first = frames(1000s, 2);
    const auto placed = timeline.place(first, 3, std::nullopt);
    ASSERT_TRUE(placed);
    EXPECT_TRUE(placed->isBreak);
    EXPECT_EQ(first[0].pts, MediaTime{});
    EXPECT_EQ(placed->end, MediaTime(200ms));
}

TEST(Timeline, RunsOnOverADiscontinuity) {
    playback::Timeline timeline;
    auto first = frames(1000s, 2);
    auto second = frames(5s, 2);
    timeline.place(first, 3, std::nullopt);
    const auto placed = timeline.place(second, 4, std::nullopt);
    ASSERT_TRUE(placed);
    EXPECT_TRUE(placed->isBreak);
    EXPECT_EQ(placed->start, MediaTime(200ms));
    EXPECT_EQ(timeline.end(), MediaTime(400ms));
}

TEST(Timeline, SmallHoleKeepsItsPlace) {
    playback::Timeline timeline;
    auto first = frames(0s, 2);
    auto later = frames(1s, 2);
    timeline.place(first, 0, std::nullopt);
    EXPECT_EQ(timeline.place(later, 0, std::nullopt)->start, MediaTime(1s));
}

TEST(Timeline, JumpThatNobodyAnnouncedIsTakenForADiscontinuity) {
    playback::Timeline timeline;
    auto first = frames(0s, 2);
    auto later = frames(3600s, 2);
    timeline.place(first, 0, std::nullopt);
    const auto placed = timeline.place(later, 0, std::nullopt);
    EXPECT_TRUE(placed->isBreak);
    EXPECT_EQ(placed->start, MediaTime(200ms));
}

TEST(Timeline, FramesOfAWholeSegmentThatCameAsPartsBeforeAreDropped) {
    playback::Timeline timeline;
    auto parts = frames(0s, 3);
    auto whole = frames(0s, 5);
    timeline.place(parts, 0, std::nullopt);
    const auto placed = timeline.place(whole, 0, std::nullopt);
    ASSERT_TRUE(placed);
    EXPECT_EQ(whole.size(), 2U);
    EXPECT_EQ(placed->start, MediaTime(300ms));
    auto again = frames(0s, 5);
    EXPECT_FALSE(timeline.place(again, 0, std::nullopt));
}

TEST(Timeline, SoundAndPicturesAreComparedWithTheirOwnKind) {
    playback::Timeline timeline;
    auto video = frames(0s, 3);
    auto audio = frames(0s, 3, MediaKind::Audio);
    timeline.place(video, 0, std::nullopt);
    ASSERT_TRUE(timeline.place(audio, 0, std::nullopt));
    EXPECT_EQ(audio.size(), 3U);
}

TEST(Timeline, KnowsWhenEachMomentWasCaptured) {
    playback::Timeline timeline;
    auto first = frames(50s, 10);
    auto second = frames(900s, 10);
    timeline.place(first, 0, utcFromMilliseconds(10'000));
    timeline.place(second, 1, utcFromMilliseconds(60'000));
    EXPECT_EQ(timeline.capturedAt(500ms), utcFromMilliseconds(10'500));
    EXPECT_EQ(timeline.capturedAt(1500ms), utcFromMilliseconds(60'500));
}

TEST(Timeline, KnowsNoCaptureTimeWhereThePlaylistSaysNone) {
    playback::Timeline timeline;
    auto first = frames(50s, 10);
    timeline.place(first, 0, std::nullopt);
    EXPECT_FALSE(timeline.capturedAt(500ms));
}

}  // namespace footlight::tests
