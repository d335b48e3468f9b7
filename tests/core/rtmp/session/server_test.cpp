// What comes to an open port, and what the server makes of it.
#include "core/rtmp/session/server.h"

#include <fcntl.h>
#include <malloc.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "core/rtmp/protocol/chunk_writer.h"
#include "core/rtmp/protocol/client_peer.h"
#include "core/rtmp/protocol/command.h"
#include "tests/core/rtmp/session/ingest_fixture.h"
#include "tests/core/rtmp/session/raw_connection.h"

namespace footlight::rtmp {

namespace {

Bytes connectBytes() { return commandBytes({"connect", 1, amf0::Object{{"app", "live"}}, {}}); }
Bytes createStreamBytes() { return commandBytes({"createStream", 2, amf0::Null{}, {}}); }
Bytes publishBytes(const std::string& key) {
    return commandBytes({"publish", 3, amf0::Null{}, {key, "live"}}, 1);
}

Bytes mediaBytes(MessageType type, const Bytes& body) {
    ChunkWriter writer;
    Bytes bytes;
    writer.write(ChunkStreamId::Video, {type, 1, 0}, body, bytes);
    return bytes;
}

/// Publishes until it is told to stop.
net::Task<Result<void>> publishUntil(net::Executor executor, PublishTarget target, std::atomic<bool>* stop) {
    auto publisher = co_await Publisher::connect(executor, std::move(target), Logger::silent());
    if (!publisher) {
        co_return fail(publisher.error());
    }
    auto outcome = co_await (*publisher)->start(exampleTracks(), StreamMetadata());
    boost::asio::steady_timer timer(executor);
    for (int i = 0; outcome && !stop->load(); ++i) {
        outcome = co_await (*publisher)->send(exampleFrame(10ms * i, i == 0));
        timer.expires_after(10ms);
        co_await timer.async_wait(net::kValues);
    }
    if (outcome) {
        outcome = co_await (*publisher)->finish();
    }
    co_return outcome;
}

}  // namespace

class RtmpServer : public IngestFixture {
protected:
    RtmpServer() {
        limits_.handshake = 300ms;
        limits_.connect = 400ms;
        limits_.publish = 500ms;
        limits_.firstMedia = 300ms;
        limits_.silence = 300ms;
        limits_.farewell = 300ms;
        limits_.sweep = 10ms;
        serve(limits_);
    }

    void expectTimedOut(const RawConnection& connection) {
        EXPECT_TRUE(connection.isClosedWithin(3s));
        EXPECT_TRUE(tests::waitUntil([&] { return server_->counters().timedOut.load() == 1; }, 3s));
        EXPECT_TRUE(tests::waitUntil([&] { return server_->counters().open.load() == 0; }, 3s));
    }

    void expectRefused(const RawConnection& connection) {
        EXPECT_TRUE(connection.isClosedWithin(3s));
        EXPECT_TRUE(tests::waitUntil([&] { return server_->counters().broken.load() == 1; }, 3s));
        EXPECT_EQ(server_->counters().timedOut.load(), 0U);
    }

