#include "core/relay/origin/segment_history.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include "core/hls/parser.h"
#include "core/relay/origin/live_window.h"

namespace footlight::relay::origin {
namespace {

using namespace std::chrono_literals;
using Form = WindowSnapshot::Form;

constexpr std::uint64_t kFirst = 59'000'000;

std::string joined(const Pieces& pieces) {
    std::string text;
    for (const auto& piece : pieces) {
        text += textOf(*piece.memory).substr(piece.offset, piece.size);
    }
    return text;
}

/// With the checks of zlib: header, checksum and length.
std::string unzipped(const std::string& file) {
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    std::string text(8 * 1024 * 1024, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(file.data()));
    stream.avail_in = static_cast<uInt>(file.size());
    stream.next_out = reinterpret_cast<Bytef*>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    const int outcome = inflate(&stream, Z_FINISH);
    text.resize(outcome == Z_STREAM_END && stream.avail_in == 0 ? stream.total_out : 0);
    inflateEnd(&stream);
    return text;
}

LiveWindow::Start start() {
    LiveWindow::Start made;
    made.announcement.targetDuration = 2s;
    made.announcement.partTarget = 200ms;
    made.announcement.control = {true, 600ms, 6s, 12s};
    made.sequence = kFirst;
    made.discontinuitySequence = 3;
    made.length = 24s;
    made.history = SegmentHistory::begin(made.sequence, made.discontinuitySequence);
    return made;
}

/// `count` segments of two parts, a discontinuity before each tenth, another map from the 100th on.
void fill(LiveWindow& window, std::uint64_t count) {
    const auto bytes = share({1, 2, 3});
    for (std::uint64_t i = 0; i < count; ++i) {
        window.closeSegment();
        const auto sequence = window.nextSequence() - kFirst;
        const std::string name = sequence < 100 ? "init-1.mp4" : "init-2.mp4";
        const auto date = UtcTime{std::chrono::milliseconds(1'700'000'000'000 + 2'000 * sequence)};
        window.beginSegment(date, sequence % 10 == 9,
                            std::make_shared<const InitSection>(InitSection{name, bytes}));
        window.addPart({std::make_shared<PartBody>(bytes), 1s, true});
        window.addPart({std::make_shared<PartBody>(bytes), 1s, false});
    }
    window.closeSegment();
}

hls::MediaPlaylist parsed(const std::string& text) {
    auto playlist = hls::parsePlaylist(text);
    EXPECT_TRUE(playlist) << playlist.error().text();
    return playlist ? std::get<hls::MediaPlaylist>(*playlist) : hls::MediaPlaylist{};
}

TEST(SegmentHistory, ListsTheWholeBroadcastFromItsFirstSegment) {
    LiveWindow window(start());
    fill(window, 300);
    const auto snapshot = window.snapshot();
    EXPECT_EQ(parsed(joined({Piece::of(snapshot->mediaPlaylist(Form::Plain).bytes)})).segments.size(), 12U);
    const auto whole = parsed(joined(snapshot->wholePlaylist(Form::Plain)));
    EXPECT_EQ(whole.type, hls::PlaylistType::Event);
    EXPECT_EQ(whole.mediaSequence, kFirst);
    EXPECT_EQ(whole.discontinuitySequence, 3U);
    ASSERT_EQ(whole.segments.size(), 300U);
    for (std::size_t i = 0; i < 300; ++i) {
        const auto& segment = whole.segments[i];
        EXPECT_EQ(segment.uri, std::to_string(kFirst + i) + ".m4s");
        EXPECT_EQ(segment.discontinuity, i % 10 == 9) << i;
        EXPECT_EQ(segment.map->uri, i < 100 ? "init-1.mp4" : "init-2.mp4") << i;
        EXPECT_EQ(toMilliseconds(*segment.programDateTime), 1'700'000'000'000 + 2'000 * static_cast<int>(i));
    }
    EXPECT_EQ(whole.preloadHints.size(), 1U) << "its end is live";
}

TEST(SegmentHistory, IsTheSameTextCompressed) {
    LiveWindow window(start());
    for (const std::uint64_t more : {1U, 20U, 60U, 64U, 155U}) {
        fill(window, more);
        const auto snapshot = window.snapshot();
        const auto text = joined(snapshot->wholePlaylist(Form::Plain));
        const auto file = joined(snapshot->wholePlaylist(Form::Gzip));
        EXPECT_EQ(unzipped(file), text);
    }
}

TEST(SegmentHistory, GrowsWithoutTouchingWhatWasPrinted) {
    LiveWindow window(start());
    fill(window, 100);
    const auto before = window.snapshot();
    const auto text = joined(before->wholePlaylist(Form::Plain));
    fill(window, 100);
    EXPECT_EQ(joined(before->wholePlaylist(Form::Plain)), text);
    // Behind the file's header and the playlist's head.
    const auto first = before->wholePlaylist(Form::Gzip).at(2).memory;
    EXPECT_EQ(window.snapshot()->wholePlaylist(Form::Gzip).at(2).memory, first) << "shared, not copied";
}

TEST(SegmentHistory, ADeltaUpdateJoinsToTheWhole) {
    LiveWindow window(start());
    for (const std::uint64_t more : {3U, 10U, 200U}) {
        fill(window, more);
        const auto snapshot = window.snapshot();
        const auto whole = parsed(joined(snapshot->wholePlaylist(Form::Plain)));
        const auto delta = parsed(joined({Piece::of(snapshot->wholeDeltaPlaylist(Form::Plain).bytes)}));
        const auto again = hls::applyDelta(whole, delta);
        ASSERT_TRUE(again) << again.error().text();
        EXPECT_EQ(*again, whole);
    }
    EXPECT_LT(window.snapshot()->wholeDeltaPlaylist(Form::Plain).bytes->size(), 4'000U);
}

TEST(SegmentHistory, ADeltaUpdateIsShortWhereTheWindowIsShorterThanWhatMayBeSkipped) {
    auto begin = start();
    begin.announcement.control.canSkipUntil = 60s;
    LiveWindow window(std::move(begin));
    for (const std::uint64_t more : {3U, 10U, 60U, 30U, 200U, 27U}) {
        fill(window, more);
        const auto snapshot = window.snapshot();
        const auto whole = parsed(joined(snapshot->wholePlaylist(Form::Plain)));
        const auto delta = parsed(joined({Piece::of(snapshot->wholeDeltaPlaylist(Form::Plain).bytes)}));
        const auto again = hls::applyDelta(whole, delta);
        ASSERT_TRUE(again) << again.error().text();
        EXPECT_EQ(*again, whole);
        media::MediaTime kept{};
        for (const auto& segment : delta.segments) {
            kept += segment.duration;
        }
        EXPECT_TRUE(kept >= 60s || delta.skippedSegments == 0);
        EXPECT_LE(delta.segments.size(), 12U + 2 * 64U);
    }
    EXPECT_GT(
        parsed(joined({Piece::of(window.snapshot()->wholeDeltaPlaylist(Form::Plain).bytes)})).skippedSegments,
        100U);
}

TEST(SegmentHistory, OfTenHoursIsMadeInNoTimeAndSmall) {
    constexpr std::size_t kSegments = 18'000;
    std::vector<ArchivedSegment> segments;
    for (std::size_t i = 0; i < kSegments; ++i) {
        const auto date = UtcTime{std::chrono::milliseconds(1'700'000'000'000) + 2s * i};
        segments.push_back({{kFirst + i, date, i % 100 == 99, false, "init-1.mp4"}, 2s, i == 7, {}});
    }
    const auto begin = std::chrono::steady_clock::now();
    const auto history = SegmentHistory::of(segments, 3);
    const auto took = std::chrono::steady_clock::now() - begin;
    EXPECT_LT(took, 10s);
    EXPECT_EQ(history->count(), kSegments);
    Pieces pieces;
    history->appendTo(pieces);
    const auto text = joined(pieces);
    const auto whole = parsed("#EXTM3U\n#EXT-X-TARGETDURATION:2\n" + text);
    ASSERT_EQ(whole.segments.size(), kSegments);
    EXPECT_TRUE(whole.segments[7].isGap);
    EXPECT_TRUE(whole.segments[99].discontinuity);
    GzipFile file;
    history->appendTo(file);
    const auto compressed = joined(std::move(file).finish());
    EXPECT_EQ(unzipped(compressed), text);
    RecordProperty("milliseconds", static_cast<int>(took / 1ms));
    RecordProperty("bytes", static_cast<int>(text.size() + compressed.size()));
    EXPECT_LT(text.size() + compressed.size(), 2'500'000U);
}

TEST(SegmentHistory, IsNotThereWhereNothingIsKept) {
    auto begin = start();
    begin.history = nullptr;
    LiveWindow window(std::move(begin));
    fill(window, 30);
    EXPECT_EQ(window.snapshot()->history(), nullptr);
}

}  // namespace
}  // namespace footlight::relay::origin
