#include "core/hls/parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/hls/low_latency.h"
#include "core/hls/writer.h"
#include "tests/core/hls/sample_playlist.h"

namespace footlight::hls::tests {
namespace {

MediaPlaylist parseMedia(std::string_view text) {
    auto playlist = parsePlaylist(text);
    EXPECT_TRUE(playlist) << playlist.error().text();
    return std::get<MediaPlaylist>(*playlist);
}

constexpr std::string_view kHead = "#EXTM3U\n#EXT-X-TARGETDURATION:4\n";

std::string errorOf(const std::string& lines) {
    const auto playlist = parsePlaylist(std::string(kHead) + lines);
    return playlist ? "parsed" : playlist.error().text();
}

TEST(PlaylistParser, ReadsBackWhatTheWriterPrints) {
    const auto playlist = samplePlaylist();
    EXPECT_EQ(parseMedia(writeMediaPlaylist(playlist)), playlist);
}

TEST(PlaylistParser, ReadsLinesThatEndInCarriageReturns) {
    const auto playlist = parseMedia("#EXTM3U\r\n#EXT-X-TARGETDURATION:6\r\n#EXTINF:5.5,\r\na.ts\r\n");
    ASSERT_EQ(playlist.segments.size(), 1U);
    EXPECT_EQ(playlist.segments[0].uri, "a.ts");
    EXPECT_EQ(playlist.segments[0].duration, milliseconds(5500));
}

TEST(PlaylistParser, TakesCommasInsideQuotes) {
    const auto playlist =
        parseMedia(std::string(kHead) + "#EXT-X-MAP:URI=\"a,b=c.mp4\",BYTERANGE=\"10@20\"\n#EXTINF:2,\nx\n");
    ASSERT_TRUE(playlist.segments[0].map);
    EXPECT_EQ(playlist.segments[0].map->uri, "a,b=c.mp4");
    EXPECT_EQ(playlist.segments[0].map->range, (ByteRange{10, 20}));
}

TEST(PlaylistParser, PassesOverTagsThatItDoesNotKnow) {
    const auto playlist =
        parseMedia(std::string(kHead) + "#EXT-X-FROM-THE-FUTURE:A=1\n#note\n#EXTINF:1,\nx\n");
    EXPECT_EQ(playlist.segments.size(), 1U);
}

TEST(PlaylistParser, ReadsDatesWithATimeZone) {
    const auto playlist = parseMedia(
        std::string(kHead) + "#EXT-X-PROGRAM-DATE-TIME:2026-11-21T10:14:03.250+01:00\n#EXTINF:1,\nx\n");
    ASSERT_TRUE(playlist.segments[0].programDateTime);
    EXPECT_EQ(toIso8601(*playlist.segments[0].programDateTime), "2026-11-21T09:14:03.250Z");
}

TEST(PlaylistParser, ReadsGapsDiscontinuitiesAndReports) {
    const auto playlist = parseMedia(
        std::string(kHead) +
        "#EXT-X-DISCONTINUITY\n#EXT-X-GAP\n#EXTINF:1,\nx\n#EXT-X-PART:DURATION=0.5,URI=\"p\",GAP=YES\n"
        "#EXT-X-RENDITION-REPORT:URI=\"../low/media.m3u8\",LAST-MSN=5,LAST-PART=3\n#EXT-X-ENDLIST\n");
    EXPECT_TRUE(playlist.segments[0].discontinuity);
    EXPECT_TRUE(playlist.segments[0].isGap);
    ASSERT_TRUE(playlist.open);
    EXPECT_TRUE(playlist.open->parts[0].isGap);
    EXPECT_EQ(playlist.renditionReports[0], (RenditionReport{"../low/media.m3u8", 5, 3}));
    EXPECT_TRUE(playlist.endList);
}

TEST(PlaylistParser, ReadsAMultivariantPlaylist) {
    MultivariantPlaylist written;
    written.version = 9;
    written.independentSegments = true;
    written.variants.push_back(
        {"source/media.m3u8", "source", 3'000'000, 2'500'000, "avc1.64001f,mp4a.40.2", 1280, 720, 30, ""});
    written.renditions.push_back({"AUDIO", "a", "English", "en", "audio/media.m3u8", true, true});
    const auto playlist = parsePlaylist(writeMultivariantPlaylist(written));
    ASSERT_TRUE(playlist) << playlist.error().text();
    EXPECT_EQ(std::get<MultivariantPlaylist>(*playlist), written);
}

TEST(PlaylistParser, NamesTheLineAtFault) {
    EXPECT_THAT(errorOf("#EXTINF:abc,\nx\n"), testing::HasSubstr("line 3"));
    EXPECT_THAT(errorOf("x.ts\n"), testing::HasSubstr("EXTINF"));
    EXPECT_THAT(errorOf("#EXT-X-PART:DURATION=0.2\n"), testing::HasSubstr("URI"));
    EXPECT_THAT(errorOf("#EXT-X-MAP:URI=\"never closed\n"), testing::HasSubstr("quotes"));
    EXPECT_THAT(errorOf("#EXT-X-MEDIA-SEQUENCE:-1\n"), testing::HasSubstr("-1"));
    EXPECT_THAT(errorOf("#EXTINF:1e400,\nx\n"), testing::HasSubstr("1e400"));
    EXPECT_THAT(errorOf("#EXTINF:nan,\nx\n"), testing::HasSubstr("nan"));
    EXPECT_THAT(errorOf("#EXT-X-PROGRAM-DATE-TIME:yesterday\n"), testing::HasSubstr("yesterday"));
}

TEST(PlaylistParser, RefusesWhatIsNoPlaylistTooLongOrEncrypted) {
    EXPECT_EQ(parsePlaylist("<html>").error().category(), ErrorCategory::Corrupt);
    EXPECT_EQ(parsePlaylist("#EXTM3U\n").error().category(), ErrorCategory::Corrupt);
    ParseLimits limits;
    limits.entries = 2;
    const auto many = std::string(kHead) + "#EXTINF:1,\na\n#EXTINF:1,\nb\n#EXTINF:1,\nc\n";
    EXPECT_EQ(parsePlaylist(many, limits).error().category(), ErrorCategory::Invalid);
    limits.entries = 3;
    EXPECT_TRUE(parsePlaylist(many, limits));
    limits.bytes = many.size() - 1;
    EXPECT_EQ(parsePlaylist(many, limits).error().category(), ErrorCategory::Invalid);
    EXPECT_EQ(parsePlaylist(std::string(kHead) + "#EXT-X-KEY:METHOD=AES-128,URI=\"k\"\n").error().category(),
              ErrorCategory::Unsupported);
}

TEST(DeltaUpdate, GivesTheWholePlaylistAgain) {
    const auto whole = samplePlaylist();
    const auto delta = parseMedia(writeMediaPlaylist(makeDelta(whole)));
    EXPECT_EQ(delta.skippedSegments, 3U);
    const auto previous = [&] {
        auto older = whole;
        older.open.reset();
        older.segments.resize(11);
        return older;
    }();
    const auto joined = applyDelta(previous, delta);
    ASSERT_TRUE(joined) << joined.error().text();
    EXPECT_EQ(*joined, whole);
}

TEST(DeltaUpdate, ThatReachesBackTooFarAsksForTheWholePlaylist) {
    auto previous = samplePlaylist();
    previous.segments.erase(previous.segments.begin(), previous.segments.begin() + 1);
    previous.mediaSequence += 1;
    const auto joined = applyDelta(previous, makeDelta(samplePlaylist()));
    ASSERT_FALSE(joined);
    EXPECT_EQ(joined.error().category(), ErrorCategory::NotFound);
}

TEST(DeltaUpdate, WithAHugeSkipIsRefused) {
    auto delta = samplePlaylist();
    delta.skippedSegments = ~std::uint64_t{0};
    EXPECT_FALSE(applyDelta(samplePlaylist(), delta));
    delta.mediaSequence += 1;  // together with the skip this is more than 64 bits hold
    EXPECT_FALSE(applyDelta(samplePlaylist(), delta));
}

}  // namespace
}  // namespace footlight::hls::tests
