// What ffmpeg and curl read from the relay while ffmpeg publishes into it.
#include <gtest/gtest.h>

#include "tests/support/relay_process.h"

namespace footlight::tests {
namespace {

class Readers : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(relay_.isReady()) << relay_.output();
        publisher_ = std::make_unique<Process>(
            ffmpegEncoder(relay_.rtmpUrl(relay_.addChannel("show")), {.seconds = 90}));
        ASSERT_TRUE(waitUntilPlayable(relay_, "show")) << publisher_->output() << relay_.output();
    }

    [[nodiscard]] std::string mediaUrl(const std::string& query = {}) const {
        return "http://" + relay_.mediaAddress() + "/live/show/source/media.m3u8" + query;
    }

    RelayProcess relay_;
    std::unique_ptr<Process> publisher_;
};

/// The value of `name=` in a playlist, up to the next comma or line end.
std::string attribute(const std::string& playlist, const std::string& name) {
    const auto at = playlist.rfind(name + "=");
    if (at == std::string::npos) {
        return {};
    }
    const auto from = at + name.size() + 1;
    return playlist.substr(from, playlist.find_first_of(",\n", from) - from);
}

std::string lineAfter(const std::string& playlist, const std::string& tag) {
    const auto at = playlist.find(tag);
    const auto from = at + tag.size();
    return at == std::string::npos ? std::string() : playlist.substr(from, playlist.find('\n', from) - from);
}

}  // namespace

TEST_F(Readers, FfmpegDecodesWithoutAWord) {
    const auto decoded = run({"ffmpeg", "-nostdin", "-v", "error", "-xerror", "-i",
                              relay_.playlistUrl("show"), "-t", "6", "-f", "null", "-"});
    EXPECT_EQ(decoded.exitCode, 0) << decoded.output;
    EXPECT_EQ(decoded.output, "");
}

TEST_F(Readers, ThePlaylistKeepsTheRulesOfLowLatencyHls) {
    const auto playlist = fetch(mediaUrl()).body;
    EXPECT_EQ(playlist.substr(0, 8), "#EXTM3U\n");
    EXPECT_EQ(std::stod(attribute(playlist, "PART-TARGET")), 0.2) << playlist;
    EXPECT_EQ(attribute(playlist, "CAN-BLOCK-RELOAD"), "YES");
    EXPECT_NE(playlist.find("#EXT-X-PROGRAM-DATE-TIME:"), std::string::npos);
    EXPECT_NE(playlist.find("#EXT-X-PRELOAD-HINT:TYPE=PART"), std::string::npos);
    for (auto at = playlist.find("#EXT-X-PART:DURATION="); at != std::string::npos;
         at = playlist.find("#EXT-X-PART:DURATION=", at + 1)) {
        EXPECT_LE(std::stod(playlist.substr(at + 21)), 0.2) << playlist;
    }
}

TEST_F(Readers, ABlockingReloadReturnsWithWhatItAskedFor) {
    const auto now = fetch(mediaUrl()).body;
    const auto segments = [](const std::string& text) {
        int count = 0;
        for (auto at = text.find("#EXTINF"); at != std::string::npos; at = text.find("#EXTINF", at + 1)) {
            ++count;
        }
        return count;
    };
    const long first = std::stol(lineAfter(now, "#EXT-X-MEDIA-SEQUENCE:"));
    const long next = first + segments(now) + 1;
    const auto later = fetch(mediaUrl("?_HLS_msn=" + std::to_string(next) + "&_HLS_part=0"));
    EXPECT_EQ(later.status, 200);
    const long laterFirst = std::stol(lineAfter(later.body, "#EXT-X-MEDIA-SEQUENCE:"));
    EXPECT_GE(laterFirst + segments(later.body), next) << later.body;
}

TEST_F(Readers, AnAbsurdBlockingReloadIsRefused) {
    EXPECT_EQ(fetch(mediaUrl("?_HLS_msn=99999999999")).status, 400);
    EXPECT_EQ(fetch(mediaUrl("?_HLS_part=1")).status, 400);
    EXPECT_EQ(fetch(mediaUrl("?_HLS_msn=abc")).status, 400);
}

TEST_F(Readers, ADeltaUpdateSkipsOldSegments) {
    ASSERT_TRUE(waitUntil(
        [&] { return fetch(mediaUrl("?_HLS_skip=YES")).body.find("#EXT-X-SKIP:") != std::string::npos; },
        std::chrono::seconds(60)))
        << fetch(mediaUrl("?_HLS_skip=YES")).body;
}

TEST_F(Readers, AnUnknownPathSaysWhatIsWrong) {
    const auto answer = fetch("http://" + relay_.mediaAddress() + "/live/nobody/index.m3u8");
    EXPECT_EQ(answer.status, 404);
    EXPECT_NE(answer.body.find("nobody"), std::string::npos) << answer.body;
}

TEST_F(Readers, APlaylistComesCompressedWhenAsked) {
    const auto plain = fetch(mediaUrl()).body;
    const auto header = fetch(mediaUrl(), {"-D", "-", "-o", "/dev/null", "-H", "Accept-Encoding: gzip"}).body;
    EXPECT_NE(header.find("gzip"), std::string::npos) << header;
    EXPECT_NE(header.find("Access-Control-Allow-Origin: *"), std::string::npos) << header;
    EXPECT_NE(fetch(mediaUrl(), {"--compressed"}).body.find("#EXTM3U"), std::string::npos);
}

}  // namespace footlight::tests
