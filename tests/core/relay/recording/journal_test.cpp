#include "core/relay/recording/journal.h"

#include <gtest/gtest.h>

namespace footlight::relay::recording {
namespace {

using std::chrono::seconds;

SegmentHead headAt(std::uint64_t sequence, bool isSlate = false) {
    return {sequence, utcFromMilliseconds(1'700'000'000'000) + seconds{2 * (sequence - 50)}, isSlate, isSlate,
            isSlate ? "init-2.mp4" : "init-1.mp4"};
}

/// Two segments, a slate, one that the disk refused, and one that is open.
std::string exampleJournal() {
    std::string text = journalStart(seconds{3}, 50);
    text += journalBegin({headAt(50), "media-50.m4s", 0}, {});
    text += journalClose({headAt(50), seconds{2}, "media-50.m4s", 0, 1'000});
    text += journalBegin({headAt(51, true), "slate-51.m4s", 0}, "init-1.mp4");
    text += journalClose({headAt(51, true), seconds{2}, "slate-51.m4s", 0, 300});
    text += journalBegin({headAt(52), {}, 0}, "init-2.mp4");
    text += journalClose({headAt(52), seconds{2}, {}, 0, 0});
    text += journalBegin({headAt(53), "media-50.m4s", 1'000}, "init-1.mp4");
    return text;
}

TEST(RecordingJournal, SaysWhatItWasTold) {
    const auto text = exampleJournal();
    const auto journal = parseJournal(text);
    ASSERT_TRUE(journal) << journal.error().text();
    ASSERT_EQ(journal->segments.size(), 3U);
    EXPECT_EQ(journal->targetDuration, seconds{3});
    EXPECT_EQ(journal->segments[0].blob, "media-50.m4s");
    EXPECT_EQ(journal->segments[0].size, 1'000U);
    EXPECT_EQ(journal->segments[0].head.shownAt, headAt(50).shownAt);
    EXPECT_TRUE(journal->segments[1].head.isSlate);
    EXPECT_TRUE(journal->segments[1].head.discontinuity);
    EXPECT_EQ(journal->segments[1].head.init, "init-2.mp4");
    EXPECT_TRUE(journal->segments[2].isGap());
    EXPECT_EQ(journal->segments[2].duration, seconds{2});
    ASSERT_TRUE(journal->open);
    EXPECT_EQ(journal->open->head.sequence, 53U);
    EXPECT_EQ(journal->open->head.init, "init-1.mp4");
    EXPECT_EQ(journal->open->offset, 1'000U);
    EXPECT_EQ(journal->openSize, text.size());
    EXPECT_FALSE(journal->isEnded);
}

TEST(RecordingJournal, CutAnywhereItSaysWhatIsWhole) {
    const auto text = exampleJournal();
    const auto start = journalStart(seconds{3}, 50).size();
    std::size_t segments = 0;
    for (std::size_t size = start; size <= text.size(); ++size) {
        const auto journal = parseJournal(std::string_view(text).substr(0, size));
        ASSERT_TRUE(journal) << "cut at " << size << ": " << journal.error().text();
        EXPECT_GE(journal->segments.size(), segments) << "cut at " << size;
        segments = journal->segments.size();
        ASSERT_LE(journal->closedSize, size);
        const auto again = parseJournal(std::string_view(text).substr(0, journal->closedSize));
        ASSERT_TRUE(again);
        EXPECT_EQ(again->segments.size(), segments);
        EXPECT_FALSE(again->open);
    }
    EXPECT_EQ(segments, 3U);
}

TEST(RecordingJournal, GoesOnWhereItEnded) {
    const auto ended = exampleJournal() + journalEnd();
    const auto journal = parseJournal(ended);
    ASSERT_TRUE(journal);
    EXPECT_TRUE(journal->isEnded);
    EXPECT_EQ(journal->segments.size(), 3U);
    EXPECT_LT(journal->closedSize, ended.size());
    EXPECT_EQ(journal->nextSequence(), 53U);
}

TEST(RecordingJournal, NothingOfItIsCorrupt) {
    EXPECT_EQ(parseJournal("").error().category(), ErrorCategory::Corrupt);
    EXPECT_FALSE(parseJournal("#EXTM3U\n#EXT-X-VERSION:8\n"));
}

}  // namespace
}  // namespace footlight::relay::recording