    ServerLimits limits_;
};

TEST_F(RtmpServer, ClosesASilentClient) {
    RawConnection connection(server_->port());
    expectTimedOut(connection);
}

TEST_F(RtmpServer, ClosesAHalfHandshake) {
    RawConnection connection(server_->port());
    connection.send(std::string_view("\x03\0\0\0", 4));
    expectTimedOut(connection);
}

TEST_F(RtmpServer, ClosesAHandshakeWithoutItsLastPart) {
    RawConnection connection(server_->port());
    Bytes bytes(1 + 1536, 0);
    bytes[0] = 3;
    connection.send(bytes);
    expectTimedOut(connection);
}

TEST_F(RtmpServer, ClosesAClientThatNeverConnects) {
    RawConnection connection(server_->port());
    connection.shakeHands();
    expectTimedOut(connection);
}

TEST_F(RtmpServer, ClosesAClientThatNeverPublishes) {
    RawConnection connection(server_->port());
    connection.shakeHands();
    connection.send(connectBytes());
    connection.send(createStreamBytes());
    expectTimedOut(connection);
}

TEST_F(RtmpServer, TricklingBytesDoNotExtendADeadline) {
    RawConnection connection(server_->port());
    const auto start = std::chrono::steady_clock::now();
    connection.send(std::string_view("\x03", 1));
    while (!connection.isClosedWithin(20ms)) {
        connection.send(std::string_view("\0", 1));
        ASSERT_LT(std::chrono::steady_clock::now() - start, 3s);
    }
    EXPECT_LT(std::chrono::steady_clock::now() - start, 2s);
}

TEST_F(RtmpServer, ClosesAPublisherThatSendsNoMediaAndSaysWhy) {
    RawConnection connection(server_->port());
    connection.shakeHands();
    connection.send(connectBytes());
    connection.send(createStreamBytes());
    connection.send(publishBytes("good"));
    bool isClosed = false;
    const auto said = connection.readToEnd(3s, isClosed);
    EXPECT_TRUE(isClosed);
    EXPECT_NE(said.find("no audio or video came for too long"), std::string::npos);
    EXPECT_EQ(handler_.recording().ends, std::vector{PublishEnd::Lost});
}

TEST_F(RtmpServer, FramesWithoutASequenceHeaderAreNoMedia) {
    RawConnection connection(server_->port());
    connection.shakeHands();
    connection.send(connectBytes());
    connection.send(createStreamBytes());
    connection.send(publishBytes("good"));
    for (int i = 0; !connection.isClosedWithin(20ms); ++i) {
        connection.send(mediaBytes(MessageType::Video, {0x27, 1, 0, 0, 0, 0, 0, 0, 1, 0x41}));
        ASSERT_LT(i, 100);
    }
    EXPECT_TRUE(handler_.recording().packets.empty());
}

TEST_F(RtmpServer, ClosesGarbageAtOnce) {
    limits_.handshake = 60s;
    serve(limits_);
    for (const std::string& bytes :
         {std::string("GET / HTTP/1.1\r\nHost: x\r\n\r\n"), std::string("\x16\x03\x01\x02\x00\x01", 6),
          std::string(5'000, '\xff'), std::string(5'000, '\0'),
          std::string("\x06" + std::string(1'536, 'x'))}) {
        RawConnection connection(server_->port());
        connection.send(bytes);
        EXPECT_TRUE(connection.isClosedWithin(3s)) << bytes.substr(0, 10);
    }
    EXPECT_TRUE(tests::waitUntil([&] { return server_->counters().broken.load() == 5; }, 3s));
    EXPECT_EQ(server_->counters().timedOut.load(), 0U);
}

TEST_F(RtmpServer, ClosesGarbageBehindAGoodHandshake) {
    serve(ServerLimits());
    RawConnection connection(server_->port());
    connection.shakeHands();
    connection.send(std::string(2'000, '\xff'));
    expectRefused(connection);
}

TEST_F(RtmpServer, ALargeMessageAnnouncedBeforeTheKeyIsRefused) {
    serve(ServerLimits());
    RawConnection connection(server_->port());
    connection.shakeHands();
    connection.send(ByteView(Bytes{0x03, 0, 0, 0, 0xff, 0xff, 0xff, 20, 0, 0, 0, 0}));
    expectRefused(connection);
}

TEST_F(RtmpServer, AnUnsupportedCodecIsNamedToTheEncoder) {
    for (const auto& [type, body, name] :
         {std::tuple{MessageType::Video, Bytes{0x90, 'v', 'v', 'c', '1', 1}, "vvc1"},
          std::tuple{MessageType::Video, Bytes{0x14, 0, 0}, "VP6"},
          std::tuple{MessageType::Audio, Bytes{0xB2, 0, 0}, "Speex"}}) {
        RawConnection connection(server_->port());
        connection.shakeHands();
        connection.send(connectBytes());
        connection.send(createStreamBytes());
        connection.send(publishBytes("good"));
        connection.send(mediaBytes(type, body));
        bool isClosed = false;
        connection.finish();
        const auto said = connection.readToEnd(3s, isClosed);
        EXPECT_TRUE(isClosed);
        EXPECT_NE(said.find(name), std::string::npos);
        EXPECT_NE(said.find("H.264"), std::string::npos);
    }
}

TEST_F(RtmpServer, AClientThatGoesAtAnyPointLeavesNothingBehind) {
    const std::vector<Bytes> kSteps = {connectBytes(), createStreamBytes(), publishBytes("good"),
                                       mediaBytes(MessageType::Audio, {0xAF, 0, 0x11, 0x90})};
    for (std::size_t steps = 0; steps <= kSteps.size(); ++steps) {
        RawConnection connection(server_->port());
        connection.shakeHands();
        for (std::size_t i = 0; i < steps; ++i) {
            connection.send(kSteps[i]);
        }
    }
    ASSERT_TRUE(tests::waitUntil([&] { return server_->counters().accepted.load() == 5; }, 3s));
    EXPECT_TRUE(tests::waitUntil([&] { return server_->counters().open.load() == 0; }, 3s));
    EXPECT_EQ(server_->counters().publishing.load(), 0U);
    const auto recording = handler_.recording();
    EXPECT_EQ(recording.ends, std::vector(recording.ends.size(), PublishEnd::Lost));
}

TEST_F(RtmpServer, AStreamBesideAllThatGoesOn) {
    serve(ServerLimits());
    std::atomic<bool> stop{false};
    auto task = publishUntil(loops_.executor(0), target("good"), &stop);
    auto outcome = boost::asio::co_spawn(loops_.executor(0), std::move(task), boost::asio::use_future);
    ASSERT_TRUE(handler_.waitFor([](const Recording& recording) { return recording.packets.size() > 3; }));
    std::vector<std::unique_ptr<RawConnection>> strangers;
    for (int i = 0; i < 60; ++i) {
        strangers.push_back(std::make_unique<RawConnection>(server_->port()));
        if (i % 3 == 0) {
            strangers.back()->send("GET / HTTP/1.1\r\n\r\n");
        } else if (i % 3 == 1) {
            strangers.back()->shakeHands();
            strangers.back()->send(std::string(100'000, '\xff'));
        }
    }
    const std::size_t before = handler_.recording().packets.size();
    EXPECT_TRUE(
        handler_.waitFor([&](const Recording& recording) { return recording.packets.size() > before + 50; }));
    stop = true;
    const auto ended = outcome.get();
    EXPECT_TRUE(ended) << ended.error().text();
    EXPECT_TRUE(handler_.waitFor([](const Recording& recording) { return !recording.ends.empty(); }));
    EXPECT_EQ(handler_.recording().ends, std::vector{PublishEnd::Clean});
}

TEST_F(RtmpServer, TakesNoMoreThanItsPlacesAndThenSomeAgain) {
    PublishGuardLimits guardLimits;
    guardLimits.unauthenticated = 3;
    limits_.handshake = 60s;
    limits_.publish = 60s;
    ServerOptions options;
    options.handler = &handler_;
    options.limits = limits_;
    options.guard = std::make_shared<PublishGuard>(guardLimits);
    run(server_->close());
    server_ = std::move(
        Server::listen(loops_.executor(0), {"127.0.0.1", 0}, std::move(options), Logger::silent()).value());
    {
        const RawConnection first(server_->port());
        const RawConnection second(server_->port());
        const RawConnection third(server_->port());
        ASSERT_TRUE(tests::waitUntil([&] { return server_->counters().open.load() == 3; }, 3s));
        const RawConnection fourth(server_->port());
        EXPECT_TRUE(fourth.isClosedWithin(3s));
        EXPECT_FALSE(first.isClosedWithin(0ms));
    }
    ASSERT_TRUE(tests::waitUntil([&] { return server_->counters().open.load() == 0; }, 3s));
    const RawConnection again(server_->port());
    EXPECT_TRUE(tests::waitUntil([&] { return server_->counters().open.load() == 1; }, 3s));
    EXPECT_EQ(server_->counters().turnedAway.load(), 1U);
}

TEST_F(RtmpServer, SaysWhichPortIsTaken) {
    ServerOptions options;
    options.handler = &handler_;
    const auto second = Server::listen(loops_.executor(0), {"127.0.0.1", server_->port()}, std::move(options),
                                       Logger::silent());
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().category(), ErrorCategory::Conflict);
    EXPECT_NE(second.error().message().find(std::to_string(server_->port())), std::string::npos);
}

TEST_F(RtmpServer, RefusesAHostThatIsNoAddress) {
    ServerOptions options;
    options.handler = &handler_;
    const auto second =
        Server::listen(loops_.executor(0), {"not an address", 0}, std::move(options), Logger::silent());
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().category(), ErrorCategory::Invalid);
}

TEST_F(RtmpServer, ServesASocketThatListensAlready) {
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ASSERT_EQ(::bind(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    ASSERT_EQ(::listen(descriptor, 5), 0);
    ServerOptions options;
    options.handler = &handler_;
    run(server_->close());
    auto adopted = Server::adopt(loops_.executor(0), descriptor, std::move(options), Logger::silent());
    ASSERT_TRUE(adopted);
    server_ = std::move(*adopted);
    std::atomic<bool> stop{true};
    const auto outcome = run(publishUntil(loops_.executor(0), target("good"), &stop));
    EXPECT_TRUE(outcome) << outcome.error().text();

    ServerOptions others;
    others.handler = &handler_;
    EXPECT_FALSE(Server::adopt(loops_.executor(0), -1, std::move(others), Logger::silent()));
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_F(RtmpServer, ASilentConnectionHoldsLittleMemory) {
    const auto inUse = [] { return mallinfo2().uordblks; };
    constexpr std::size_t kConnections = 400;
    RawConnection first(server_->port());  // what is made once is made
    first.shakeHands();
    ASSERT_TRUE(tests::waitUntil([&] { return server_->counters().open.load() == 1; }));
    const std::size_t before = inUse();
    std::vector<std::unique_ptr<RawConnection>> silent;
    for (std::size_t i = 0; i < kConnections; ++i) {
        silent.push_back(std::make_unique<RawConnection>(server_->port()));
        silent.back()->shakeHands();
        silent.back()->send(connectBytes());
    }
    ASSERT_TRUE(tests::waitUntil([&] { return server_->counters().open.load() == kConnections + 1; }));
    ASSERT_TRUE(tests::waitUntil([&] {
        return server_->counters().bytesReceived.load() >= kConnections * (3'073 + connectBytes().size());
    }));
    const std::size_t each = (inUse() - before) / kConnections;
    RecordProperty("bytes", static_cast<int>(each));
    std::printf("a silent connection holds %zu bytes\n", each);
    EXPECT_LT(each, 12 * 1024U);
}
#endif

}  // namespace footlight::rtmp
