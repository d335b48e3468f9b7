// Native players that know nothing of us: ffplay's library, VLC and GStreamer.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "tests/support/relay_process.h"

namespace footlight::tests {
namespace {

class Players : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(relay_.isReady()) << relay_.output();
        publisher_ = std::make_unique<Process>(
            ffmpegEncoder(relay_.rtmpUrl(relay_.addChannel("show")), {.seconds = 90}));
        ASSERT_TRUE(waitUntilListed(relay_, "show")) << publisher_->output() << relay_.output();
    }

    RelayProcess relay_;
    std::unique_ptr<Process> publisher_;
};

/// VLC refuses to run as root.
std::vector<std::string> asOrdinaryUser(std::vector<std::string> command) {
    if (::getuid() == 0) {
        const std::vector<std::string> prefix = {"setpriv", "--reuid=65534", "--regid=65534",
                                                 "--clear-groups"};
        command.insert(command.begin(), prefix.begin(), prefix.end());
    }
    return command;
}

std::size_t count(const std::string& text, const std::string& word) {
    std::size_t found = 0;
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        ++found;
    }
    return found;
}

}  // namespace

TEST_F(Players, FfplayPlaysForSeconds) {
    Process ffplay({"ffplay", "-nodisp", "-stats", "-i", relay_.playlistUrl("show")},
                   {{"SDL_AUDIODRIVER", "dummy"}, {"SDL_VIDEODRIVER", "dummy"}});
    // Its last line of statistics begins with the time that is played; the first one is where it began.
    const auto clocks = [&] {
        std::vector<double> times;
        const auto output = ffplay.output();
        for (auto at = output.find(" M-A:"); at != std::string::npos; at = output.find(" M-A:", at + 1)) {
            const auto from = output.find_last_of("\r\n", at);
            times.push_back(
                std::strtod(output.c_str() + (from == std::string::npos ? 0 : from + 1), nullptr));
        }
        std::erase_if(times, [](double time) { return !(time > 0); });
        return times;
    };
    EXPECT_TRUE(waitUntil([&] {
        const auto times = clocks();
        return !times.empty() && times.back() - times.front() > 4;
    })) << ffplay.output();
}

TEST_F(Players, VlcDecodesPictureAndSound) {
    TempDir home;
    ASSERT_EQ(run({"chmod", "0777", home.path().string()}).exitCode, 0);
    const auto played =
        run(asOrdinaryUser({"cvlc", "--no-one-instance", "-vv", "--vout", "dummy", "--aout", "dummy",
                            "--run-time", "8", "--play-and-exit", relay_.playlistUrl("show"), "vlc://quit"}),
            {{"HOME", home.path().string()}});
    EXPECT_GT(
        count(played.output, "main video output debug: ") + count(played.output, "Received first picture"),
        0U)
        << played.output.substr(0, 20'000);
    EXPECT_EQ(count(played.output, "main decoder error"), 0U) << played.output.substr(0, 20'000);
}

class GStreamer : public Players, public testing::WithParamInterface<const char*> {};

/// playbin takes the older hlsdemux, playbin3 takes hlsdemux2.
TEST_P(GStreamer, PlaysBothTracks) {
    Process player({"gst-launch-1.0", "-v", GetParam(), "uri=" + relay_.playlistUrl("show"),
                    "video-sink=fakesink name=picture silent=false sync=true",
                    "audio-sink=fakesink name=sound silent=false sync=true"});
    const auto shown = [&](const std::string& sink) {
        return count(player.output(), "GstFakeSink:" + sink + ": last-message = chain");
    };
    EXPECT_TRUE(waitUntil([&] { return shown("picture") > 90 && shown("sound") > 100; }))
        << shown("picture") << " pictures, " << shown("sound") << " sounds\n"
        << player.output().substr(0, 8'000);
}

INSTANTIATE_TEST_SUITE_P(Hls, GStreamer, testing::Values("playbin", "playbin3"));

TEST_F(Players, FfmpegAndRtmpdumpPlayOverRtmp) {
    const std::string url = "rtmp://" + relay_.rtmpAddress() + "/live/show";
    const auto decoded =
        run({"ffmpeg", "-nostdin", "-v", "error", "-xerror", "-i", url, "-t", "3", "-f", "null", "-"});
    EXPECT_EQ(decoded.exitCode, 0) << decoded.output << relay_.output();
    TempDir folder;
    const std::string file = (folder / "show.flv").string();
    Process dump({"rtmpdump", "-q", "--live", "-r", url, "-o", file});
    EXPECT_TRUE(waitUntil([&] {
        std::error_code absent;
        const auto size = std::filesystem::file_size(file, absent);
        return !absent && size > 100'000;
    })) << dump.output()
        << relay_.output();
    dump.terminate();
    const auto copied =
        run({"ffprobe", "-v", "error", "-show_entries", "stream=codec_name", "-of", "csv=p=0", file});
    EXPECT_NE(copied.output.find("h264"), std::string::npos) << copied.output;
    EXPECT_NE(copied.output.find("aac"), std::string::npos) << copied.output;
    const auto missing = run({"ffmpeg", "-nostdin", "-v", "error", "-i", url + "-not", "-f", "null", "-"});
    EXPECT_NE(missing.exitCode, 0) << missing.output;
}

}  // namespace footlight::tests
