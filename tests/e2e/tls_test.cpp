// The relay with a certificate: HTTPS, WSS and RTMPS on the ports that it has anyway, and a renewal in the
// midst.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "tests/support/certificate.h"
#include "tests/support/relay_owner.h"

namespace footlight::tests {
namespace {

class SecureRelay : public testing::Test {
protected:
    void SetUp() override { ASSERT_FALSE(owner_.streamKey().empty()) << relay_.output(); }

    static std::string portOf(const std::string& address) { return address.substr(address.rfind(':') + 1); }
    [[nodiscard]] std::string hub() const { return "https://localhost:" + portOf(relay_.hubAddress()); }
    [[nodiscard]] std::string media() const { return "https://localhost:" + portOf(relay_.mediaAddress()); }
    /// 0 where the answer did not come or was not to be trusted.
    [[nodiscard]] int statusOf(const std::string& url, const Certificate& trusted) const {
        return fetch(url, {"--cacert", trusted.certificate().string(), "-o", "/dev/null"}).status;
    }
    void publish(const std::string& server) {
        publisher_ = std::make_unique<Process>(
            ffmpegEncoder(server + owner_.streamKey(), {.size = "320x180", .seconds = 100}));
        ASSERT_TRUE(waitUntil([&] {
            return fetch(media() + "/live/Ada/source/media.m3u8", trust()).body.find("#EXTINF") !=
                   std::string::npos;
        })) << publisher_->output()
            << relay_.output();
    }
    [[nodiscard]] std::vector<std::string> trust() const {
        return {"--cacert", certificate_.certificate().string()};
    }
    [[nodiscard]] std::vector<std::string> play(const std::string& seconds,
                                                const std::string& trusted) const {
        return {"ffmpeg", "-nostdin", "-v",    "error", "-tls_verify",
                "1",      "-ca_file", trusted, "-i",    media() + "/live/Ada/index.m3u8",
                "-t",     seconds,    "-f",    "null",  "-"};
    }
    static std::vector<std::string> converse(const std::string& url, const Certificate& trusted,
                                             const std::vector<std::string>& words) {
        std::vector<std::string> command = {"node", FOOTLIGHT_BROWSER_TESTS "/socket.mjs", url, "--ca",
                                            trusted.certificate().string()};
        for (const auto& said : words) {
            command.insert(command.end(), {"--say", said});
        }
        return command;
    }
    [[nodiscard]] std::string socketUrl() const { return "wss" + hub().substr(5) + "/api/v1/socket"; }
    [[nodiscard]] std::size_t renewals() {
        std::size_t count = 0;
        const auto log = relay_.output();
        const std::string words = "the renewed certificate is in use";
        for (auto at = log.find(words); at != std::string::npos; at = log.find(words, at + 1)) {
            ++count;
        }
        return count;
    }

