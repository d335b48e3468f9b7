// How the media leaves the relay: rewound, over TLS, behind tokens, and with the headers that caches live by.
#include <gtest/gtest.h>

#include <csignal>
#include <sstream>

#include "tests/support/relay_process.h"

namespace footlight::tests {
namespace {

/// The addresses of the segments that a playlist lists, in order.
std::vector<std::string> segmentsOf(const std::string& playlist) {
    std::vector<std::string> segments;
    std::istringstream in(playlist);
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && line.front() != '#') {
            segments.push_back(line);
        }
    }
    return segments;
}

std::string lineOf(const std::string& text, const std::string& begin) {
    const auto at = text.find(begin);
    return at == std::string::npos ? std::string() : text.substr(at, text.find('\n', at) - at);
}

class Rewind : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(relay_.isReady()) << relay_.output();
        key_ = relay_.addChannel("show");
        publish();
        ASSERT_TRUE(waitUntil([&] { return segmentsOf(all()).size() > segmentsOf(window()).size() + 1; },
                              std::chrono::seconds(60)))
            << publisher_->output() << relay_.output();
    }

    void publish() {
        publisher_ = std::make_unique<Process>(
            ffmpegEncoder(relay_.rtmpUrl(key_), {.size = "320x180", .seconds = 180, .keyFrameInterval = 30}));
    }
    [[nodiscard]] std::string url(const std::string& file) const {
        return "http://" + relay_.mediaAddress() + "/live/show/" + file;
    }
    [[nodiscard]] std::string all() const { return fetch(url("source/dvr.m3u8")).body; }
    [[nodiscard]] std::string window() const { return fetch(url("source/media.m3u8")).body; }

    /// Segments are short, so that some of them soon have left the window.
    RelayProcess relay_{{"--set", "stream.segment_ms=1000", "--set", "stream.window_ms=6000"}};
    std::string key_;
    std::unique_ptr<Process> publisher_;
};

}  // namespace

TEST_F(Rewind, AKilledOriginStillHasTheWholeBroadcast) {
    const auto before = all();
    ASSERT_EQ(::kill(relay_.rolePid("origin"), SIGKILL), 0);
    ASSERT_TRUE(waitUntil([&] { return all().starts_with("#EXTM3U"); })) << relay_.output();
    const auto restored = all();
    EXPECT_EQ(lineOf(restored, "#EXT-X-MEDIA-SEQUENCE"), lineOf(before, "#EXT-X-MEDIA-SEQUENCE"));
    EXPECT_EQ(lineOf(restored, "#EXT-X-DISCONTINUITY-SEQUENCE"),
              lineOf(before, "#EXT-X-DISCONTINUITY-SEQUENCE"));
    publisher_.reset();
    publish();
    ASSERT_TRUE(waitUntil([&] { return segmentsOf(all()).size() > segmentsOf(restored).size() + 4; }))
        << all() << relay_.output();
    const auto after = all();
    const auto listed = segmentsOf(after);
    const auto old = segmentsOf(before);
    ASSERT_GT(listed.size(), old.size());
    EXPECT_TRUE(std::equal(old.begin(), old.end(), listed.begin())) << before << after;
    for (const auto& segment : listed) {
        EXPECT_EQ(fetch(url("source/" + segment), {"-o", "/dev/null"}).status, 200) << segment;
    }
    // To the slate that was shown meanwhile: ffmpeg 5.1 cannot follow into another initialisation section.
    const auto length = std::to_string(segmentsOf(before).size() - 1);
    const auto played = run({"ffmpeg", "-nostdin", "-v", "error", "-xerror", "-live_start_index", "0", "-i",
                             url("dvr.m3u8"), "-t", length, "-f", "null", "-"});
    EXPECT_EQ(played.exitCode, 0) << played.output << relay_.output();
    EXPECT_EQ(played.output, "");
    const auto first = run({"ffprobe", "-v", "error", "-live_start_index", "0", "-show_entries",
                            "format=start_time", "-of", "csv=p=0", url("dvr.m3u8")});
    EXPECT_LT(std::strtod(first.output.c_str(), nullptr), 1.0)
        << first.output << "not from the first segment";
}

}  // namespace footlight::tests
