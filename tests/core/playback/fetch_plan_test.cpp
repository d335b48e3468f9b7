#include "core/playback/fetch_plan.h"

#include <gtest/gtest.h>

namespace footlight::tests {
namespace {

using namespace playback;
using namespace std::chrono_literals;
using media::MediaTime;

hls::Part part(const std::string& uri, bool isIndependent) {
    return {uri, 500ms, isIndependent, false, std::nullopt};
}

/// Segments of two seconds named after their sequence number, in parts of half a second; the open one has
/// `openParts`.
hls::MediaPlaylist lowLatency(std::uint64_t first, int complete, int openParts) {
    hls::MediaPlaylist playlist;
    playlist.targetDuration = 2s;
    playlist.partTarget = 500ms;
    playlist.serverControl.partHoldBack = 1500ms;
    playlist.mediaSequence = first;
    for (int i = 0; i <= complete; ++i) {
        hls::Segment segment;
        const auto name = std::to_string(first + static_cast<std::uint64_t>(i));
        const int parts = i < complete ? 4 : openParts;
        for (int p = 0; p < parts; ++p) {
            segment.parts.push_back(part(name + "." + std::to_string(p), p == 0));
        }
        segment.programDateTime = utcFromMilliseconds(1'000'000 + 2000 * i);
        if (i < complete) {
            segment.uri = name;
            segment.duration = 2s;
            playlist.segments.push_back(segment);
        } else if (parts > 0) {
            playlist.open = segment;
        }
    }
    return playlist;
}

std::vector<std::string> urisOf(const std::vector<MediaItem>& items) {
    std::vector<std::string> uris;
    for (const auto& item : items) {
        uris.push_back(item.uri);
    }
    return uris;
}

}  // namespace

TEST(FetchPlan, LiveJoinBeginsAtTheLastIndependentPartBeforeTheHoldBack) {
    // Edge at 7 s, 1.5 s back is 5.5 s: the key frame before it is at 4 s.
    const auto place = joinPoint(lowLatency(10, 3, 2));
    ASSERT_TRUE(place);
    EXPECT_EQ(place->cursor, (Cursor{12, 0}));
    EXPECT_EQ(place->lead, MediaTime(1500ms));
}

TEST(FetchPlan, JoinUsesAnIndependentPartInsideASegment) {
    auto playlist = lowLatency(10, 3, 2);
    playlist.segments[2].parts[2].isIndependent = true;
    const auto place = joinPoint(playlist);
    ASSERT_TRUE(place);
    EXPECT_EQ(place->cursor, (Cursor{12, 2}));
    EXPECT_EQ(place->lead, MediaTime(500ms));
}

TEST(FetchPlan, ShortPlaylistIsJoinedAtItsStart) {
    const auto place = joinPoint(lowLatency(10, 0, 1));
    ASSERT_TRUE(place);
    EXPECT_EQ(place->cursor, (Cursor{10, 0}));
    EXPECT_EQ(place->lead, MediaTime{});
}

TEST(FetchPlan, RecordingIsJoinedAtItsStart) {
    auto playlist = lowLatency(10, 5, 0);
    playlist.endList = true;
    EXPECT_EQ(joinPoint(playlist)->cursor, (Cursor{10, 0}));
}

TEST(FetchPlan, EmptyPlaylistHasNoPlaceToJoin) { EXPECT_FALSE(joinPoint(hls::MediaPlaylist{})); }

TEST(FetchPlan, PlainPlaylistHoldsBackThreeTargetDurations) {
    hls::MediaPlaylist playlist;
    playlist.targetDuration = 4s;
    EXPECT_EQ(holdBackOf(playlist), MediaTime(12s));
    playlist.serverControl.holdBack = 14s;
    EXPECT_EQ(holdBackOf(playlist), MediaTime(14s));
}

TEST(FetchPlan, CompleteSegmentsComeWholeAndTheOpenOneInParts) {
    Cursor cursor{11, 0};
    const auto items = itemsFrom(lowLatency(10, 3, 2), cursor);
    EXPECT_EQ(urisOf(items), (std::vector<std::string>{"11", "12", "13.0", "13.1"}));
    EXPECT_EQ(cursor, (Cursor{13, 2}));
    EXPECT_EQ(items[0].startsAt, utcFromMilliseconds(1'002'000));
    EXPECT_EQ(items[3].startsAt, utcFromMilliseconds(1'006'500));
}

TEST(FetchPlan, NothingIsListedTwice) {
    Cursor cursor{13, 2};
    EXPECT_TRUE(itemsFrom(lowLatency(10, 3, 2), cursor).empty());
    EXPECT_EQ(urisOf(itemsFrom(lowLatency(10, 4, 1), cursor)),
              (std::vector<std::string>{"13.2", "13.3", "14.0"}));
}

TEST(FetchPlan, SegmentWhosePartsAreGoneComesWhole) {
    auto playlist = lowLatency(10, 4, 1);
    playlist.segments[3].parts.clear();
    Cursor cursor{13, 2};
    EXPECT_EQ(urisOf(itemsFrom(playlist, cursor)), (std::vector<std::string>{"13", "14.0"}));
}

TEST(FetchPlan, GapsAreSteppedOver) {
    auto playlist = lowLatency(10, 3, 0);
    playlist.segments[1].isGap = true;
    Cursor cursor{10, 0};
    EXPECT_EQ(urisOf(itemsFrom(playlist, cursor)), (std::vector<std::string>{"10", "12"}));
    EXPECT_EQ(cursor, (Cursor{13, 0}));
}

TEST(FetchPlan, DiscontinuitiesCountErasAndEndTheDates) {
    auto playlist = lowLatency(10, 3, 0);
    playlist.discontinuitySequence = 7;
    playlist.segments[1].discontinuity = true;
    playlist.segments[1].programDateTime.reset();
    Cursor cursor{10, 0};
    const auto items = itemsFrom(playlist, cursor);
    EXPECT_EQ(items[0].era, 7U);
    EXPECT_EQ(items[1].era, 8U);
    EXPECT_FALSE(items[1].startsAt);
    EXPECT_TRUE(items[2].startsAt);
}

TEST(FetchPlan, ByteRangesFollowOneAnother) {
    hls::MediaPlaylist playlist;
    for (int i = 0; i < 3; ++i) {
        hls::Segment segment;
        segment.uri = "all.mp4";
        segment.duration = 2s;
        segment.range = hls::ByteRange{100, i == 0 ? std::optional<std::uint64_t>(50) : std::nullopt};
        playlist.segments.push_back(segment);
    }
    Cursor cursor{2, 0};
    const auto items = itemsFrom(playlist, cursor);
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items[0].range, (hls::ByteRange{100, 250}));
}

TEST(FetchPlan, PlaceBehindTheWindowOrOfAnotherStreamIsLost) {
    EXPECT_TRUE(isLost(lowLatency(10, 3, 2), Cursor{9, 0}));
    EXPECT_FALSE(isLost(lowLatency(10, 3, 2), Cursor{13, 3}));
    EXPECT_TRUE(isLost(lowLatency(10, 3, 2), Cursor{40, 0}));
}

TEST(FetchPlan, BlockingReloadWaitsForThePartBehindTheLast) {
    EXPECT_EQ(endOf(lowLatency(10, 3, 2)), (Cursor{13, 2}));
    EXPECT_EQ(endOf(lowLatency(10, 3, 0)), (Cursor{13, 0}));
}

}  // namespace footlight::tests
