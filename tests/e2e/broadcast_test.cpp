// One broadcast, whatever happens to its encoders and to the relay: real encoders die, real players go on.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <csignal>
#include <fstream>
#include <iterator>

#include "tests/support/encoders.h"
#include "tests/support/relay_process.h"

namespace footlight::tests {
namespace {

class BroadcastTest : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(relay_.isReady()) << relay_.output();
        key_ = relay_.addChannel("stage");
    }

    [[nodiscard]] std::string live() const { return relay_.rtmpUrl(key_); }
    [[nodiscard]] std::string backup() const { return "rtmp://" + relay_.rtmpAddress() + "/backup/" + key_; }
    [[nodiscard]] std::string list() const {
        return fetch("http://" + relay_.mediaAddress() + "/live/stage/source/media.m3u8").body;
    }
    [[nodiscard]] static std::size_t count(const std::string& text, const std::string& what) {
        std::size_t found = 0;
        for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) {
            ++found;
        }
        return found;
    }
    [[nodiscard]] std::size_t discontinuities() const { return count(list(), "#EXT-X-DISCONTINUITY\n"); }
    /// The first address of a segment in the playlist.
    [[nodiscard]] static std::string firstSegment(const std::string& text) {
        const auto line = text.find('\n', text.find("#EXTINF"));
        return text.substr(line + 1, text.find('\n', line + 1) - line - 1);
    }
    void killNow(Process& process) {
        process.signal(SIGKILL);
        process.waitForExit();
    }
    /// The relay's process of this role.
    [[nodiscard]] pid_t role(const std::string& name) {
        const auto supervisor = std::to_string(relay_.process().pid());
        std::ifstream children("/proc/" + supervisor + "/task/" + supervisor + "/children");
        for (pid_t child = 0; children >> child;) {
            std::ifstream line("/proc/" + std::to_string(child) + "/cmdline");
            std::string words{std::istreambuf_iterator<char>(line), {}};
            std::replace(words.begin(), words.end(), '\0', ' ');
            if (words.find("--role " + name) != std::string::npos) {
                return child;
            }
        }
        return -1;
    }

    RelayProcess relay_;
    std::string key_;
};

/// The whole of it: the encoder is killed, viewers see the slate, the encoder is back with another picture
/// size, and one ffmpeg and one hls.js play through all of it at one address.
TEST_F(BroadcastTest, PlayersGoOnWhileTheEncoderIsKilledAndStartedAgain) {
    auto first = std::make_unique<Process>(ffmpegEncoder(live()));
    ASSERT_TRUE(waitUntilListed(relay_, "stage")) << first->output() << relay_.output();
    Process reader(
        {"ffmpeg", "-v", "error", "-i", relay_.playlistUrl("stage"), "-t", "24", "-f", "null", "-"});
    Process browser(
        {"node", FOOTLIGHT_BROWSER_TESTS "/play.mjs", relay_.playlistUrl("stage"), "--seconds", "24"});
    ASSERT_TRUE(waitUntilListed(relay_, "stage", 5));
    const auto before = list();
    killNow(*first);
    EXPECT_TRUE(waitUntil([&] { return discontinuities() == 1; }))
        << "no slate: " << list() << relay_.output();
    EXPECT_TRUE(waitUntil([&] { return count(list(), "#EXTINF") >= count(before, "#EXTINF") + 3; }))
        << "the slate goes on: " << list();
    Encoding again;
    again.size = "320x180";
    Process second(ffmpegEncoder(live(), again));
    EXPECT_TRUE(waitUntil([&] { return discontinuities() == 2; })) << list() << second.output();
    EXPECT_EQ(count(list(), "#EXT-X-ENDLIST"), 0U);
    EXPECT_EQ(reader.waitForExit(), 0) << reader.output();
    EXPECT_EQ(reader.output().find("decod"), std::string::npos) << reader.output();
    ASSERT_TRUE(browser.waitForExit());
    boost::system::error_code error;
    const auto seen = boost::json::parse(browser.output(), error);
    ASSERT_FALSE(error) << browser.output();
    EXPECT_TRUE(seen.at("errors").as_array().empty()) << browser.output();
    // A loaded machine makes hls.js late: it leaves out a part then, and Chromium stands still for a while
    // behind it.
    EXPECT_GT(seen.at("played").to_number<double>(), 12) << browser.output();
    for (const auto& jump : seen.at("jumps").as_array()) {
        EXPECT_LT(jump.to_number<double>(), 0.5) << browser.output();
    }
}

