// The players of others play from our server what ffmpeg publishes to it.
#include "tests/core/rtmp/session/play_fixture.h"
#include "tests/support/encoders.h"
#include "tests/support/temp_dir.h"

namespace footlight::rtmp {

using tests::Process;

class RealPlayers : public PlayFixture {
protected:
    RealPlayers()
        : encoder_(tests::ffmpegEncoder(
              url("show"), {.size = "320x180", .seconds = 20, .keyFrameInterval = 30, .hasBFrames = true})) {
        handler_.feed("show");
    }

    /// The codec of each stream in a file, a line each.
    static std::string codecsIn(const std::string& file) {
        return tests::run(
                   {"ffprobe", "-v", "error", "-show_entries", "stream=codec_name", "-of", "csv=p=0", file})
            .output;
    }

    Process encoder_;
};

TEST_F(RealPlayers, Ffmpeg) {
    const auto decoded = tests::run(
        {"ffmpeg", "-nostdin", "-v", "error", "-xerror", "-i", url("show"), "-t", "2", "-f", "null", "-"});
    EXPECT_EQ(decoded.exitCode, 0) << decoded.output << encoder_.output();
}

TEST_F(RealPlayers, FfmpegIsToldOfAStreamThatIsNotThere) {
    const auto refused =
        tests::run({"ffmpeg", "-nostdin", "-v", "error", "-i", url("nothing"), "-f", "null", "-"});
    EXPECT_NE(refused.exitCode, 0);
    EXPECT_NE(refused.output.find("nobody is live here"), std::string::npos) << refused.output;
}

TEST_F(RealPlayers, Rtmpdump) {
    tests::TempDir folder;
    const std::string file = (folder / "show.flv").string();
    const auto dumped = tests::run({"rtmpdump", "-q", "--live", "-r", url("show"), "-B", "2", "-o", file});
    EXPECT_EQ(dumped.exitCode, 0) << dumped.output << encoder_.output();
    EXPECT_EQ(codecsIn(file), "h264\naac\n");
    const auto decoded =
        tests::run({"ffmpeg", "-nostdin", "-v", "error", "-xerror", "-i", file, "-f", "null", "-"});
    EXPECT_EQ(decoded.exitCode, 0) << decoded.output;
}

TEST_F(RealPlayers, RtmpdumpIsToldOfAStreamThatIsNotThere) {
    const auto refused = tests::run({"rtmpdump", "--live", "-r", url("nothing"), "-o", "/dev/null"});
    EXPECT_NE(refused.exitCode, 0);
    EXPECT_NE(refused.output.find("StreamNotFound"), std::string::npos) << refused.output;
}

TEST_F(RealPlayers, GStreamer) {
    Process player({"gst-launch-1.0",
                    "rtmp2src",
                    "location=" + url("show"),
                    "!",
                    "flvdemux",
                    "name=d",
                    "d.video",
                    "!",
                    "queue",
                    "!",
                    "h264parse",
                    "!",
                    "avdec_h264",
                    "!",
                    "identity",
                    "eos-after=40",
                    "!",
                    "fakesink",
                    "d.audio",
                    "!",
                    "queue",
                    "!",
                    "aacparse",
                    "!",
                    "avdec_aac",
                    "!",
                    "fakesink"});
    EXPECT_EQ(player.waitForExit(), 0) << player.output();
    EXPECT_EQ(player.output().find("ERROR"), std::string::npos) << player.output();
}

TEST_F(RealPlayers, FfmpegEndsWithTheStream) {
    Process player({"ffmpeg", "-nostdin", "-v", "error", "-i", url("show"), "-c", "copy", "-f", "null", "-"});
    ASSERT_TRUE(tests::waitUntil([&] { return server_->counters().bytesSent.load() > 100'000; }))
        << encoder_.output() << player.output();
    encoder_.terminate();
    EXPECT_EQ(player.waitForExit(10s), 0) << player.output();
}

}  // namespace footlight::rtmp
