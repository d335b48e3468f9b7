#include <gtest/gtest.h>

#include <regex>

#include "tests/support/badnet.h"
#include "tests/support/certificate.h"
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

constexpr const char* kOwnerToken = "an-owner-token-for-this-test-of-enough-letters";

/// A relay's owner, and the channel that its relay made for it.
class Owner {
public:
    /// `relay` was started with kOwnerToken.
    explicit Owner(RelayProcess& relay) : api_("http://" + relay.hubAddress() + "/api/v1") {
        const auto session =
            fetch(api_ + "/session", {"-H", "Content-Type: application/json", "-d",
                                      "{\"ownerToken\":\"" + std::string(kOwnerToken) + "\"}"});
        EXPECT_EQ(session.status, 200) << session.body;
        token_ = fieldOf(session.body, "token");
        channel_ = fieldOf(session.body, "channel");
    }
    [[nodiscard]] const std::string& channel() const { return channel_; }
    void addInput(const std::string& url) const {
        const auto added = fetch(api_ + "/channels/" + channel_ + "/inputs",
                                 {"-H", "Content-Type: application/json", "-H",
                                  "Authorization: Bearer " + token_, "-d", "{\"url\":\"" + url + "\"}"});
        EXPECT_LT(added.status, 300) << added.body;
    }

private:
    std::string api_;
    std::string token_;
    std::string channel_;
};

/// What is on the air at `from` comes to `to`, whose gateway plays `url`.
void expectPulled(RelayProcess& from, RelayProcess& to, const std::string& url) {
    ASSERT_TRUE(from.isReady()) << from.output();
    ASSERT_TRUE(to.isReady()) << to.output();
    Process ffmpeg(ffmpegEncoder(from.rtmpUrl(from.addChannel("anna")), {.size = "320x180"}));
    const Owner owner(to);
    owner.addInput(url);
    EXPECT_TRUE(waitUntilPlayable(to, owner.channel())) << ffmpeg.output() << from.output() << to.output();
    const auto codecs = run({"ffprobe", "-v", "error", "-show_entries", "stream=codec_name", "-of", "csv=p=0",
                             to.playlistUrl(owner.channel())});
    EXPECT_NE(codecs.output.find("h264"), std::string::npos) << codecs.output;
    EXPECT_NE(codecs.output.find("aac"), std::string::npos) << codecs.output;
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
    RelayProcess relay({}, {{"FOOTLIGHT_OWNER_TOKEN", kOwnerToken}});
    ASSERT_TRUE(relay.isReady()) << relay.output();
    const Owner owner(relay);
    const auto port = std::to_string(freeUdpPort());
    owner.addInput("udp://127.0.0.1:" + port);
    ASSERT_TRUE(relay.process().waitForOutput("has an input: udp://127.0.0.1:" + port)) << relay.output();
    Process ffmpeg(transportSender("udp://127.0.0.1:" + port + "?pkt_size=1316"));
    EXPECT_TRUE(waitUntilPlayable(relay, owner.channel())) << ffmpeg.output() << relay.output();
}

TEST(GatewayProgram, AnotherRelaysStreamIsPulledByRtmp) {
    RelayProcess from;
    RelayProcess to({}, {{"FOOTLIGHT_OWNER_TOKEN", kOwnerToken}});
    expectPulled(from, to, "rtmp://" + from.rtmpAddress() + "/live/anna");
}

TEST(GatewayProgram, AnotherRelaysStreamIsPulledByRtmps) {
    const Certificate certificate;
    RelayProcess from({}, {{"FOOTLIGHT_RELAY_TLS_CERTIFICATE", certificate.certificate()},
                           {"FOOTLIGHT_RELAY_TLS_KEY", certificate.key()}});
    RelayProcess to({}, {{"FOOTLIGHT_OWNER_TOKEN", kOwnerToken},
                         {"FOOTLIGHT_RELAY_TLS_AUTHORITIES", certificate.certificate()}});
    expectPulled(from, to, "rtmps://" + from.rtmpAddress() + "/live/anna");
}

}  // namespace
}  // namespace footlight::tests
