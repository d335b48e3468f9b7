// RTMPS and RTMP on one port.
#include <cstdlib>
#include <filesystem>

#include "core/net/stream/tls.h"
#include "core/rtmp/session/player.h"
#include "tests/core/rtmp/session/ingest_fixture.h"
#include "tests/core/rtmp/session/raw_connection.h"
#include "tests/core/rtmp/session/relaying_handler.h"
#include "tests/support/certificate.h"
#include "tests/support/encoders.h"
#include "tests/support/temp_dir.h"

namespace footlight::rtmp {

using media::MediaKind;

namespace {

net::Task<Result<void>> publishFrames(net::Executor executor, PublishTarget target, int count) {
    auto publisher = co_await Publisher::connect(executor, std::move(target), Logger::silent());
    if (!publisher) {
        co_return fail(publisher.error());
    }
    auto sent = co_await (*publisher)->start(exampleTracks(), StreamMetadata());
    for (int i = 0; sent && i < count; ++i) {
        sent = co_await (*publisher)->send(exampleFrame(i * 33ms, i % 30 == 0, 100'000));
    }
    if (!sent) {
        co_return sent;
    }
    co_return co_await (*publisher)->finish();
}

/// The sizes of the payloads that come, `count` of them.
net::Task<std::vector<std::size_t>> playSizes(net::Executor executor, PlaySource source, std::size_t count) {
    std::vector<std::size_t> sizes;
    auto player = co_await Player::connect(executor, std::move(source), Logger::silent());
    while (player && sizes.size() < count) {
        auto item = co_await (*player)->next();
        if (!item) {
            break;
        }
        if (const auto* packet = std::get_if<media::Packet>(&*item)) {
            sizes.push_back(packet->payload->size());
        }
    }
    co_return sizes;
}

/// Set for as long as it lives; none of these tests sets one twice.
class EnvironmentVariable {
public:
    EnvironmentVariable(const char* name, const std::string& value) : name_(name) {
        ::setenv(name, value.c_str(), 1);
    }
    ~EnvironmentVariable() { ::unsetenv(name_); }
    EnvironmentVariable(const EnvironmentVariable&) = delete;
    EnvironmentVariable& operator=(const EnvironmentVariable&) = delete;

private:
    const char* name_;
};

}  // namespace

class Rtmps : public IngestFixture {
protected:
    Rtmps() { serveTls(false); }

    void serveTls(bool isRequired) {
        run(server_->close());
        ServerOptions options;
        options.handler = &handler_;
        options.playHandler = &relay_;
        options.limits.handshake = 500ms;
        options.tls = net::TlsServer::load({certificate_.certificate(), certificate_.key()}).value();
        options.isTlsRequired = isRequired;
        server_ = Server::listen(loops_.executor(0), {"127.0.0.1", 0}, std::move(options), Logger::silent())
                      .value();
    }
    [[nodiscard]] PublishTarget secureTarget(const std::filesystem::path& authority) const {
        auto to = target("good");
        to.host = "localhost";
        to.tls = net::TlsClient::create(authority).value();
        return to;
    }

    tests::Certificate certificate_;
    RelayingHandler relay_;
};

TEST_F(Rtmps, OnePortTakesBoth) {
    const auto secure = run(publishFrames(loops_.executor(0), secureTarget(certificate_.certificate()), 40));
    ASSERT_TRUE(secure) << secure.error().text();
    const auto plain = run(publishFrames(loops_.executor(0), target("good"), 2));
    ASSERT_TRUE(plain) << plain.error().text();
    ASSERT_TRUE(handler_.waitFor([](const Recording& recording) { return recording.ends.size() == 2; }));
    const auto recording = handler_.recording();
    EXPECT_TRUE(recording.requests.at(0).isSecure);
    EXPECT_FALSE(recording.requests.at(1).isSecure);
    ASSERT_EQ(recording.packets.size(), 42U);
    EXPECT_EQ(*recording.packets[39].payload, *exampleFrame(0ms, false, 100'000).payload);
}

TEST_F(Rtmps, FfmpegPublishesWithinTls) {
    const std::string url = "rtmps://127.0.0.1:" + std::to_string(server_->port()) + "/live/good";
    tests::Process encoder(tests::ffmpegEncoder(url, {.size = "320x180", .seconds = 3}));
    EXPECT_EQ(encoder.waitForExit(), 0) << encoder.output();
    ASSERT_TRUE(handler_.waitFor([](const Recording& recording) { return !recording.ends.empty(); }));
    const auto recording = handler_.recording();
    EXPECT_EQ(recording.ends, std::vector{PublishEnd::Clean});
    EXPECT_TRUE(recording.requests.at(0).isSecure);
    EXPECT_GE(recording.count(MediaKind::Video), 85U);
}

TEST_F(Rtmps, ACertificateThatNobodySignedIsNotTrusted) {
    const tests::Certificate other("another");
    const auto outcome = run(publishFrames(loops_.executor(0), secureTarget(other.certificate()), 1));
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().category(), ErrorCategory::Denied) << outcome.error().text();
}

TEST_F(Rtmps, TheSystemsAuthoritiesAreTrusted) {
    const tests::TempDir folder;
    const auto publishes = [this] { return run(publishFrames(loops_.executor(0), secureTarget({}), 1)); };
    {
        const EnvironmentVariable nowhere("SSL_CERT_DIR", folder.path());
        const EnvironmentVariable bundle("SSL_CERT_FILE", certificate_.certificate());
        EXPECT_TRUE(publishes()) << "a bundle";
    }
    std::filesystem::copy_file(certificate_.certificate(), folder / "ours.pem");
    ASSERT_EQ(tests::run({"openssl", "rehash", folder.path()}).exitCode, 0);
    const EnvironmentVariable hashed("SSL_CERT_DIR", folder.path());
    EXPECT_TRUE(publishes()) << "a folder";
    std::filesystem::remove(folder / "ours.pem");
    EXPECT_FALSE(publishes()) << "it is gone";
}

TEST_F(Rtmps, PlainOnesAreRefusedWhereTlsIsRequired) {
    serveTls(true);
    EXPECT_FALSE(run(publishFrames(loops_.executor(0), target("good"), 1)));
    EXPECT_TRUE(run(publishFrames(loops_.executor(0), secureTarget(certificate_.certificate()), 1)));
}

TEST_F(Rtmps, HalfAHandshakeEndsAtItsDeadline) {
    for (const std::string_view begin : {std::string_view("\x16\x03\x01", 3), std::string_view()}) {
        RawConnection connection(server_->port());
        connection.send(begin);
        EXPECT_TRUE(connection.isClosedWithin(3s));
    }
    EXPECT_EQ(server_->counters().timedOut.load(), 2U);
}

TEST_F(Rtmps, GarbageBehindTheFirstByteIsClosed) {
    RawConnection connection(server_->port());
    connection.send(std::string(2'000, '\x16'));
    EXPECT_TRUE(connection.isClosedWithin(3s));
}

TEST_F(Rtmps, AStreamIsPlayedWithinTls) {
    const auto feed = relay_.feed("show");
    feed->tracks(exampleTracks());
    feed->packet(exampleFrame(0ms, true));
    PlaySource source;
    source.host = "localhost";
    source.port = server_->port();
    source.stream = Secret("show");
    source.tls = net::TlsClient::create(certificate_.certificate()).value();
    net::EventLoops players(1);
    auto playing = boost::asio::co_spawn(players.executor(0), playSizes(players.executor(0), source, 60),
                                         boost::asio::use_future);
    ASSERT_TRUE(relay_.waitForPlayers("show", 1));
    for (std::size_t i = 1; i < 60; ++i) {
        feed->packet(exampleFrame(i * 33ms, false, 40'000 + i));
    }
    const auto sizes = playing.get();
    ASSERT_EQ(sizes.size(), 60U);
    EXPECT_EQ(sizes[59], 40'059U);
}

}  // namespace footlight::rtmp
