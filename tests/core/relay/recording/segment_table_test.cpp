#include "core/relay/recording/segment_table.h"

#include <gtest/gtest.h>

namespace footlight::relay::recording {
namespace {

KeptSegment segment(std::uint64_t sequence) {
    KeptSegment one;
    one.head.sequence = sequence;
    one.head.shownAt = utcFromMilliseconds(1'795'000'000'000) + std::chrono::milliseconds(sequence * 2'000);
    one.head.discontinuity = sequence % 3 == 0;
    one.head.isSlate = sequence % 5 == 0;
    one.head.init = "init-" + std::to_string(sequence / 4) + ".mp4";
    one.duration = media::MediaTime{180'000 + static_cast<int>(sequence)};
    one.blob = sequence % 7 == 0 ? std::string() : "media-" + std::to_string(sequence / 6) + ".m4s";
    one.offset = 5'000'000'000 + sequence;
    one.size = 1'000 + sequence;
    return one;
}

TEST(SegmentTable, GivesBackWhatWasAdded) {
    SegmentTable table;
    std::uint64_t bytes = 0;
    for (std::uint64_t i = 1; i <= 100; ++i) {
        table.add(segment(i));
        bytes += segment(i).size;
    }
    const SegmentTable copy = table;
    table = {};
    EXPECT_TRUE(table.empty());
    ASSERT_EQ(copy.size(), 100U);
    EXPECT_EQ(copy.bytes(), bytes);
    std::uint64_t expected = 1;
    for (const auto one : copy) {
        const auto was = segment(expected);
        EXPECT_EQ(one.head.sequence, expected);
        EXPECT_EQ(one.head.shownAt, was.head.shownAt);
        EXPECT_EQ(one.head.discontinuity, was.head.discontinuity);
        EXPECT_EQ(one.head.isSlate, was.head.isSlate);
        EXPECT_EQ(one.head.init, was.head.init);
        EXPECT_EQ(one.duration, was.duration);
        EXPECT_EQ(one.blob, was.blob);
        EXPECT_EQ(one.offset, was.offset);
        EXPECT_EQ(one.size, was.size);
        EXPECT_EQ(copy.isShown(expected - 1), was.isShown());
        EXPECT_EQ(copy.time(expected - 1).end(), was.time().end());
        ++expected;
    }
    EXPECT_EQ(copy.front().head.sequence, 1U);
    EXPECT_EQ(copy.back().head.sequence, 100U);
}

}  // namespace
}  // namespace footlight::relay::recording
