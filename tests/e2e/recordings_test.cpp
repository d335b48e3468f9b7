// What is kept of a broadcast, whatever happens to the relay meanwhile, and who can play it.
#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <regex>

#include "tests/support/relay_process.h"

namespace footlight::tests {
namespace {

double secondsIn(const std::string& playlist) {
    double sum = 0;
    for (auto at = playlist.find("#EXTINF:"); at != std::string::npos;
         at = playlist.find("#EXTINF:", at + 1)) {
        sum += std::strtod(playlist.c_str() + at + 8, nullptr);
    }
    return sum;
}

/// The parts of the segment that is being made are whole, and listed behind the last EXTINF.
double secondsOfOpenParts(const std::string& playlist) {
    double sum = 0;
    const std::string tag = "#EXT-X-PART:DURATION=";
    const auto last = playlist.rfind("#EXTINF:");
    for (auto at = playlist.find(tag, last); at != std::string::npos; at = playlist.find(tag, at + 1)) {
        sum += std::strtod(playlist.c_str() + at + tag.size(), nullptr);
    }
    return sum;
}

/// VLC refuses to run as root.
std::vector<std::string> asOrdinaryUser(std::vector<std::string> command) {
    if (::getuid() == 0) {
        const std::vector<std::string> prefix = {"setpriv", "--reuid=65534", "--regid=65534",
                                                 "--clear-groups"};
        command.insert(command.begin(), prefix.begin(), prefix.end());
    }
    return command;
}

class Recordings : public testing::Test {
protected:
    explicit Recordings(const std::vector<std::string>& arguments = {"--set", "stream.window_ms=600000"})
        : relay_(arguments) {}

    void SetUp() override {
        ASSERT_TRUE(relay_.isReady()) << relay_.output();
        key_ = relay_.addChannel("show");
        publish();
        ASSERT_TRUE(waitUntilListed(relay_, "show")) << publisher_->output() << relay_.output();
    }

    void publish() {
        publisher_ = std::make_unique<Process>(ffmpegEncoder(relay_.rtmpUrl(key_), {.seconds = 120}));
    }
    /// The encoder says goodbye, and the broadcast is over.
    void finish() {
        publisher_->signal(SIGINT);
        publisher_->waitForExit();
        EXPECT_TRUE(waitUntil([&] {
            return fetch(vodUrl("source/media.m3u8")).body.find("#EXT-X-ENDLIST") != std::string::npos;
        })) << relay_.output();
    }
    [[nodiscard]] std::vector<std::string> kept() const {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(relay_.dataFolder() + "/recordings")) {
            names.push_back(entry.path().filename().string());
        }
        return names;
    }
    [[nodiscard]] std::string vodUrl(const std::string& file) const {
        const auto names = kept();
        return "http://" + relay_.mediaAddress() + "/vod/" + (names.empty() ? "none" : names.front()) + "/" +
               file;
    }
    [[nodiscard]] std::string livePlaylist() const {
        return fetch("http://" + relay_.mediaAddress() + "/live/show/source/media.m3u8").body;
    }
    void expectDecodes(const std::string& url) {
        const auto decoded =
            run({"ffmpeg", "-nostdin", "-v", "error", "-xerror", "-i", url, "-f", "null", "-"});
        EXPECT_EQ(decoded.exitCode, 0) << decoded.output;
        EXPECT_EQ(decoded.output, "");
    }
    [[nodiscard]] double durationOf(const std::string& url) const {
        const auto probed =
            run({"ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", url});
        return std::strtod(probed.output.c_str(), nullptr);
    }

    RelayProcess relay_;
    std::string key_;
    std::unique_ptr<Process> publisher_;
};

}  // namespace

TEST_F(Recordings, IsAnEventWhileOnAirAndAVideoAtOnceAfterwards) {
    ASSERT_EQ(kept().size(), 1U);
    const auto onAir = fetch(vodUrl("source/media.m3u8"));
    EXPECT_EQ(onAir.status, 200) << relay_.output();
    EXPECT_NE(onAir.body.find("#EXT-X-PLAYLIST-TYPE:EVENT"), std::string::npos) << onAir.body;
    finish();
    const auto ended = fetch(vodUrl("source/media.m3u8")).body;
    EXPECT_NE(ended.find("#EXT-X-PLAYLIST-TYPE:VOD"), std::string::npos) << ended;
    EXPECT_GT(secondsIn(ended), 5.0);
    expectDecodes(vodUrl("index.m3u8"));
    expectDecodes("file:" + relay_.dataFolder() + "/recordings/" + kept().front() + "/source/journal.m3u8");
}