    Certificate certificate_;
    RelayProcess relay_{{},
                        {{"FOOTLIGHT_RELAY_TLS_CERTIFICATE", certificate_.certificate()},
                         {"FOOTLIGHT_RELAY_TLS_KEY", certificate_.key()}}};
    RelayOwner owner_{hub(), "Ada", trust()};
    std::unique_ptr<Process> publisher_;
};

}  // namespace

TEST_F(SecureRelay, IsPlayedAndAskedOverHttps) {
    publish(relay_.rtmpUrl(""));
    EXPECT_EQ(statusOf(hub() + "/api/v1/relay", certificate_), 200);
    EXPECT_EQ(statusOf(media() + "/live/Ada/index.m3u8", certificate_), 200);
    const Certificate stranger("somebody else");
    EXPECT_EQ(statusOf(media() + "/live/Ada/index.m3u8", stranger), 0);
    const auto head =
        fetch(media() + "/live/Ada/index.m3u8", {"--cacert", certificate_.certificate().string(), "-I"}).body;
    EXPECT_NE(head.find("Strict-Transport-Security: max-age=31536000"), std::string::npos) << head;
    const auto told = owner_.api("GET", "/channels/Ada");
    EXPECT_EQ(RelayOwner::text(told, "playback").substr(0, 8), "https://") << told.body;
    const auto played = run(play("3", certificate_.certificate().string()));
    EXPECT_EQ(played.exitCode, 0) << played.output << relay_.output();
    EXPECT_EQ(played.output, "");
}

TEST_F(SecureRelay, RefusesWhatIsOlderThanTls12) {
    for (const auto& address : {relay_.hubAddress(), relay_.mediaAddress(), relay_.rtmpAddress()}) {
        for (const std::string version : {"-tls1", "-tls1_1"}) {
            const auto tried = run({"openssl", "s_client", "-connect", address, version, "-cipher",
                                    "DEFAULT@SECLEVEL=0", "-ign_eof"});
            EXPECT_NE(tried.exitCode, 0) << tried.output;
            EXPECT_NE(tried.output.find("alert protocol version"), std::string::npos)
                << address << version << tried.output;
        }
        const auto taken = run({"sh", "-c", "openssl s_client -connect " + address + " -tls1_2 </dev/null"});
        EXPECT_NE(taken.output.find("TLSv1.2"), std::string::npos) << address << taken.output;
    }
}

TEST_F(SecureRelay, TheChatIsOpenOverWss) {
    Process guest(converse(socketUrl(), certificate_,
                           {R"({"type":"hello"})", R"({"type":"join","channel":"Ada","watching":true})"}));
    ASSERT_TRUE(guest.waitForOutput(R"("type":"joined")")) << guest.output() << relay_.output();
    Process talker(converse(socketUrl(), certificate_,
                            {R"({"type":"hello","token":")" + owner_.token() + R"("})",
                             R"({"type":"join","channel":"Ada","watching":true})",
                             R"({"type":"say","channel":"Ada","text":"over TLS","nonce":"1"})"}));
    EXPECT_TRUE(guest.waitForOutput("over TLS")) << guest.output() << talker.output();
    const Certificate stranger("somebody else");
    EXPECT_NE(run(converse(socketUrl(), stranger, {})).output.find("failed:"), std::string::npos);
}

TEST_F(SecureRelay, ARenewedCertificateIsTakenAndNobodyIsDropped) {
    publish("rtmps://localhost:" + portOf(relay_.rtmpAddress()) + "/live/");
    Process chat(converse(socketUrl(), certificate_,
                          {R"({"type":"hello"})", R"({"type":"join","channel":"Ada","watching":true})"}));
    ASSERT_TRUE(chat.waitForOutput(R"("type":"joined")")) << chat.output();
    // The player trusts both, from files that stay as they are.
    const Certificate renewed("renewed");
    const TempDir folder;
    const auto both = (folder / "both.pem").string();
    std::ofstream(both) << std::ifstream(certificate_.certificate()).rdbuf()
                        << std::ifstream(renewed.certificate()).rdbuf();
    auto playing = play("14", both);
    const auto progress = (folder / "progress").string();
    playing.insert(playing.begin() + 1, {"-progress", progress});
    Process player(playing);
    ASSERT_TRUE(waitUntil([&] {
        std::ifstream in(progress);
        return std::string(std::istreambuf_iterator<char>(in), {}).find("out_time_ms=1") != std::string::npos;
    })) << player.output();
    renewed.replace(certificate_);
    ASSERT_TRUE(waitUntil([&] { return renewals() == 2; })) << "hub and origin: " << relay_.output();
    EXPECT_EQ(statusOf(hub() + "/api/v1/relay", renewed), 200);
    EXPECT_EQ(statusOf(media() + "/live/Ada/index.m3u8", renewed), 200);
    const auto shown = run({"sh", "-c", "openssl s_client -connect " + relay_.rtmpAddress() + " </dev/null"});
    EXPECT_NE(shown.output.find("CN = renewed"), std::string::npos) << shown.output;
    EXPECT_EQ(player.waitForExit(), 0) << player.output() << relay_.output();
    EXPECT_EQ(player.output(), "");
    RelayOwner bob(hub(), "Bob", {"--cacert", renewed.certificate().string()});
    Process talker(converse(socketUrl(), renewed,
                            {R"({"type":"hello","token":")" + bob.token() + R"("})",
                             R"({"type":"join","channel":"Ada","watching":true})",
                             R"({"type":"say","channel":"Ada","text":"still there?","nonce":"1"})"}));
    EXPECT_TRUE(chat.waitForOutput("still there?")) << chat.output() << talker.output();
    EXPECT_FALSE(publisher_->waitForExit(std::chrono::milliseconds(0)).has_value()) << publisher_->output();
    EXPECT_EQ(relay_.output().find("its stream was lost"), std::string::npos) << relay_.output();
}

}  // namespace footlight::tests
