// Each real encoder publishes; ffprobe, which knows nothing of us, says what came out.
#include <gtest/gtest.h>

#include <csignal>

#include "tests/support/certificate.h"
#include "tests/support/relay_process.h"

namespace footlight::tests {
namespace {

/// The codec of each stream that ffprobe finds behind the playlist, a line each.
std::string codecsOf(const RelayProcess& relay, const std::string& channel) {
    return run({"ffprobe", "-v", "error", "-show_entries", "stream=codec_name", "-of", "csv=p=0",
                relay.playlistUrl(channel)})
        .output;
}

void expectPlaysAudioAndVideo(RelayProcess& relay, Process& publisher, const std::string& channel) {
    ASSERT_TRUE(waitUntilPlayable(relay, channel)) << publisher.output() << relay.output();
    const auto codecs = codecsOf(relay, channel);
    EXPECT_NE(codecs.find("h264"), std::string::npos) << codecs << relay.output();
    EXPECT_NE(codecs.find("aac"), std::string::npos) << codecs << relay.output();
}

}  // namespace

TEST(Publishers, FfmpegIsPlayed) {
    RelayProcess relay;
    ASSERT_TRUE(relay.isReady()) << relay.output();
    Process ffmpeg(ffmpegEncoder(relay.rtmpUrl(relay.addChannel("ffmpeg")), {.seconds = 60}));
    expectPlaysAudioAndVideo(relay, ffmpeg, "ffmpeg");
}

TEST(Publishers, GStreamerIsPlayed) {
    RelayProcess relay;
    ASSERT_TRUE(relay.isReady()) << relay.output();
    const auto url = relay.rtmpUrl(relay.addChannel("gstreamer"));
    Process gstreamer(gstreamerEncoder(url));
    expectPlaysAudioAndVideo(relay, gstreamer, "gstreamer");
}

/// What many older encoders and hardware boxes publish with.
TEST(Publishers, LibrtmpIsPlayed) {
    RelayProcess relay;
    ASSERT_TRUE(relay.isReady()) << relay.output();
    const auto url = relay.rtmpUrl(relay.addChannel("librtmp"));
    Process gstreamer(gstreamerEncoder(url + " live=1", {}, "rtmpsink"));
    expectPlaysAudioAndVideo(relay, gstreamer, "librtmp");
    const auto decoded = run({"ffmpeg", "-nostdin", "-v", "error", "-xerror", "-i", relay.rtmpUrl("librtmp"),
                              "-t", "2", "-f", "null", "-"});
    EXPECT_EQ(decoded.exitCode, 0) << decoded.output << gstreamer.output() << relay.output();
}

TEST(Publishers, ObsOutputIsPlayed) {
    RelayProcess relay;
    ASSERT_TRUE(relay.isReady()) << relay.output();
    const auto key = relay.addChannel("obs");
    Process obs({"xvfb-run", "-a", "-s", "-screen 0 1280x720x24", programPath("obs_rtmp_publisher"), "--url",
                 "rtmp://" + relay.rtmpAddress() + "/live", "--key", key, "--seconds", "60"});
    expectPlaysAudioAndVideo(relay, obs, "obs");
}

TEST(Publishers, FfmpegPublishesWithinTlsToTheSamePort) {
    const Certificate certificate;
    RelayProcess relay({}, {{"FOOTLIGHT_RELAY_TLS_CERTIFICATE", certificate.certificate()},
                            {"FOOTLIGHT_RELAY_TLS_KEY", certificate.key()}});
    ASSERT_TRUE(relay.isReady()) << relay.output();
    const auto url = "rtmps://" + relay.rtmpAddress() + "/live/" + relay.addChannel("secure");
    Process ffmpeg(ffmpegEncoder(url));
    expectPlaysAudioAndVideo(relay, ffmpeg, "secure");
    Process plain(ffmpegEncoder(relay.rtmpUrl(relay.addChannel("plain"))));
    expectPlaysAudioAndVideo(relay, plain, "plain");
}

TEST(Publishers, ACleanEndEndsThePlaylist) {
    RelayProcess relay;
    ASSERT_TRUE(relay.isReady()) << relay.output();
    Process ffmpeg(ffmpegEncoder(relay.rtmpUrl(relay.addChannel("short")), {.seconds = 8}));
    ASSERT_TRUE(waitUntilPlayable(relay, "short")) << ffmpeg.output() << relay.output();
    ASSERT_EQ(ffmpeg.waitForExit(), 0) << ffmpeg.output();
    const auto media = "http://" + relay.mediaAddress() + "/live/short/source/media.m3u8";
    EXPECT_TRUE(waitUntil([&] { return fetch(media).body.find("#EXT-X-ENDLIST") != std::string::npos; }))
        << fetch(media).body << relay.output();
}

TEST(Publishers, ALostPublisherReturnsToTheSamePlaylist) {
    RelayProcess relay;
    ASSERT_TRUE(relay.isReady()) << relay.output();
    const auto url = relay.rtmpUrl(relay.addChannel("back"));
    const auto media = "http://" + relay.mediaAddress() + "/live/back/source/media.m3u8";
    {
        Process first(ffmpegEncoder(url, {.seconds = 60}));
        ASSERT_TRUE(waitUntilPlayable(relay, "back")) << first.output() << relay.output();
        first.signal(SIGKILL);
        first.waitForExit();
    }
    EXPECT_EQ(fetch(media).body.find("#EXT-X-ENDLIST"), std::string::npos);
    Process second(ffmpegEncoder(url, {.seconds = 60}));
    EXPECT_TRUE(waitUntil([&] {
        return fetch(media).body.find("#EXT-X-DISCONTINUITY\n") != std::string::npos;
    })) << fetch(media).body
        << second.output() << relay.output();
    EXPECT_EQ(fetch(media).body.find("#EXT-X-ENDLIST"), std::string::npos);
}

}  // namespace footlight::tests
