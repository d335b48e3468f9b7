#include "core/relay/origin/live_stream.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/relay/origin/stream_description.h"
#include "tests/core/media/ffmpeg/flv_clip.h"
#include "tests/support/fake_clock.h"

namespace footlight::relay::origin {
namespace {

using media::MediaTime;
using namespace std::chrono_literals;

class LiveStreamTest : public testing::Test, protected BroadcastEvents {
protected:
    LiveStreamTest() : stream_(setup(), Logger::silent()) { stream_.arrive(); }

    void report(BroadcastEvent event) override { events_.push_back(std::move(event)); }

    LiveStream::Setup setup() {
        return {"stage",   BroadcastId::make(clock_.utcNow()),
                settings_, clock_,
                *this,     [this](StreamSnapshotPtr snapshot) { snapshot_ = std::move(snapshot); }};
    }

    static const tests::FlvClip& clip() {
        static const auto kClip = tests::makeClip();
        return kClip;
    }

    static const media::Packet& firstPicture() {
        return *std::find_if(clip().packets.begin(), clip().packets.end(),
                             [](const auto& packet) { return packet.kind == media::MediaKind::Video; });
    }

    void play(const tests::FlvClip& clip, MediaTime shift = MediaTime{}) {
        ASSERT_TRUE(stream_.tracks(clip.tracks));
        for (auto packet : clip.packets) {
            packet.dts += shift;
            packet.pts += shift;
            const auto taken = stream_.packet(std::move(packet));
            ASSERT_TRUE(taken) << taken.error().text();
        }
    }

    [[nodiscard]] hls::MediaPlaylist list() const { return snapshot_->source().model(); }
    [[nodiscard]] std::vector<BroadcastEventType> lasting() const {
        std::vector<BroadcastEventType> types;
        for (const auto& event : events_) {
            if (event.type != BroadcastEventType::Health) {
                types.push_back(event.type);
            }
        }
        return types;
    }

    tests::FakeClock clock_{utcFromMilliseconds(1'795'000'000'000)};
    StreamSettings settings_;
    std::vector<BroadcastEvent> events_;
    StreamSnapshotPtr snapshot_;
    LiveStream stream_;
};

TEST_F(LiveStreamTest, IsPlayableOnceItsGopIsKnown) {
    ASSERT_TRUE(stream_.tracks(clip().tracks));
    for (const auto& packet : clip().packets) {
        const bool wasPlayable = stream_.isPlayable();
        ASSERT_TRUE(stream_.packet(packet));
        if (!wasPlayable && stream_.isPlayable()) {
            EXPECT_EQ(packet.dts, firstPicture().dts + MediaTime{2s});
            EXPECT_EQ(list().segments.size(), 1U);
        }
    }
    EXPECT_TRUE(stream_.isPlayable());
}

TEST_F(LiveStreamTest, IsPlayableAfterOnePartWhereTheEncoderSaysItsKeyFrameInterval) {
    ASSERT_TRUE(stream_.tracks(clip().tracks));
    stream_.keyFrameInterval(MediaTime{2s});
    for (const auto& packet : clip().packets) {
        const bool wasPlayable = stream_.isPlayable();
        ASSERT_TRUE(stream_.packet(packet));
        if (!wasPlayable && stream_.isPlayable()) {
            EXPECT_LE(packet.dts, firstPicture().dts + MediaTime{500ms});
        }
    }
    ASSERT_TRUE(stream_.isPlayable());
    EXPECT_EQ(list().targetDuration, 3s);
}

TEST_F(LiveStreamTest, NumbersGoOnAfterARestartOfTheRelay) {
    play(clip());
    const auto before = list();
    clock_.advance(30s);
    LiveStream later(setup(), Logger::silent());
    later.arrive();
    ASSERT_TRUE(later.tracks(clip().tracks));
    for (const auto& packet : clip().packets) {
        ASSERT_TRUE(later.packet(packet));
    }
    EXPECT_GT(list().mediaSequence, before.mediaSequence + before.segments.size());
    EXPECT_GE(list().discontinuitySequence, before.discontinuitySequence);
    EXPECT_NE(list().segments[0].map->uri, before.segments[0].map->uri);
}

TEST_F(LiveStreamTest, DatesSegmentsByTheCaptureClock) {
    const auto captured = clock_.utcNow() - 250ms;
    stream_.captureClock(firstPicture().dts, captured);
    play(clip());
    const auto& segments = list().segments;
    EXPECT_EQ(segments[0].programDateTime, captured);
    EXPECT_EQ(segments[1].programDateTime, captured + 2s);
}

TEST_F(LiveStreamTest, APublisherThatReturnsGoesOnBehindADiscontinuity) {
    play(clip());
    const auto before = list();
    stream_.leave();
    EXPECT_EQ(snapshot_->phase(), WindowPhase::Away);
    EXPECT_FALSE(list().endList);
    clock_.advance(4s);
    stream_.arrive();
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
    stream_.leave();
    tests::ClipOptions options;
    options.frameRate = "24";
    options.gopFrames = 120;
    options.seconds = 11;
    stream_.arrive();
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
    stream_.end();
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
    ASSERT_TRUE(stream_.tracks(sound));
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
        ASSERT_TRUE(stream_.packet(packet));
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
    ASSERT_TRUE(stream_.tracks(clip().tracks));
    Result<void> taken;
    for (std::size_t i = 0; i < clip().packets.size() && taken; ++i) {
        clock_.advance(10ms);
        taken = stream_.packet(clip().packets[i]);
    }
    ASSERT_FALSE(taken);
    EXPECT_THAT(taken.error().message(), testing::HasSubstr("Mbit/s"));
}

TEST_F(LiveStreamTest, EndsWithAListThatSaysSo) {
    play(clip());
    stream_.end();
    EXPECT_TRUE(list().endList);
    EXPECT_EQ(list().segments.size(), 3U);
    EXPECT_EQ(lasting().back(), BroadcastEventType::Ended);
}

TEST_F(LiveStreamTest, OneThatNeverPlayedEndsWithoutAWord) {
    ASSERT_TRUE(stream_.tracks(clip().tracks));
    ASSERT_TRUE(stream_.packet(clip().packets.front()));
    stream_.end();
    EXPECT_TRUE(events_.empty());
    EXPECT_FALSE(snapshot_);
}

}  // namespace
}  // namespace footlight::relay::origin
