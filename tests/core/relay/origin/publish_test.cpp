#include <csignal>

#include "tests/core/relay/origin/origin_fixture.h"

namespace footlight::relay::origin {
namespace {

using media::MediaTime;
using testing::HasSubstr;
using tests::Process;
using tests::run;

MediaTime milliseconds(std::int64_t count) { return std::chrono::milliseconds{count}; }

class PublishTest : public OriginFixture {};

TEST_F(PublishTest, FfmpegPublishesAndFfprobeReadsThePlaylist) {
    Process ffmpeg(publisher(rtmpUrl("stage")));
    ASSERT_TRUE(waitForSegments("stage", 2)) << ffmpeg.output();
    const auto probed =
        run({"ffprobe", "-v", "warning", "-of", "csv=p=0", "-read_intervals", "%+3", "-show_entries",
             "stream=codec_name,width,height,sample_rate", mediaUrl("/live/stage/index.m3u8")});
    EXPECT_THAT(probed.output, HasSubstr("h264,320,180"));
    EXPECT_THAT(probed.output, HasSubstr("aac,48000"));
    EXPECT_EQ(probed.exitCode, 0) << probed.output;
    const auto decoded = run({"ffmpeg", "-v", "warning", "-xerror", "-i", mediaUrl("/live/stage/index.m3u8"),
                              "-t", "3", "-f", "null", "-"});
    EXPECT_EQ(decoded.exitCode, 0) << decoded.output;
    EXPECT_EQ(decoded.output, "");
}

TEST_F(PublishTest, SegmentsAndPartsKeepWhatThePlaylistPromises) {
    Process ffmpeg(publisher(rtmpUrl("stage")));
    ASSERT_TRUE(waitForSegments("stage", 3)) << ffmpeg.output();
    const auto list = playlist("stage");
    EXPECT_EQ(list.targetDuration, milliseconds(3000));
    EXPECT_EQ(list.partTarget, milliseconds(200));
    EXPECT_EQ(list.serverControl.partHoldBack, milliseconds(600));
    EXPECT_TRUE(list.serverControl.canBlockReload);
    EXPECT_TRUE(list.independentSegments);
    ASSERT_EQ(list.preloadHints.size(), 1U);
    for (const auto& segment : list.segments) {
        EXPECT_EQ(segment.duration, milliseconds(2000)) << segment.uri;
        EXPECT_EQ(segment.parts.size(), 10U);
        MediaTime sum{};
        for (const auto& part : segment.parts) {
            EXPECT_LE(part.duration, list.partTarget);
            EXPECT_GE(part.duration * 100, list.partTarget * 85);
            sum += part.duration;
        }
        EXPECT_EQ(sum, segment.duration);
        EXPECT_TRUE(segment.parts.front().isIndependent);
        std::string joined;
        for (const auto& part : segment.parts) {
            joined += get("/live/stage/source/" + part.uri).body;
        }
        EXPECT_EQ(get("/live/stage/source/" + segment.uri).body, joined)
            << "segment bytes are its parts' bytes";
        EXPECT_EQ(segment.programDateTime.has_value(), true);
    }
    EXPECT_EQ(*list.segments[1].programDateTime - *list.segments[0].programDateTime, 2s);
}

TEST_F(PublishTest, ADroppedPublisherReturnsToTheSameBroadcast) {
    {
        Process first(publisher(rtmpUrl("stage")));
        ASSERT_TRUE(waitForSegments("stage", 2)) << first.output();
        first.signal(SIGKILL);
    }
    ASSERT_TRUE(waitFor(BroadcastEventType::Lost));
    EXPECT_FALSE(playlist("stage").endList);
    const auto before = playlist("stage");
    Process second(publisher(rtmpUrl("stage")));
    ASSERT_TRUE(waitFor(BroadcastEventType::Resumed)) << second.output();
    const auto after = playlist("stage");
    EXPECT_EQ(after.mediaSequence, before.mediaSequence);
    EXPECT_EQ(after.targetDuration, before.targetDuration);
    ASSERT_TRUE(after.open);
    EXPECT_TRUE(after.open->discontinuity);
    const auto events = hub_.events();
    EXPECT_EQ(events.front().broadcastId, events.back().broadcastId);
}

TEST_F(PublishTest, ACleanEndEndsTheBroadcastAtOnce) {
    PublishOptions options;
    options.seconds = 4;
    Process ffmpeg(publisher(rtmpUrl("stage"), options));
    ASSERT_TRUE(waitFor(BroadcastEventType::Ended)) << ffmpeg.output();
    EXPECT_TRUE(tests::waitUntil([&] { return playlist("stage").endList; }));
    const auto decoded =
        run({"ffprobe", "-v", "warning", "-of", "csv=p=0", "-select_streams", "v", "-count_frames",
             "-show_entries", "stream=nb_read_frames", mediaUrl("/live/stage/index.m3u8")});
    EXPECT_THAT(decoded.output, testing::StartsWith("120\n")) << "not a picture is lost";
    EXPECT_EQ(hub_.count(BroadcastEventType::Lost), 0U);
}

TEST_F(PublishTest, TheSecondPublisherOfALiveChannelIsRefused) {
    Process first(publisher(rtmpUrl("stage")));
    ASSERT_TRUE(waitFor(BroadcastEventType::Started)) << first.output();
    const auto second = run(publisher(rtmpUrl("stage")), {}, 20s);
    EXPECT_NE(second.exitCode, 0);
    const auto before = playlist("stage").sequenceOf(0);
    EXPECT_TRUE(waitForSegments("stage", 3)) << "the first goes on";
    EXPECT_EQ(playlist("stage").sequenceOf(0), before);
    EXPECT_EQ(origin_->statistics().refused, 1U);
}

TEST_F(PublishTest, AWrongKeyIsRefused) {
    const auto url = "rtmp://127.0.0.1:" + std::to_string(rtmp_->port()) + "/live/nonsense";
    EXPECT_NE(run(publisher(url), {}, 20s).exitCode, 0);
    EXPECT_EQ(origin_->statistics().onAir, 0U);
}

TEST_F(PublishTest, TheGraceEndsTheBroadcastOfAPublisherThatStaysAway) {
    stop();
    StreamSettings settings;
    ChannelPolicy policy;
    policy.grace = 500ms;
    hub_.setPolicy(policy);
    settings.afterEnd = 1s;
    start(settings);
    Process ffmpeg(publisher(rtmpUrl("stage")));
    ASSERT_TRUE(waitForSegments("stage", 1)) << ffmpeg.output();
    ffmpeg.signal(SIGKILL);
    ASSERT_TRUE(waitFor(BroadcastEventType::Ended));
    EXPECT_TRUE(playlist("stage").endList);
    EXPECT_TRUE(tests::waitUntil([&] { return get("/live/stage/index.m3u8").status == 404; }))
        << "and is forgotten";
}

TEST_F(PublishTest, SoundAloneAndPicturesAlonePlay) {
    PublishOptions sound;
    sound.hasVideo = false;
    PublishOptions picture;
    picture.hasAudio = false;
    picture.hasBFrames = true;
    Process radio(publisher(rtmpUrl("radio"), sound));
    Process mute(publisher(rtmpUrl("mute"), picture));
    ASSERT_TRUE(waitForSegments("radio", 2)) << radio.output();
    ASSERT_TRUE(waitForSegments("mute", 2)) << mute.output();
    for (const auto* channel : {"radio", "mute"}) {
        const auto decoded =
            run({"ffmpeg", "-v", "warning", "-xerror", "-i",
                 mediaUrl("/live/" + std::string(channel) + "/index.m3u8"), "-t", "2", "-f", "null", "-"});
        EXPECT_EQ(decoded.exitCode, 0) << channel << decoded.output;
        EXPECT_EQ(decoded.output, "") << channel;
    }
}

TEST_F(PublishTest, ASecondPublisherMayComeToTheBackupIngest) {
    Process first(publisher(rtmpUrl("stage")));
    ASSERT_TRUE(waitFor(BroadcastEventType::Started)) << first.output();
    const auto backup = "rtmp://127.0.0.1:" + std::to_string(rtmp_->port()) + "/backup/key-stage";
    Process second(publisher(backup));
    const auto hasBoth = [this] {
        const auto events = hub_.events();
        return std::any_of(events.begin(), events.end(), [](const auto& event) {
            return event.input && event.input->hasPrimary && event.input->hasBackup;
        });
    };
    ASSERT_TRUE(tests::waitUntil(hasBoth)) << second.output();
    EXPECT_NE(run(publisher(backup), {}, 20s).exitCode, 0) << "one backup";
    ASSERT_TRUE(waitForSegments("stage", 4));
    first.signal(SIGKILL);
    const auto hasSwitched = [this] {
        const auto events = hub_.events();
        return std::any_of(events.begin(), events.end(), [](const auto& event) {
            return event.input && event.input->active == IngestSlot::Backup && !event.input->hasPrimary;
        });
    };
    ASSERT_TRUE(tests::waitUntil(hasSwitched));
    EXPECT_EQ(hub_.count(BroadcastEventType::Lost), 0U);
    EXPECT_TRUE(tests::waitUntil([this] {
        const auto list = playlist("stage");
        return std::any_of(list.segments.begin(), list.segments.end(),
                           [](const auto& segment) { return segment.discontinuity; });
    }));
}

TEST_F(PublishTest, TheOwnerEndsTheBroadcast) {
    Process ffmpeg(publisher(rtmpUrl("stage")));
    ASSERT_TRUE(waitForSegments("stage", 1)) << ffmpeg.output();
    const auto broadcast = hub_.events().front().broadcastId;
    const auto another = BroadcastId::make(utcFromMilliseconds(1'700'000'000'000));
    origin_->commands().execute(EndBroadcast{"nobody", broadcast});
    origin_->commands().execute(EndBroadcast{"stage", another});
    EXPECT_FALSE(playlist("stage").endList) << "an end that came late is not this broadcast's";
    origin_->commands().execute(EndBroadcast{"stage", broadcast});
    ASSERT_TRUE(waitFor(BroadcastEventType::Ended));
    EXPECT_TRUE(playlist("stage").endList);
    EXPECT_NE(ffmpeg.waitForExit(), 0) << "its encoder was told to go";
    EXPECT_EQ(hub_.count(BroadcastEventType::Ended), 1U);
}

TEST_F(PublishTest, AChangedGraceCountsAtOnce) {
    Process ffmpeg(publisher(rtmpUrl("stage")));
    ASSERT_TRUE(waitForSegments("stage", 1)) << ffmpeg.output();
    ChannelPolicy policy;
    policy.grace = 200ms;
    origin_->commands().execute(ChangePolicy{"stage", policy});
    ffmpeg.signal(SIGKILL);
    ASSERT_TRUE(waitFor(BroadcastEventType::Lost));
    EXPECT_TRUE(waitFor(BroadcastEventType::Ended)) << "the new grace is the one that counts";
}

}  // namespace
}  // namespace footlight::relay::origin
