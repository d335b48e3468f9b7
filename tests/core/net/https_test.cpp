// TLS with the real thing on the other side: curl and openssl s_client.
#include <fcntl.h>
#include <gtest/gtest.h>

#include <fstream>

#include "core/net/stream/tls.h"
#include "tests/core/net/loop_fixture.h"
#include "tests/core/net/raw_client.h"
#include "tests/support/certificate.h"

namespace footlight::net {
namespace {

using tests::Certificate;
using tests::RawClient;
using tests::RunningServer;

constexpr std::size_t kFileBytes = 3'000'000;

std::string fileText() {
    std::string text(kFileBytes, '\0');
    for (std::size_t i = 0; i < text.size(); ++i) {
        text[i] = static_cast<char>('a' + i % 23);
    }
    return text;
}

/// Head in memory, the middle in a file, the end in memory.
Task<http::Response> answerFrom(FilePtr file) {
    http::Response response;
    response.body = {Piece::of(share({'<'})), Piece::of(file, 1'000, kFileBytes - 1'000),
                     Piece::of(share({'>'})), Piece::of(file, 0, 10)};
    co_return response;
}

class FileServer : public testing::Test {
protected:
    void SetUp() override {
        std::ofstream(folder_ / "body", std::ios::binary) << fileText();
        file_ = std::make_shared<const OpenFile>(::open((folder_ / "body").c_str(), O_RDONLY | O_CLOEXEC));
    }

    http::ServerOptions options(std::shared_ptr<const TlsServer> tls) {
        http::ServerOptions made;
        made.handler = [file = file_](http::Request) { return answerFrom(file); };
        made.tls = std::move(tls);
        return made;
    }
    std::shared_ptr<TlsServer> load() {
        auto loaded = TlsServer::load({certificate_.certificate(), certificate_.key()});
        EXPECT_TRUE(loaded.has_value()) << loaded.error().text();
        return loaded ? *loaded : nullptr;
    }
    std::string fetch(const RunningServer& server, const std::vector<std::string>& more) {
        const bool isSecure = std::find(more.begin(), more.end(), "--cacert") != more.end();
        std::vector<std::string> command = {
            "curl", "-sS", "--max-time", "20",
            std::string(isSecure ? "https" : "http") + "://localhost:" + std::to_string(server.port()) + "/"};
        command.insert(command.end(), more.begin(), more.end());
        return tests::run(command).output;
    }

    static std::string expected() {
        const auto text = fileText();
        return "<" + text.substr(1'000) + ">" + text.substr(0, 10);
    }

    tests::TempDir folder_;
    Certificate certificate_;
    FilePtr file_;
};

}  // namespace

TEST_F(FileServer, SendsMemoryAndFilesInOrder) {
    RunningServer server(options(nullptr));
    EXPECT_EQ(fetch(server, {}), expected());
}

TEST_F(FileServer, SendsTheSameWithinTls) {
    RunningServer server(options(load()));
    EXPECT_EQ(fetch(server, {"--cacert", certificate_.certificate().string()}), expected());
    EXPECT_EQ(fetch(server, {"--cacert", certificate_.certificate().string(), "--tls-max", "1.2"}),
              expected());
}

TEST_F(FileServer, RefusesOldTls) {
    RunningServer server(options(load()));
    const auto answer = fetch(server, {"--cacert", certificate_.certificate().string(), "--tlsv1.1",
                                       "--tls-max", "1.1", "--ciphers", "DEFAULT@SECLEVEL=0"});
    EXPECT_NE(answer.find("curl: (35)"), std::string::npos) << answer;
}

TEST_F(FileServer, PlainTextOnTheTlsPortEndsTheConnection) {
    RunningServer server(options(load()));
    RawClient client(server.port());
    client.send("GET / HTTP/1.1\r\nHost: r\r\n\r\n");
    EXPECT_EQ(client.receiveUntil("\r\n\r\n").find("HTTP/1.1 200"), std::string::npos);
    EXPECT_EQ(server.counters().badRequests.load(), 1U);
}

TEST_F(FileServer, ThisMachineMaySpeakPlainlyWhereThatIsAllowed) {
    auto made = options(load());
    made.plain = http::PlainHttp::FromThisMachine;
    RunningServer server(std::move(made));
    EXPECT_EQ(fetch(server, {}), expected());
    EXPECT_EQ(fetch(server, {"--cacert", certificate_.certificate().string()}), expected());
}

TEST_F(FileServer, AClientThatNeverShakesHandsIsClosed) {
    auto made = options(load());
    made.limits.tlsHandshake = std::chrono::milliseconds(50);
    made.limits.sweep = std::chrono::milliseconds(10);
    RunningServer server(std::move(made));
    const RawClient silent(server.port());
    EXPECT_TRUE(tests::eventually([&] { return server.counters().timedOut.load() == 1; }));
}

TEST_F(FileServer, ANewCertificateIsShownWithoutARestart) {
    const auto tls = load();
    RunningServer server(options(tls));
    const Certificate renewed("renewed");
    EXPECT_EQ(tls->reloadIfChanged().value(), false);
    renewed.replace(certificate_);
    std::filesystem::last_write_time(certificate_.certificate(),
                                     std::filesystem::file_time_type::clock::now() + std::chrono::seconds(1));
    const auto reloaded = tls->reloadIfChanged();
    ASSERT_TRUE(reloaded.has_value()) << reloaded.error().text();
    EXPECT_TRUE(*reloaded);
    EXPECT_EQ(fetch(server, {"--cacert", renewed.certificate().string()}), expected());
}

TEST_F(FileServer, AHalfWrittenCertificateChangesNothing) {
    const auto tls = load();
    RunningServer server(options(tls));
    const std::string before = certificate_.certificate().string() + ".before";
    std::filesystem::copy_file(certificate_.certificate(), before);
    std::ofstream(certificate_.certificate()) << "-----BEGIN CERT";
    std::filesystem::last_write_time(certificate_.certificate(),
                                     std::filesystem::file_time_type::clock::now() + std::chrono::seconds(1));
    const auto reloaded = tls->reloadIfChanged();
    ASSERT_FALSE(reloaded.has_value());
    EXPECT_NE(reloaded.error().text().find("certificate.pem"), std::string::npos) << reloaded.error().text();
    EXPECT_EQ(fetch(server, {"--cacert", before}), expected());
}

TEST(TlsServer, SaysWhichFileCannotBeUsed) {
    const Certificate one;
    const Certificate other;
    const auto absent = TlsServer::load({"/nonexistent/c.pem", one.key()});
    ASSERT_FALSE(absent.has_value());
    EXPECT_EQ(absent.error().category(), ErrorCategory::NotFound);
    const auto mixed = TlsServer::load({one.certificate(), other.key()});
    ASSERT_FALSE(mixed.has_value());
    EXPECT_EQ(mixed.error().category(), ErrorCategory::Invalid) << mixed.error().text();
}

}  // namespace footlight::net
