#include "core/relay/origin/timeline.h"

#include <gtest/gtest.h>

#include "core/relay/origin/capture_anchor.h"
#include "core/relay/origin/sound_clock.h"

namespace footlight::relay::origin {
namespace {

using media::MediaKind;
using media::MediaTime;
using namespace std::chrono_literals;

media::Packet packetAt(MediaKind kind, std::chrono::milliseconds dts,
                       std::chrono::milliseconds offset = 0ms) {
    return {kind, 0, dts, dts + offset, true, share({1})};
}

TEST(Timeline, BeginsAtItsFirstPicture) {
    Timeline timeline(10s, true);
    auto first = packetAt(MediaKind::Video, 10'000ms, 66ms);
    EXPECT_EQ(timeline.place(first), Placement::Kept);
    EXPECT_EQ(first.dts, MediaTime{0});
    EXPECT_EQ(first.pts, MediaTime{66ms});
    auto earlySound = packetAt(MediaKind::Audio, 9'990ms);
    EXPECT_EQ(timeline.place(earlySound), Placement::Dropped);
    EXPECT_EQ(timeline.sourceTime(5s), MediaTime{15s});
}

TEST(Timeline, MakesTimeGoForward) {
    Timeline timeline(0s, true);
    auto first = packetAt(MediaKind::Video, 100ms);
    auto same = packetAt(MediaKind::Video, 100ms, -50ms);
    timeline.place(first);
    EXPECT_EQ(timeline.place(same), Placement::Kept);
    EXPECT_EQ(same.dts, MediaTime{101ms});
    EXPECT_EQ(same.pts, same.dts) << "a picture is never shown before it is decoded";
}

TEST(Timeline, TellsAJumpFromAGap) {
    Timeline timeline(0s, true);
    auto first = packetAt(MediaKind::Video, 1s);
    auto late = packetAt(MediaKind::Video, 11s);
    auto leap = packetAt(MediaKind::Video, 3600s);
    auto back = packetAt(MediaKind::Video, 0ms);
    timeline.place(first);
    EXPECT_EQ(timeline.place(late), Placement::Kept);
    EXPECT_EQ(timeline.place(leap), Placement::Jumped);
    EXPECT_EQ(timeline.place(back), Placement::Jumped);
    auto stray = packetAt(MediaKind::Audio, 3600s);
    EXPECT_EQ(timeline.place(stray), Placement::Dropped) << "sound alone does not lead";
}

TEST(SoundClock, CountsSamplesNotMilliseconds) {
    SoundClock clock(48'000, 1024);
    std::int64_t expected = 0;
    for (int frame = 0; frame < 5'000; ++frame) {
        const MediaTime exact{frame * 1920};
        EXPECT_EQ(clock.place(std::chrono::floor<std::chrono::milliseconds>(exact)), expected);
        expected += 1024;
    }
}

TEST(SoundClock, FollowsAGapAndDropsWhatOverlaps) {
    SoundClock clock(48'000, 1024);
    EXPECT_EQ(clock.place(0ms), 0);
    EXPECT_EQ(clock.place(1s), 48'000);
    EXPECT_EQ(clock.place(500ms), std::nullopt);
    EXPECT_EQ(clock.place(1'021ms), 49'024);
    EXPECT_EQ(clock.timeOf(48'000), MediaTime{1s});
}

TEST(SoundClock, LearnsOfEachFrameHowLongItLasts) {
    media::Tracks tracks;
    tracks.audio = media::AudioTrack{media::Codec::Opus, {}, 48'000, 2};
    auto clock = SoundClock::of(tracks);
    ASSERT_TRUE(clock);
    const Bytes twentyMilliseconds{0xFC, 0x00};
    const Bytes tenMilliseconds{0xF4, 0x00};
    clock->follow(twentyMilliseconds);
    EXPECT_EQ(clock->place(0ms), 0);
    clock->follow(tenMilliseconds);
    EXPECT_EQ(clock->place(20ms), 960);
    clock->follow({});
    EXPECT_EQ(clock->place(30ms), 1'440);
    EXPECT_EQ(clock->frameSamples(), 480);
}

TEST(CaptureAnchor, TakesThePublishersClockAndFollowsItSlowly) {
    const auto now = utcFromMilliseconds(1'800'000'000'000);
    CaptureAnchor anchor;
    anchor.arrived(0s, now);
    anchor.mark(0s, now - 120ms, now);
    EXPECT_EQ(anchor.dateSegment(0s), now - 120ms);
    EXPECT_EQ(anchor.dateSegment(2s), now + 1'880ms);
    anchor.mark(4s, now + 4s, now + 4s);
    EXPECT_EQ(anchor.dateSegment(4s), now + 3'881ms) << "a millisecond a segment, not all at once";
}

TEST(CaptureAnchor, FallsBackToArrivalWithoutAClockItCanBelieve) {
    const auto now = utcFromMilliseconds(1'800'000'000'000);
    CaptureAnchor anchor;
    anchor.mark(10s, now - std::chrono::hours(1), now);
    anchor.arrived(10s, now);
    anchor.arrived(11s, now + 3s);
    EXPECT_EQ(anchor.dateSegment(12s), now + 2s);
}

}  // namespace
}  // namespace footlight::relay::origin
