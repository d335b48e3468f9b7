#include <gtest/gtest.h>

#include <regex>

#include "tests/support/badnet.h"
#include "tests/support/relay_process.h"

namespace footlight::tests {
namespace {

std::vector<std::string> transportSender(const std::string& url) {
    return {"ffmpeg",   "-v",        "error", "-re",
            "-f",       "lavfi",     "-i",    "testsrc2=size=320x180:rate=30",
            "-f",       "lavfi",     "-i",    "sine",
            "-t",       "60",        "-c:v",  "libx264",
            "-preset",  "ultrafast", "-g",    "30",
            "-pix_fmt", "yuv420p",   "-c:a",  "aac",
            "-f",       "mpegts",    url};
}

std::string fieldOf(const std::string& json, const std::string& name) {
    const std::regex field("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"");
    std::smatch match;
    return std::regex_search(json, match, field) ? match[1].str() : std::string();
}

std::string childrenOf(pid_t relay) {
    return run({"ps", "--ppid", std::to_string(relay), "-o", "args="}).output;
}

TEST(GatewayProgram, SleepsUntilTheFirstSrtCallerAndCarriesItsStream) {
    RelayProcess relay;
    ASSERT_TRUE(relay.isReady()) << relay.output();
    const auto key = relay.addChannel("anna");
    EXPECT_EQ(childrenOf(relay.process().pid()).find("relay gateway"), std::string::npos);
    const auto refused = run(transportSender("srt://" + relay.srtAddress() + "?streamid=no_such_key"));
    EXPECT_NE(refused.exitCode, 0);
    Process ffmpeg(transportSender("srt://" + relay.srtAddress() + "?streamid=publish/" + key));
    EXPECT_TRUE(waitUntilPlayable(relay, "anna")) << ffmpeg.output() << relay.output();
    EXPECT_NE(childrenOf(relay.process().pid()).find("relay gateway"), std::string::npos);
    EXPECT_EQ(relay.output().find(key), std::string::npos) << "a key in the log";
}

TEST(GatewayProgram, AnInputOfAChannelIsListenedTo) {
    const std::string token = "an-owner-token-for-this-test-of-enough-letters";
    RelayProcess relay({}, {{"FOOTLIGHT_OWNER_TOKEN", token}});
    ASSERT_TRUE(relay.isReady()) << relay.output();
    const auto api = "http://" + relay.hubAddress() + "/api/v1";
    const std::vector<std::string> json{"-H", "Content-Type: application/json"};
    auto signIn = json;
    signIn.insert(signIn.end(), {"-d", "{\"ownerToken\":\"" + token + "\"}"});
    const auto session = fetch(api + "/session", signIn);
    ASSERT_EQ(session.status, 200) << session.body;
    const auto channel = fieldOf(session.body, "channel");
    const auto port = std::to_string(freeUdpPort());
    auto add = json;
    add.insert(add.end(), {"-H", "Authorization: Bearer " + fieldOf(session.body, "token"), "-d",
                           "{\"url\":\"udp://127.0.0.1:" + port + "\"}"});
    const auto added = fetch(api + "/channels/" + channel + "/inputs", add);
    ASSERT_LT(added.status, 300) << added.body;
    ASSERT_TRUE(relay.process().waitForOutput("has an input: udp://127.0.0.1:" + port)) << relay.output();
    Process ffmpeg(transportSender("udp://127.0.0.1:" + port + "?pkt_size=1316"));
    EXPECT_TRUE(waitUntilPlayable(relay, channel)) << ffmpeg.output() << relay.output();
}

}  // namespace
}  // namespace footlight::tests
