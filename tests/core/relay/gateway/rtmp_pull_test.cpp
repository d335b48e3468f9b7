// A stream of another relay, by RTMP and RTMPS; our own server plays both relays.
#include "core/relay/gateway/rtmp_pull.h"

#include "core/net/async/task_group.h"
#include "core/net/stream/tls.h"
#include "tests/core/rtmp/session/ingest_fixture.h"
#include "tests/core/rtmp/session/relaying_handler.h"
#include "tests/support/certificate.h"

namespace footlight::relay::gateway {
namespace {

using media::MediaKind;
using rtmp::Recording;
using namespace std::chrono_literals;

class RtmpPulls : public rtmp::IngestFixture {
protected:
    ~RtmpPulls() override {
        run(end());
        run(elsewhere_->close());
    }

    /// The other relay, on the air under "show".
    void serve(std::shared_ptr<const net::TlsServer> tls) {
        rtmp::ServerOptions options;
        options.handler = &relay_;
        options.playHandler = &relay_;
        options.tls = std::move(tls);
        options.isTlsRequired = options.tls != nullptr;
        elsewhere_ =
            rtmp::Server::listen(loops_.executor(0), {"127.0.0.1", 0}, std::move(options), Logger::silent())
                .value();
        const auto feed = relay_.feed("show");
        feed->tracks(rtmp::exampleTracks());
        feed->packet(rtmp::exampleFrame(4s, true));
    }
    void pull(const std::string& scheme, std::shared_ptr<const net::TlsClient> trust) {
        auto url =
            parseInputUrl(scheme + "://localhost:" + std::to_string(elsewhere_->port()) + "/live/show");
        pull_ =
            std::make_unique<RtmpPull>(std::move(*url), std::move(trust), target("good"), Logger::silent());
        run(spawn());
    }
    /// What is sent elsewhere comes to our origin, from zero on.
    void expectArrival() {
        ASSERT_TRUE(relay_.waitForPlayers("show", 1));
        for (int i = 1; i < 10; ++i) {
            relay_.feed("show")->packet(rtmp::exampleFrame(4s + i * 33ms, false));
        }
        ASSERT_TRUE(handler_.waitFor([](const Recording& all) { return all.count(MediaKind::Video) == 10; }));
        const auto recording = handler_.recording();
        EXPECT_EQ(recording.packets.front().dts, media::MediaTime(0));
        EXPECT_TRUE(recording.packets.front().isKeyFrame);
        EXPECT_EQ(recording.tracks.back().video->configuration, rtmp::exampleTracks().video->configuration);
    }

    tests::Certificate certificate_;
    rtmp::RelayingHandler relay_;
    std::unique_ptr<rtmp::Server> elsewhere_;

private:
    net::Task<> spawn() {
        tasks_.spawn("pull", pull_->run());
        co_return;
    }
    net::Task<> end() {
        co_await tasks_.close();
        pull_.reset();
    }

    std::unique_ptr<RtmpPull> pull_;
    net::TaskGroup tasks_{loops_.executor(0), Logger::silent()};
};

TEST_F(RtmpPulls, AStreamIsTaken) {
    serve(nullptr);
    pull("rtmp", nullptr);
    expectArrival();
}

TEST_F(RtmpPulls, AStreamIsTakenWithinTls) {
    serve(net::TlsServer::load({certificate_.certificate(), certificate_.key()}).value());
    pull("rtmps", net::TlsClient::create(certificate_.certificate()).value());
    expectArrival();
}

TEST_F(RtmpPulls, WhoShowsACertificateThatNobodySignedIsAskedForNothing) {
    serve(net::TlsServer::load({certificate_.certificate(), certificate_.key()}).value());
    const tests::Certificate other("another");
    pull("rtmps", net::TlsClient::create(other.certificate()).value());
    ASSERT_TRUE(tests::waitUntil([&] { return elsewhere_->counters().accepted.load() >= 2; }))
        << "it is tried again";
    EXPECT_EQ(relay_.feed("show")->players(), 0U);
    EXPECT_TRUE(handler_.recording().requests.empty());
}

}  // namespace
}  // namespace footlight::relay::gateway
