// hls.js and Shaka Player in headless Chromium, with low latency and without.
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "tests/support/relay_process.h"

namespace footlight::tests {
namespace {

boost::json::object play(const std::string& url, const std::vector<std::string>& flags) {
    std::vector<std::string> command = {"node", FOOTLIGHT_BROWSER_TESTS "/play.mjs", url, "--seconds", "8"};
    command.insert(command.end(), flags.begin(), flags.end());
    const auto finished = run(command, {}, std::chrono::seconds(90));
    boost::system::error_code error;
    const auto value = boost::json::parse(finished.output, error);
    EXPECT_FALSE(error) << finished.output;
    return value.is_object() ? value.as_object() : boost::json::object{};
}

double number(const boost::json::object& seen, const char* name) {
    const auto* value = seen.if_contains(name);
    return value != nullptr && value->is_number() ? value->to_number<double>() : -1;
}

class Browser : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(relay_.isReady()) << relay_.output();
        publisher_ = std::make_unique<Process>(
            ffmpegEncoder(relay_.rtmpUrl(relay_.addChannel("web")), {.seconds = 100}));
        ASSERT_TRUE(waitUntilPlayable(relay_, "web")) << publisher_->output() << relay_.output();
    }

    RelayProcess relay_;
    std::unique_ptr<Process> publisher_;
};

}  // namespace

TEST_F(Browser, HlsJsPlaysLowLatencyByParts) {
    const auto seen = play(relay_.playlistUrl("web"), {});
    const auto text = boost::json::serialize(seen);
    EXPECT_EQ(seen.at("lowLatency"), true) << text;
    EXPECT_GT(number(seen, "parts"), 20) << text;
    EXPECT_GT(number(seen, "played"), 6) << text;
    EXPECT_EQ(number(seen, "width"), 640) << text;
    EXPECT_EQ(seen.at("hasDate"), true) << text;
    EXPECT_TRUE(seen.at("errors").as_array().empty()) << text;
}

TEST_F(Browser, HlsJsPlaysWholeSegmentsToo) {
    ASSERT_TRUE(waitUntilListed(relay_, "web"));
    const auto seen = play(relay_.playlistUrl("web"), {"--no-low-latency"});
    const auto text = boost::json::serialize(seen);
    EXPECT_EQ(number(seen, "parts"), 0) << text;
    EXPECT_GT(number(seen, "segments"), 2) << text;
    EXPECT_GT(number(seen, "played"), 6) << text;
    EXPECT_TRUE(seen.at("errors").as_array().empty()) << text;
}

/// Shaka Player 5.2 fails on a low-latency playlist of one or two segments.
TEST_F(Browser, ShakaPlayerPlaysLowLatencyByParts) {
    ASSERT_TRUE(waitUntilListed(relay_, "web"));
    const auto seen = play(relay_.playlistUrl("web"), {"--player", "shaka"});
    const auto text = boost::json::serialize(seen);
    EXPECT_GT(number(seen, "parts"), 10) << text;
    EXPECT_GT(number(seen, "played"), 6) << text;
    EXPECT_EQ(number(seen, "width"), 640) << text;
    EXPECT_TRUE(seen.at("errors").as_array().empty()) << text;
}

TEST_F(Browser, ShakaPlayerPlaysWholeSegmentsToo) {
    ASSERT_TRUE(waitUntilListed(relay_, "web"));
    const auto seen = play(relay_.playlistUrl("web"), {"--player", "shaka", "--no-low-latency"});
    const auto text = boost::json::serialize(seen);
    EXPECT_EQ(number(seen, "parts"), 0) << text;
    EXPECT_GT(number(seen, "played"), 6) << text;
    EXPECT_TRUE(seen.at("errors").as_array().empty()) << text;
}

}  // namespace footlight::tests