TEST_F(BroadcastTest, TheBackupTakesOverWithinSecondsOfAStall) {
    Process primary(ffmpegEncoder(live()));
    ASSERT_TRUE(waitUntilListed(relay_, "stage")) << primary.output() << relay_.output();
    Process second(ffmpegEncoder(backup()));
    ASSERT_TRUE(waitUntil([&] { return relay_.output().find("a backup publisher") != std::string::npos; }))
        << second.output() << relay_.output();
    Process reader(
        {"ffmpeg", "-v", "error", "-i", relay_.playlistUrl("stage"), "-t", "14", "-f", "null", "-"});
    ASSERT_TRUE(waitUntilListed(relay_, "stage", 5));
    primary.signal(SIGSTOP);
    EXPECT_TRUE(waitUntil([&] { return discontinuities() == 1; }, std::chrono::seconds(8)))
        << list() << relay_.output();
    EXPECT_EQ(reader.waitForExit(), 0) << reader.output();
    EXPECT_EQ(count(list(), "#EXT-X-ENDLIST"), 0U);
    EXPECT_EQ(discontinuities(), 1U) << "and stays on air";
    primary.signal(SIGCONT);
}

TEST_F(BroadcastTest, TheSamePlaylistGoesOnAfterTheOriginWasKilled) {
    auto first = std::make_unique<Process>(ffmpegEncoder(live()));
    ASSERT_TRUE(waitUntilListed(relay_, "stage", 4)) << first->output() << relay_.output();
    const auto before = list();
    const auto origin = role("origin");
    ASSERT_GT(origin, 0);
    kill(origin, SIGKILL);
    first->waitForExit();
    ASSERT_TRUE(waitUntil([&] { return list().find(firstSegment(before)) != std::string::npos; }))
        << list() << relay_.output();
    EXPECT_EQ(count(list(), "#EXT-X-ENDLIST"), 0U);
    Process second(ffmpegEncoder(live()));
    ASSERT_TRUE(waitUntil([&] { return count(list(), "#EXTINF") > count(before, "#EXTINF") + 1; }))
        << list() << second.output() << relay_.output();
    EXPECT_NE(list().find(firstSegment(before)), std::string::npos) << "one playlist: " << list();
    EXPECT_GE(discontinuities(), 1U);
    const auto segment = "http://" + relay_.mediaAddress() + "/live/stage/source/" + firstSegment(before);
    EXPECT_EQ(fetch(segment).status, 200) << "what was made before can still be fetched";
}

TEST_F(BroadcastTest, IsPlayedOverRtmpToo) {
    Process encoder(ffmpegEncoder(live()));
    ASSERT_TRUE(waitUntilPlayable(relay_, "stage")) << encoder.output() << relay_.output();
    const auto played = run({"ffmpeg", "-v", "error", "-i", "rtmp://" + relay_.rtmpAddress() + "/live/stage",
                             "-t", "3", "-f", "null", "-"});
    EXPECT_EQ(played.exitCode, 0) << played.output << relay_.output();
    EXPECT_EQ(played.output, "");
    EXPECT_NE(run({"ffprobe", "-v", "error", "rtmp://" + relay_.rtmpAddress() + "/live/nobody"}).exitCode, 0);
}

}  // namespace
}  // namespace footlight::tests