TEST_F(Recordings, AKilledOriginLosesAtMostOnePartAndGoesOnInTheSameRecording) {
    const auto before = livePlaylist();
    const auto shown = secondsIn(before) + secondsOfOpenParts(before);
    ASSERT_EQ(::kill(relay_.rolePid("origin"), SIGKILL), 0);
    ASSERT_TRUE(waitUntil([&] { return fetch(vodUrl("source/media.m3u8")).status == 200; }))
        << relay_.output();
    const auto after = fetch(vodUrl("source/media.m3u8")).body;
    EXPECT_GE(secondsIn(after), shown - 0.2) << before << after;
    publisher_.reset();
    publish();
    ASSERT_TRUE(waitUntil([&] { return secondsIn(fetch(vodUrl("source/media.m3u8")).body) > shown + 4; }))
        << fetch(vodUrl("source/media.m3u8")).body << relay_.output();
    finish();
    EXPECT_EQ(kept().size(), 1U) << "one broadcast, one recording";
    expectDecodes(vodUrl("index.m3u8"));
}

TEST_F(Recordings, AKilledRelayGoesOnInTheSameRecording) {
    const auto before = livePlaylist();
    const auto shown = secondsIn(before) + secondsOfOpenParts(before);
    relay_.killAndRestart();
    ASSERT_TRUE(relay_.isReady()) << relay_.output();
    const auto after = fetch(vodUrl("source/media.m3u8")).body;
    EXPECT_GE(secondsIn(after), shown - 0.2) << before << after;
    publish();
    ASSERT_TRUE(waitUntil([&] { return secondsIn(fetch(vodUrl("source/media.m3u8")).body) > shown + 4; }))
        << fetch(vodUrl("source/media.m3u8")).body << relay_.output();
    finish();
    EXPECT_EQ(kept().size(), 1U) << "one broadcast, one recording";
    expectDecodes(vodUrl("index.m3u8"));
}

TEST_F(Recordings, IsDownloadedAsOneMp4WholeOrCut) {
    ASSERT_TRUE(waitUntilListed(relay_, "show", 6));
    finish();
    const auto whole = secondsIn(fetch(vodUrl("source/media.m3u8")).body);
    expectDecodes(vodUrl("download.mp4"));
    EXPECT_NEAR(durationOf(vodUrl("download.mp4")), whole, 0.1);
    EXPECT_NEAR(durationOf(vodUrl("download.mp4?from=2&to=6")), 4, 0.2);
    TempDir folder;
    const auto file = (folder / "whole.mp4").string();
    ASSERT_EQ(run({"curl", "-s", "-o", file, vodUrl("download.mp4")}).exitCode, 0);
    const auto head = fetch(vodUrl("download.mp4"), {"-I"}).body;
    EXPECT_NE(head.find("Content-Length: " + std::to_string(std::filesystem::file_size(file))),
              std::string::npos)
        << head;
    const auto tail = (folder / "tail.mp4").string();
    ASSERT_EQ(run({"curl", "-s", "-r", "1000-", "-o", tail, vodUrl("download.mp4")}).exitCode, 0);
    EXPECT_EQ(run({"cmp", "-i", "1000:0", file, tail}).exitCode, 0);
    EXPECT_EQ(fetch(vodUrl("download.mp4?from=5&to=2")).status, 400);
    expectDecodes(file);
    EXPECT_EQ(run({"gst-launch-1.0", "-q", "filesrc", "location=" + file, "!", "qtdemux", "!", "h264parse",
                   "!", "avdec_h264", "!", "fakesink"})
                  .exitCode,
              0);
}

