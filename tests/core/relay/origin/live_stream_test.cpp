#include "core/relay/origin/stream_description.h"
#include "tests/core/relay/origin/live_fixture.h"

namespace footlight::relay::origin {
namespace {

using media::MediaTime;

constexpr auto kPrimary = IngestSlot::Primary;

class LiveStreamTest : public LiveFixture {
protected:
    LiveStreamTest() { arrive(); }
};

TEST_F(LiveStreamTest, IsPlayableOnceItsGopIsKnown) {
    stream_->tracks(kPrimary, clip().tracks);
    for (const auto& packet : clip().packets) {
        const bool wasPlayable = stream_->isPlayable();
        stream_->packet(kPrimary, packet);
        if (!wasPlayable && stream_->isPlayable()) {
            EXPECT_EQ(packet.dts, firstPicture().dts + MediaTime{2s});
            EXPECT_EQ(list().segments.size(), 1U);
        }
    }
    EXPECT_TRUE(stream_->isPlayable());
}

TEST_F(LiveStreamTest, IsPlayableAfterOnePartWhereTheEncoderSaysItsKeyFrameInterval) {
    stream_->tracks(kPrimary, clip().tracks);
    stream_->keyFrameInterval(kPrimary, MediaTime{2s});
    for (const auto& packet : clip().packets) {
        const bool wasPlayable = stream_->isPlayable();
        stream_->packet(kPrimary, packet);
        if (!wasPlayable && stream_->isPlayable()) {
            EXPECT_LE(packet.dts, firstPicture().dts + MediaTime{500ms});
        }
    }
    ASSERT_TRUE(stream_->isPlayable());
    EXPECT_EQ(list().targetDuration, 3s);
}

TEST_F(LiveStreamTest, NumbersGoOnAfterARestartOfTheRelay) {
    play(clip());
    const auto before = list();
    clock_.advance(30s);
    stream_ = make();
    arrive();
    play(clip());
    EXPECT_GT(list().mediaSequence, before.mediaSequence + before.segments.size());
    EXPECT_GE(list().discontinuitySequence, before.discontinuitySequence);
    EXPECT_NE(list().segments[0].map->uri, before.segments[0].map->uri);
}

TEST_F(LiveStreamTest, DatesSegmentsByTheCaptureClock) {
    const auto captured = clock_.utcNow() - 250ms;
    stream_->captureClock(kPrimary, firstPicture().dts, captured);
    play(clip());
    const auto& segments = list().segments;
    EXPECT_EQ(segments[0].programDateTime, captured);
    EXPECT_EQ(segments[1].programDateTime, captured + 2s);
}

TEST_F(LiveStreamTest, APublisherThatReturnsGoesOnBehindADiscontinuity) {
    play(clip());
    const auto before = list();
    stream_->leave(kPrimary);
    EXPECT_EQ(snapshot_->phase(), WindowPhase::Away);
    EXPECT_FALSE(list().endList);
    clock_.advance(4s);
    arrive();
    play(clip());
    const auto after = list();
    EXPECT_EQ(after.mediaSequence, before.mediaSequence);
    const auto returned = std::find_if(after.segments.begin(), after.segments.end(),
                                       [](const auto& segment) { return segment.discontinuity; });
    ASSERT_NE(returned, after.segments.end());
    EXPECT_EQ(returned - after.segments.begin(), 3);
    EXPECT_EQ(returned->map, before.segments[0].map) << "the same bytes keep their name";
    EXPECT_GE(*returned->programDateTime, clock_.utcNow());
    EXPECT_LE(*returned->programDateTime, clock_.utcNow() + 25ms) << "sound comes first";
    EXPECT_EQ(after.targetDuration, before.targetDuration);
    EXPECT_EQ(lasting(), (std::vector{BroadcastEventType::Started, BroadcastEventType::Lost,
                                      BroadcastEventType::Resumed}));
}

TEST_F(LiveStreamTest, WhatWasPromisedStaysWhoeverReturns) {
    play(clip());
    const auto before = list();
    stream_->leave(kPrimary);
    tests::ClipOptions options;
    options.frameRate = "24";
    options.gopFrames = 120;
    options.seconds = 11;
    arrive();
    play(tests::makeClip(options));
    const auto after = list();
    EXPECT_EQ(after.targetDuration, before.targetDuration);
    EXPECT_EQ(after.partTarget, before.partTarget);
    EXPECT_EQ(after.serverControl, before.serverControl);
    for (const auto& segment : after.segments) {
        EXPECT_LE(std::chrono::round<std::chrono::seconds>(segment.duration), after.targetDuration);
        for (const auto& part : segment.parts) {
            EXPECT_LE(part.duration, after.partTarget);
        }
    }
    EXPECT_FALSE(after.independentSegments) << "some had to end without a key frame";
}

TEST_F(LiveStreamTest, ChangedTracksGetAnInitialisationSectionOfTheirOwn) {
    play(clip());
    tests::ClipOptions options;
    options.size = "640x360";
    play(tests::makeClip(options), 6s);
    const auto after = list();
    EXPECT_TRUE(after.segments[3].discontinuity);
    EXPECT_NE(after.segments[3].map, after.segments[2].map);
    EXPECT_TRUE(snapshot_->source().init(after.segments[2].map->uri));
    EXPECT_TRUE(snapshot_->source().init(after.segments[3].map->uri));
}

TEST_F(LiveStreamTest, ALeapOfTheTimestampsIsADiscontinuity) {
    play(clip());
    play(clip(), std::chrono::hours(30));
    EXPECT_TRUE(list().segments[3].discontinuity);
    EXPECT_EQ(list().segments.back().duration, MediaTime{2s});
}

TEST_F(LiveStreamTest, APauseOfASilentPictureIsADiscontinuityThatIsDated) {
    tests::ClipOptions options;
    options.hasAudio = false;
    auto clip = tests::makeClip(options);
    std::erase_if(clip.packets, [](const auto& packet) {
        return packet.dts > MediaTime{2'500ms} && packet.dts < MediaTime{3'400ms};
    });
    play(clip);
    stream_->end();
    const auto segments = list().segments;
    const auto behind = std::find_if(segments.begin(), segments.end(),
                                     [](const auto& segment) { return segment.discontinuity; });
    ASSERT_NE(behind, segments.end());
    ASSERT_NE(behind, segments.begin());
    const auto& before = *std::prev(behind);
    const auto apart = *behind->programDateTime - *before.programDateTime;
    EXPECT_GT(apart, before.duration + MediaTime{500ms}) << "the pause itself is not listed";
    EXPECT_EQ(
        std::count_if(segments.begin(), segments.end(), [](const auto& each) { return each.discontinuity; }),
        1);
}

TEST_F(LiveStreamTest, TracksMayBeToldOneByOne) {
    auto sound = clip().tracks;
    sound.video.reset();
    stream_->tracks(kPrimary, sound);
    play(clip());
    EXPECT_EQ(list().segments[0].duration, MediaTime{2s});
    EXPECT_FALSE(list().segments[0].discontinuity);
}

TEST_F(LiveStreamTest, TellsItsHealthOnceASecond) {
    play(clip());
    events_.clear();
    for (auto packet : clip().packets) {
        clock_.advance(10ms);
        packet.dts += 6s;
        packet.pts += 6s;
        stream_->packet(kPrimary, packet);
    }
    const auto expected = clip().packets.size() / 100;
    EXPECT_NEAR(static_cast<double>(events_.size()), static_cast<double>(expected), 1);
    ASSERT_FALSE(events_.empty());
    const auto& health = *events_.back().health;
    EXPECT_EQ(health.width, 320);
    EXPECT_GT(health.bitrate, 10'000);
    EXPECT_GT(health.frameRate, 10);
    EXPECT_DOUBLE_EQ(health.keyFrameInterval, 2);
    EXPECT_THAT(health.videoCodec, testing::StartsWith("avc1."));
    EXPECT_EQ(health.audioCodec, "mp4a.40.2");
}

TEST_F(LiveStreamTest, RefusesMoreThanItCarries) {
    settings_.highestBitrate = 1'000;
    stream_->tracks(kPrimary, clip().tracks);
    for (const auto& packet : clip().packets) {
        clock_.advance(10ms);
        stream_->packet(kPrimary, packet);
    }
    ASSERT_EQ(closed_.size(), 1U);
    EXPECT_THAT(closed_[0], testing::HasSubstr("Mbit/s"));
}

TEST_F(LiveStreamTest, EndsWithAListThatSaysSo) {
    play(clip());
    stream_->end();
    EXPECT_TRUE(list().endList);
    EXPECT_EQ(list().segments.size(), 3U);
    EXPECT_EQ(lasting().back(), BroadcastEventType::Ended);
}

TEST_F(LiveStreamTest, OneThatNeverPlayedEndsWithoutAWord) {
    stream_->tracks(kPrimary, clip().tracks);
    stream_->packet(kPrimary, clip().packets.front());
    stream_->end();
    EXPECT_TRUE(events_.empty());
    EXPECT_FALSE(snapshot_);
}

}  // namespace
}  // namespace footlight::relay::origin
