// The encoders of others publish to our server.
#include <csignal>

#include "tests/core/rtmp/session/ingest_fixture.h"
#include "tests/support/encoders.h"

namespace footlight::rtmp {

using media::MediaKind;
using tests::Process;

namespace {

std::vector<std::string> ffmpeg(const std::string& url, const std::string& videoCodec, int seconds) {
    return tests::ffmpegEncoder(url, {.size = "320x180",
                                      .seconds = seconds,
                                      .keyFrameInterval = 30,
                                      .videoCodec = videoCodec,
                                      .hasBFrames = true});
}

std::vector<std::string> gstreamer(const std::string& url) {
    return tests::gstreamerEncoder(url, {.size = "320x180", .seconds = 3, .keyFrameInterval = 30});
}

bool hasPicturesAndSound(const Recording& recording) {
    return recording.count(MediaKind::Video) >= 45 && recording.count(MediaKind::Audio) >= 45;
}

/// What every encoder's stream must have: both tracks, a key frame first, times that go on.
void expectGoodStream(const Recording& recording) {
    ASSERT_FALSE(recording.tracks.empty());
    const media::Tracks& tracks = recording.tracks.back();
    ASSERT_TRUE(tracks.video && tracks.audio);
    EXPECT_EQ(tracks.video->width, 320);
    EXPECT_EQ(tracks.video->height, 180);
    EXPECT_EQ(tracks.audio->sampleRate, 48'000);
    EXPECT_EQ(tracks.audio->channels, 2);
    std::optional<media::MediaTime> last;
    for (const media::Packet& packet : recording.packets) {
        if (packet.kind == MediaKind::Video) {
            EXPECT_TRUE(last || packet.isKeyFrame);
            EXPECT_TRUE(!last || packet.dts > *last);
            EXPECT_GE(packet.pts, packet.dts);
            last = packet.dts;
        }
    }
}

}  // namespace

using Encoders = IngestFixture;

TEST_F(Encoders, FfmpegPublishesAndEndsCleanly) {
    Process encoder(ffmpeg(url("good"), "libx264", 3));
    ASSERT_TRUE(handler_.waitFor(hasPicturesAndSound)) << encoder.output();
    EXPECT_EQ(encoder.waitForExit(), 0) << encoder.output();
    ASSERT_TRUE(handler_.waitFor([](const Recording& recording) { return !recording.ends.empty(); }));
    const auto recording = handler_.recording();
    EXPECT_EQ(recording.ends, std::vector{PublishEnd::Clean});
    EXPECT_EQ(recording.requests.at(0).app, "live");
    EXPECT_EQ(recording.requests.at(0).peerAddress, "127.0.0.1");
    EXPECT_FALSE(recording.requests.at(0).encoder.empty());
    EXPECT_EQ(recording.tracks.size(), 2U) << "one call each for picture and sound";
    expectGoodStream(recording);
}

TEST_F(Encoders, KilledFfmpegIsALostStream) {
    Process encoder(ffmpeg(url("good"), "libx264", 60));
    ASSERT_TRUE(handler_.waitFor(hasPicturesAndSound)) << encoder.output();
    encoder.signal(SIGKILL);
    ASSERT_TRUE(handler_.waitFor([](const Recording& recording) { return !recording.ends.empty(); }, 2s));
    EXPECT_EQ(handler_.recording().ends, std::vector{PublishEnd::Lost});
}

TEST_F(Encoders, StoppedFfmpegIsLostAfterTheSilence) {
    ServerLimits limits;
    limits.silence = 1s;
    serve(limits);
    Process encoder(ffmpeg(url("good"), "libx264", 60));
    ASSERT_TRUE(handler_.waitFor(hasPicturesAndSound)) << encoder.output();
    encoder.signal(SIGSTOP);
    ASSERT_TRUE(handler_.waitFor([](const Recording& recording) { return !recording.ends.empty(); }, 5s));
    EXPECT_EQ(handler_.recording().ends, std::vector{PublishEnd::Lost});
    EXPECT_EQ(server_->counters().timedOut.load(), 1U);
}

TEST_F(Encoders, FfmpegIsToldOfAWrongKey) {
    Process encoder(ffmpeg(url("wrong"), "libx264", 10));
    EXPECT_NE(encoder.waitForExit(20s).value_or(0), 0) << encoder.output();
    EXPECT_NE(encoder.output().find("the stream key is not known"), std::string::npos) << encoder.output();
}

TEST_F(Encoders, FfmpegIsToldThatAChannelIsBusy) {
    Process encoder(ffmpeg(url("busy"), "libx264", 10));
    EXPECT_NE(encoder.waitForExit(20s).value_or(0), 0) << encoder.output();
    EXPECT_NE(encoder.output().find("this channel is live already"), std::string::npos) << encoder.output();
}

TEST_F(Encoders, FfmpegIsToldWhichCodecsAreTaken) {
    Process encoder(ffmpeg(url("good"), "flv1", 10));
    EXPECT_NE(encoder.waitForExit(20s).value_or(0), 0) << encoder.output();
    EXPECT_NE(encoder.output().find("Sorenson H.263; this relay takes H.264, HEVC, AV1 and VP9 video"),
              std::string::npos)
        << encoder.output();
    EXPECT_EQ(handler_.recording().ends, std::vector{PublishEnd::Lost});
}

TEST_F(Encoders, GStreamerPublishes) {
    Process encoder(gstreamer(url("good")));
    ASSERT_TRUE(handler_.waitFor(hasPicturesAndSound)) << encoder.output();
    ASSERT_TRUE(handler_.waitFor([](const Recording& recording) { return !recording.ends.empty(); }))
        << encoder.output();
    expectGoodStream(handler_.recording());
}

TEST_F(Encoders, GStreamerIsRefusedWithAWrongKey) {
    Process encoder(gstreamer(url("wrong")));
    EXPECT_NE(encoder.waitForExit(20s).value_or(0), 0) << encoder.output();
    EXPECT_TRUE(handler_.recording().packets.empty());
}

}  // namespace footlight::rtmp