TEST_F(Recordings, VlcPlaysIt) {
    finish();
    TempDir home;
    ASSERT_EQ(run({"chmod", "0777", home.path().string()}).exitCode, 0);
    for (const std::string file : {"index.m3u8", "download.mp4"}) {
        const auto played =
            run(asOrdinaryUser({"cvlc", "--no-one-instance", "-vv", "--vout", "dummy", "--aout", "dummy",
                                "--run-time", "4", "--play-and-exit", vodUrl(file), "vlc://quit"}),
                {{"HOME", home.path().string()}});
        EXPECT_TRUE(played.output.find("Received first picture") != std::string::npos ||
                    played.output.find("main video output debug: ") != std::string::npos)
            << file << played.output.substr(0, 20'000);
        EXPECT_EQ(played.output.find("main decoder error"), std::string::npos) << file;
    }
}

TEST_F(Recordings, GStreamerPlaysItToItsEnd) {
    finish();
    for (const std::string player : {"playbin", "playbin3"}) {
        const auto played = run({"gst-launch-1.0", player, "uri=" + vodUrl("index.m3u8"),
                                 "video-sink=fakesink sync=false", "audio-sink=fakesink sync=false"});
        EXPECT_EQ(played.exitCode, 0) << player << played.output;
        EXPECT_NE(played.output.find("EOS"), std::string::npos) << player << played.output;
    }
}

TEST_F(Recordings, HlsJsPlaysIt) {
    finish();
    const auto played = run({"node", FOOTLIGHT_BROWSER_TESTS "/play.mjs", vodUrl("index.m3u8"), "--seconds",
                             "4", "--no-low-latency"},
                            {}, std::chrono::seconds(90));
    EXPECT_NE(played.output.find("\"errors\":[]"), std::string::npos) << played.output;
    EXPECT_NE(played.output.find("\"width\":640"), std::string::npos) << played.output;
}

/// The relay on a file system of its own, in a mount namespace of its own.
TEST(RecordingsOnASmallDisk, PauseWhenItIsFullAndGoOnWhenThereIsRoom) {
    TempDir folder;
    const auto data = folder.path().string();
    const auto script = "mount -t tmpfs -o size=24m none " + data + " && exec " +
                        programPath("footlight-relay") + " --data " + data +
                        " --rtmp 127.0.0.1:0 --media 127.0.0.1:0 --hub 127.0.0.1:0" + " --ports-file " +
                        data + "/ports.json";
    const std::string newMounts = geteuid() == 0 ? "-m" : "-rm";
    if (const auto tried = run({"unshare", newMounts, "true"}); tried.exitCode != 0) {
        GTEST_SKIP() << "no mount namespace may be made here: " << tried.output;
    }
    Process relay({"unshare", newMounts, "sh", "-c", script},
                  {{"FOOTLIGHT_RELAY_RECORDING_STOP_FREE_MIB", "8"},
                   {"FOOTLIGHT_RELAY_RECORDING_ALARM_FREE_MIB", "0"}});
    const auto inside = [&](const std::string& path) {
        return "/proc/" + std::to_string(relay.pid()) + "/root" + data + "/" + path;
    };
    ASSERT_TRUE(waitUntil([&] { return std::ifstream(inside("ports.json")).good(); })) << relay.output();
    const auto portOf = [&](const std::string& name) {
        std::ifstream in(inside("ports.json"));
        const std::string ports{std::istreambuf_iterator<char>(in), {}};
        std::smatch found;
        return std::regex_search(ports, found, std::regex("\"" + name + "\"\\s*:\\s*\"([^\"]+)\""))
                   ? found[1].str()
                   : std::string();
    };
    const auto added = run({"nsenter", "-t", std::to_string(relay.pid()), "-m",
                            programPath("footlight-relay"), "channel", "add", "show", "--data", data});
    ASSERT_EQ(added.exitCode, 0) << added.output;
    const auto key = added.output.substr(added.output.rfind('\n', added.output.size() - 2) + 1);
    Process publisher(ffmpegEncoder("rtmp://" + portOf("rtmp") + "/live/" + key.substr(0, key.find('\n')),
                                    {.seconds = 90}));
    const auto vod = [&] {
        for (const auto& entry : std::filesystem::directory_iterator(inside("recordings"))) {
            return fetch("http://" + portOf("media") + "/vod/" + entry.path().filename().string() +
                         "/source/media.m3u8")
                .body;
        }
        return std::string();
    };
    ASSERT_TRUE(waitUntil([&] { return secondsIn(vod()) > 3; })) << publisher.output() << relay.output();
    std::ofstream(inside("filler"), std::ios::binary) << std::string(30 << 20, 'x');
    ASSERT_TRUE(relay.waitForOutput("recording pauses")) << relay.output();
    const auto live = [&] {
        return fetch("http://" + portOf("media") + "/live/show/source/media.m3u8").body;
    };
    const auto paused = vod();
    const auto shown = live();
    EXPECT_TRUE(waitUntil([&] { return live() != shown; })) << "live goes on";
    std::filesystem::remove(inside("filler"));
    ASSERT_TRUE(relay.waitForOutput("recording goes on")) << relay.output();
    EXPECT_TRUE(waitUntil([&] { return secondsIn(vod()) > secondsIn(paused) + 3; })) << vod();
    EXPECT_NE(vod().find("#EXT-X-DISCONTINUITY"), std::string::npos) << vod();
}

}  // namespace footlight::tests
