#include "app/desktop/command_line.h"

#include <gtest/gtest.h>

#include <fstream>
#include <vector>

#include "tests/support/temp_dir.h"

namespace footlight::desktop {
namespace {

std::variant<Command, Explanation> parse(std::vector<const char*> words) {
    words.insert(words.begin(), "footlight");
    return parseCommandLine(static_cast<int>(words.size()), words.data());
}

template <typename Verb>
Verb commandOf(std::vector<const char*> words) {
    auto parsed = parse(std::move(words));
    const auto* command = std::get_if<Command>(&parsed);
    EXPECT_TRUE(command != nullptr && std::holds_alternative<Verb>(*command));
    return command != nullptr && std::holds_alternative<Verb>(*command) ? std::get<Verb>(*command) : Verb{};
}

Explanation explanationOf(std::vector<const char*> words) {
    auto parsed = parse(std::move(words));
    EXPECT_TRUE(std::holds_alternative<Explanation>(parsed));
    return std::holds_alternative<Explanation>(parsed) ? std::get<Explanation>(parsed) : Explanation{-1, {}};
}

}  // namespace

TEST(CommandLine, OpensTheWindowWithoutAVerb) { EXPECT_EQ(commandOf<OpenWindow>({}).relay, ""); }

TEST(CommandLine, ReadsADemo) {
    const auto demo = commandOf<Demo>(
        {"demo", "--headless", "--duration", "12.5", "--stats", "json", "--screenshot", "shots"});
    EXPECT_TRUE(demo.run.headless);
    EXPECT_EQ(demo.run.duration, std::chrono::milliseconds(12'500));
    EXPECT_TRUE(demo.run.statsAsJson);
    EXPECT_EQ(demo.screenshots, "shots");
}

TEST(CommandLine, ReadsAGoLiveToAnRtmpServer) {
    tests::TempDir folder;
    const auto file = (folder / "key").string();
    { std::ofstream(file) << "k\n"; }
    const auto goLive = commandOf<GoLive>({"golive", "--rtmp", "rtmp://h/live", "--key-file", file.c_str(),
                                           "--test-pattern", "--title", "A b"});
    EXPECT_EQ(goLive.rtmp, "rtmp://h/live");
    EXPECT_EQ(goLive.keyFile, file);
    EXPECT_TRUE(goLive.testPattern);
    EXPECT_EQ(goLive.title, "A b");
    EXPECT_FALSE(goLive.run.duration.has_value());
}

TEST(CommandLine, ReadsAChannelToWatch) {
    const auto watch = commandOf<Watch>({"watch", "anna", "--relay", "studio.example"});
    EXPECT_EQ(watch.what, "anna");
    EXPECT_EQ(watch.relay, "studio.example");
}

TEST(CommandLine, ExplainsEveryVerbInItsHelp) {
    const auto help = explanationOf({"--help"});
    EXPECT_EQ(help.exitCode, 0);
    for (const char* word : {"golive", "watch", "demo", "--key-file", "--stats", "Examples", "Exit codes"}) {
        EXPECT_NE(help.text.find(word), std::string::npos) << word << "\n" << help.text;
    }
}

TEST(CommandLine, RefusesAnRtmpServerWithoutAKeyFile) {
    const auto error = explanationOf({"golive", "--rtmp", "rtmp://h/live"});
    EXPECT_EQ(error.exitCode, 2);
    EXPECT_NE(error.text.find("--key-file"), std::string::npos) << error.text;
}

TEST(CommandLine, RefusesWhatItDoesNotKnow) {
    for (const auto& words : std::vector<std::vector<const char*>>{{"dance"},
                                                                   {"demo", "--loud"},
                                                                   {"watch"},
                                                                   {"demo", "--stats", "xml"},
                                                                   {"demo", "--duration", "-3"}}) {
        const auto error = explanationOf(words);
        EXPECT_EQ(error.exitCode, 2) << words.front();
        EXPECT_FALSE(error.text.empty());
    }
}

}  // namespace footlight::desktop
