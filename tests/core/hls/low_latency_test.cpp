#include "core/hls/low_latency.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/hls/sample_playlist.h"

namespace footlight::hls::tests {
namespace {

/// Segment 50 is being made and has four parts of 200 ms; segment 49 has ten.
constexpr LiveEdge kEdge{50, 4, 10, std::chrono::milliseconds{200}, false};

ReloadDecision decide(std::uint64_t sequence, std::optional<std::uint64_t> part = std::nullopt,
                      const LiveEdge& edge = kEdge) {
    return decideReload({sequence, part, false}, edge);
}

TEST(BlockingReload, AnswersAtOnceWhatIsThere) {
    EXPECT_EQ(decideReload({}, kEdge), ReloadDecision::Answer);
    EXPECT_EQ(decide(50, 3), ReloadDecision::Answer);
    EXPECT_EQ(decide(49), ReloadDecision::Answer);
    EXPECT_EQ(decide(49, 9), ReloadDecision::Answer);
    EXPECT_EQ(decide(3, 99), ReloadDecision::Answer);
}

TEST(BlockingReload, WaitsForThePartOrTheWholeSegment) {
    EXPECT_EQ(decide(50, 4), ReloadDecision::Wait);
    EXPECT_EQ(decide(50), ReloadDecision::Wait);
    EXPECT_EQ(decide(51, 0), ReloadDecision::Wait);
    EXPECT_EQ(decide(51), ReloadDecision::Wait);
}

TEST(BlockingReload, TakesAPartBehindTheLastOneForTheFirstOfTheNextSegment) {
    EXPECT_EQ(decide(49, 10), ReloadDecision::Answer);
    auto edge = kEdge;
    edge.openParts = 0;
    EXPECT_EQ(decide(49, 10, edge), ReloadDecision::Wait);
    EXPECT_EQ(decide(49, 9, edge), ReloadDecision::Answer);
}

TEST(BlockingReload, RefusesWhatIsTooFarAhead) {
    EXPECT_EQ(decide(52), ReloadDecision::Refuse);
    EXPECT_EQ(decide(50, 4 + 15), ReloadDecision::Wait);
    EXPECT_EQ(decide(50, 4 + 16), ReloadDecision::Refuse);
    EXPECT_EQ(decide(51, 16), ReloadDecision::Refuse);
}

TEST(BlockingReload, NeverWaitsOnceTheStreamHasEnded) {
    auto edge = kEdge;
    edge.isEnded = true;
    EXPECT_EQ(decide(51, 0, edge), ReloadDecision::Answer);
}

TEST(ReloadRequest, ReadsTheDirectives) {
    const auto request = ReloadRequest::parse("12", "3", "YES");
    ASSERT_TRUE(request);
    EXPECT_EQ(request->sequence, 12U);
    EXPECT_EQ(request->part, 3U);
    EXPECT_TRUE(request->mayBeDelta);
    EXPECT_FALSE(ReloadRequest::parse({}, {}, {})->sequence);
}

TEST(ReloadRequest, NamesADirectiveThatMakesNoSense) {
    const auto expectRefused = [](auto sequence, auto part, const char* name) {
        const auto request = ReloadRequest::parse(sequence, part, {});
        ASSERT_FALSE(request);
        EXPECT_THAT(request.error().message(), testing::HasSubstr(name));
    };
    using Text = std::optional<std::string_view>;
    expectRefused(Text("abc"), Text(), "_HLS_msn");
    expectRefused(Text("-1"), Text(), "_HLS_msn");
    expectRefused(Text("1"), Text(""), "_HLS_part");
    expectRefused(Text(), Text("1"), "_HLS_msn");
    expectRefused(Text("99999999999999999999999"), Text(), "_HLS_msn");
}

TEST(DeltaUpdate, KeepsEverythingWithinCanSkipUntil) {
    // 0.8 s of open parts and nine segments reach 18.8 s back; the tenth from the end ends beyond 18 s.
    EXPECT_EQ(skippableSegments(samplePlaylist()), 3U);
    auto playlist = samplePlaylist();
    playlist.serverControl.canSkipUntil = milliseconds(60'000);
    EXPECT_EQ(skippableSegments(playlist), 0U);
    EXPECT_EQ(makeDelta(playlist), playlist);
}

TEST(DeltaUpdate, SaysTheMapAgainOnlyWhereItChanges) {
    auto playlist = samplePlaylist();
    playlist.segments[6].map = Map{"init-106.mp4", std::nullopt};
    const auto delta = makeDelta(playlist);
    EXPECT_EQ(delta.skippedSegments, 3U);
    EXPECT_EQ(delta.sequenceOf(0), 103U);
    EXPECT_FALSE(delta.segments[0].map);
    EXPECT_EQ(delta.segments[3].map, playlist.segments[6].map);
    EXPECT_EQ(delta.segments[4].map, playlist.segments[7].map);
}

}  // namespace
}  // namespace footlight::hls::tests
