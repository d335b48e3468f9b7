// The app without clicking: it goes live from the test pattern and watches itself.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/support/relay_process.h"

namespace footlight::tests {
namespace {

/// The last JSON line that carries "summary".
boost::json::object summaryOf(const std::string& output) {
    std::istringstream in(output);
    boost::json::object summary;
    for (std::string line; std::getline(in, line);) {
        boost::system::error_code error;
        const auto value = boost::json::parse(line, error);
        if (!error && value.is_object() && value.as_object().contains("summary")) {
            summary = value.as_object();
        }
    }
    return summary;
}

double number(const boost::json::object& summary, const char* name) {
    const auto* value = summary.if_contains(name);
    return value != nullptr && value->is_number() ? value->to_number<double>() : -1;
}

Process::Environment homeIn(const TempDir& folder) {
    const auto home = folder.path().string();
    return {{"HOME", home},
            {"XDG_DATA_HOME", home + "/data"},
            {"XDG_CONFIG_HOME", home + "/config"},
            {"XDG_CACHE_HOME", home + "/cache"}};
}

void expectBroadcastWasSeen(const Finished& demo) {
    ASSERT_EQ(demo.exitCode, 0) << demo.output;
    const auto summary = summaryOf(demo.output);
    EXPECT_GT(number(summary, "latency_ms"), 0) << demo.output;
    EXPECT_LT(number(summary, "latency_ms"), 5000) << demo.output;
    EXPECT_GT(number(summary, "fps"), 10) << demo.output;
}

}  // namespace

TEST(App, HelpExplainsItself) {
    const auto help = run({programPath("footlight"), "--help"});
    EXPECT_EQ(help.exitCode, 0) << help.output;
    for (const char* word : {"golive", "watch", "demo"}) {
        EXPECT_NE(help.output.find(word), std::string::npos) << help.output;
    }
}

TEST(App, DemoGoesLiveAndWatchesItselfWithoutAWindow) {
    TempDir home;
    const auto demo =
        run({programPath("footlight"), "demo", "--headless", "--duration", "12", "--stats", "json"},
            homeIn(home), std::chrono::seconds(90));
    expectBroadcastWasSeen(demo);
    const auto summary = summaryOf(demo.output);
    EXPECT_GT(number(summary, "golive_ms"), 0) << demo.output;
    EXPECT_GT(number(summary, "join_ms"), 0) << demo.output;
    EXPECT_GE(number(summary, "glass_p95_ms"), number(summary, "glass_latency_ms")) << demo.output;
}

TEST(App, DemoShowsItselfInTheRealWindow) {
    TempDir home;
    const auto shots = (home / "shots").string();
    expectBroadcastWasSeen(run({"xvfb-run", "-a", "-s", "-screen 0 1600x900x24", programPath("footlight"),
                                "demo", "--duration", "12", "--stats", "json", "--screenshot", shots},
                               homeIn(home), std::chrono::seconds(120)));
    EXPECT_TRUE(std::filesystem::exists(shots + "/studio.png"));
    EXPECT_TRUE(std::filesystem::exists(shots + "/watch.png"));
}

TEST(App, GoLiveAndWatchMeetOnARelay) {
    TempDir home;
    RelayProcess relay;
    ASSERT_TRUE(relay.isReady()) << relay.output();
    const auto key = relay.addChannel("meet");
    const auto keyFile = (home / "key").string();
    { std::ofstream(keyFile) << key << "\n"; }
    Process golive({programPath("footlight"), "golive", "--rtmp", "rtmp://" + relay.rtmpAddress() + "/live",
                    "--key-file", keyFile, "--test-pattern", "--headless", "--duration", "40"},
                   homeIn(home));
    ASSERT_TRUE(waitUntilPlayable(relay, "meet")) << golive.output() << relay.output();
    TempDir viewer;
    expectBroadcastWasSeen(run({programPath("footlight"), "watch", relay.playlistUrl("meet"), "--headless",
                                "--duration", "8", "--stats", "json"},
                               homeIn(viewer), std::chrono::seconds(60)));
}

TEST(App, AWrongKeyIsSaidInWords) {
    TempDir home;
    RelayProcess relay;
    ASSERT_TRUE(relay.isReady()) << relay.output();
    const auto keyFile = (home / "key").string();
    { std::ofstream(keyFile) << "wrong-key\n"; }
    const auto refused =
        run({programPath("footlight"), "golive", "--rtmp", "rtmp://" + relay.rtmpAddress() + "/live",
             "--key-file", keyFile, "--test-pattern", "--headless", "--duration", "20"},
            homeIn(home), std::chrono::seconds(60));
    EXPECT_EQ(refused.exitCode, 1) << refused.output;
    EXPECT_NE(refused.output.find("key"), std::string::npos) << refused.output;
    EXPECT_EQ(refused.output.find("wrong-key"), std::string::npos) << refused.output;
}

}  // namespace footlight::tests
