#include <gtest/gtest.h>

#include <atomic>
#include <boost/asio/connect.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/websocket.hpp>
#include <thread>

#include "core/net/async/deadline.h"
#include "core/net/websocket/session.h"
#include "tests/core/net/client_frame.h"
#include "tests/core/net/loop_fixture.h"
#include "tests/core/net/raw_client.h"

namespace footlight::net::websocket {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using namespace std::chrono_literals;
using tests::eventually;
using tests::RawClient;
using tests::RunningServer;

struct Seen {
    std::atomic<int> began{0};
    std::atomic<int> ended{0};
    std::atomic<int> heard{0};
    std::shared_ptr<Session> waiting;  ///< of the one that was told to wait; touched on its loop
    std::atomic<std::uint64_t> dropped{0};
};

/// Answers each message; some words ask for more.
class Talker final : public Receiver {
public:
    Talker(std::shared_ptr<Session> session, std::shared_ptr<Seen> seen)
        : session_(std::move(session)), seen_(std::move(seen)) {
        ++seen_->began;
    }

    void receive(std::string_view text) override {
        if (text == "throw") {
            throw std::runtime_error("broken");
        }
        if (text == "bye") {
            session_->close(CloseCode::PolicyViolation, "enough");
        } else if (text == "wait") {
            session_->pause();
            seen_->waiting = session_;
        } else if (text == "flood" || text == "shower") {
            const auto priority = text == "flood" ? Priority::Normal : Priority::Presence;
            const auto big = shareText(std::string(64 * 1024, 'x'));
            for (int i = 0; i < 1000; ++i) {
                session_->send(big, priority);
            }
        }
        session_->send(shareText("echo " + std::string(text)));
        seen_->dropped = session_->dropped();
        ++seen_->heard;
    }
    void ended() override {
        ++seen_->ended;
        session_.reset();
    }

private:
    std::shared_ptr<Session> session_;
    std::shared_ptr<Seen> seen_;
};

struct EchoSetup {
    std::shared_ptr<Seen> seen = std::make_shared<Seen>();
    SessionLimits limits;

    [[nodiscard]] http::ServerOptions options() const {
        AcceptorOptions accept;
        accept.path = "/socket";
        accept.allowedOrigins = {"https://friend.example"};
        accept.limits = limits;
        accept.handler = [seen = seen](const std::shared_ptr<Session>& session, const http::Request&) {
            return std::make_shared<Talker>(session, seen);
        };
        http::ServerOptions made;
        made.limits.sweep = 10ms;
        made.handler = [](http::Request) -> Task<http::Response> { co_return http::emptyResponse(204); };
        made.upgrade = acceptor(std::move(accept), Logger::silent());
        return made;
    }
};

/// Beast's own client, blocking.
class Client {
public:
    explicit Client(std::uint16_t port, std::string path = "/socket", std::string origin = "") {
        stream_.next_layer().connect({asio::ip::make_address("127.0.0.1"), port});
        stream_.set_option(
            beast::websocket::stream_base::decorator([origin](beast::websocket::request_type& request) {
                if (!origin.empty()) {
                    request.set(beast::http::field::origin, origin);
                }
            }));
        host_ = "127.0.0.1:" + std::to_string(port);
        stream_.handshake(answer_, host_, path, error_);
    }

    [[nodiscard]] unsigned status() const { return answer_.result_int(); }
    void send(std::string_view text) { stream_.write(asio::buffer(text), error_); }
    void sendBinary(std::string_view bytes) {
        stream_.binary(true);
        send(bytes);
    }
    std::string receive() {
        beast::flat_buffer buffer;
        stream_.read(buffer, error_);
        return error_ ? "" : beast::buffers_to_string(buffer.data());
    }
    unsigned closedWith() {
        while (!error_) {
            receive();
        }
        return stream_.reason().code;
    }
    auto& stream() { return stream_; }

private:
    asio::io_context loop_;
    beast::websocket::stream<asio::ip::tcp::socket> stream_{loop_};
    beast::websocket::response_type answer_;
    beast::error_code error_;
    std::string host_;
};

constexpr std::string_view kHandshake =
    "GET /socket HTTP/1.1\r\nHost: r\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: "
    "13\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

}  // namespace

TEST(WebSocket, EchoesAndClosesCleanly) {
    const EchoSetup setup{};
    RunningServer server(setup.options());
    Client client(server.port());
    ASSERT_EQ(client.status(), 101U);
    for (int i = 0; i < 10; ++i) {
        client.send("hello");
        EXPECT_EQ(client.receive(), "echo hello");
    }
    beast::error_code error;
    client.stream().close(beast::websocket::close_code::normal, error);
    EXPECT_FALSE(error) << error.message();
    EXPECT_TRUE(eventually([&] { return setup.seen->ended == 1 && server.counters().open == 0; }));
}

TEST(WebSocket, HandlerClosesWithCodeAndReason) {
    const EchoSetup setup{};
    RunningServer server(setup.options());
    Client client(server.port());
    client.send("bye");
    EXPECT_EQ(client.closedWith(), 1008U);
    EXPECT_EQ(std::string(client.stream().reason().reason.c_str()), "enough");
}

TEST(WebSocket, WhatAHandlerThrowsEndsItsSessionOnly) {
    const EchoSetup setup{};
    RunningServer server(setup.options());
    Client broken(server.port());
    Client fine(server.port());
    broken.send("throw");
    EXPECT_EQ(broken.closedWith(), 1011U);
    fine.send("x");
    EXPECT_EQ(fine.receive(), "echo x");
}

TEST(WebSocket, OriginsAndPathsAreChecked) {
    const EchoSetup setup{};
    RunningServer server(setup.options());
    EXPECT_EQ(Client(server.port(), "/socket", "https://evil.example").status(), 403U);
    EXPECT_EQ(Client(server.port(), "/socket", "https://friend.example").status(), 101U);
    EXPECT_EQ(Client(server.port(), "/socket", "http://127.0.0.1:" + std::to_string(server.port())).status(),
              101U);
    EXPECT_EQ(Client(server.port(), "/elsewhere").status(), 404U);
    EXPECT_EQ(setup.seen->began.load(), 2);
}

TEST(WebSocket, MessageOverTheLimitClosesTheSession) {
    const EchoSetup setup{};
    RunningServer server(setup.options());
    Client fits(server.port());
    fits.send(std::string(setup.limits.message, 'a'));
    EXPECT_EQ(fits.receive().size(), setup.limits.message + 5);
    Client tooBig(server.port());
    tooBig.send(std::string(setup.limits.message + 1, 'a'));
    EXPECT_EQ(tooBig.closedWith(), 1009U);
    Client binary(server.port());
    binary.sendBinary("abc");
    EXPECT_EQ(binary.closedWith(), 1003U);
}

TEST(WebSocket, SlowReaderIsToldToTryAgainLater) {
    const EchoSetup setup{};
    RunningServer server(setup.options());
    Client slow(server.port());
    slow.send("flood");
    ASSERT_TRUE(eventually([&] { return setup.seen->heard == 1; }));
    EXPECT_EQ(slow.closedWith(), 1013U);
    EXPECT_EQ(setup.seen->dropped.load(), 0U);
}

TEST(WebSocket, PresenceIsDroppedBeforeTheConnection) {
    const EchoSetup setup{};
    RunningServer server(setup.options());
    Client slow(server.port());
    slow.send("shower");
    ASSERT_TRUE(eventually([&] { return setup.seen->heard == 1; }));
    std::string last;
    std::uint64_t received = 0;
    while (last != "echo shower" && received < 1001) {
        last = slow.receive();
        ++received;
    }
    EXPECT_EQ(last, "echo shower");
    EXPECT_GT(setup.seen->dropped.load(), 0U);
    EXPECT_EQ(received - 1 + setup.seen->dropped, 1000U);
}

TEST(WebSocket, ReaderThatNeverReadsIsCutOff) {
    EchoSetup setup;
    setup.limits.ping = 50ms;
    setup.limits.silence = 200ms;
    RunningServer server(setup.options());
    RawClient silent(server.port());
    silent.send(kHandshake);
    EXPECT_TRUE(silent.receiveUntil("\r\n\r\n").starts_with("HTTP/1.1 101 "));
    EXPECT_EQ(silent.receive(2), std::string("\x89\0", 2)) << "a ping";
    silent.receiveAll();
    EXPECT_TRUE(silent.isClosed());
    EXPECT_TRUE(eventually([&] { return setup.seen->ended == 1; }));
}

TEST(WebSocket, PeerThatAnswersPingsStays) {
    EchoSetup setup;
    setup.limits.ping = 20ms;
    setup.limits.silence = 100ms;
    RunningServer server(setup.options());
    Client client(server.port());
    int pings = 0;
    client.stream().control_callback([&](beast::websocket::frame_type, beast::string_view) {
        if (++pings == 20) {
            client.send("enough");
        }
    });
    EXPECT_EQ(client.receive(), "echo enough");
}

TEST(WebSocket, FramesOfGarbageEndTheSession) {
    const EchoSetup setup{};
    RunningServer server(setup.options());
    for (const std::string_view garbage :
         {std::string_view("\x81\x05hello"),
          std::string_view("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"),
          std::string_view("\x81\x82\x01\x02\x03\x04\xfe\xfd"), std::string_view("\x80\x80\0\0\0\0", 6)}) {
        RawClient client(server.port());
        client.send(kHandshake);
        client.receiveUntil("\r\n\r\n");
        client.send(garbage);
        EXPECT_EQ(client.receiveAll().substr(0, 1), "\x88") << "it is told why";
        EXPECT_TRUE(client.isClosed());
    }
    EXPECT_TRUE(eventually([&] { return setup.seen->ended == 4; }));
}

TEST(WebSocket, FramesBeforeTheHandshakeIsAnsweredAreRefused) {
    const EchoSetup setup{};
    RunningServer server(setup.options());
    RawClient client(server.port());
    client.send(std::string(kHandshake) + std::string("\x81\x80\0\0\0\0", 6));
    EXPECT_TRUE(client.receiveAll().starts_with("HTTP/1.1 400 "));
}

TEST(WebSocket, AnswersTheHandshakeOfTheStandard) {
    const EchoSetup setup{};
    RunningServer server(setup.options());
    RawClient client(server.port());
    client.send(kHandshake);
    const auto answer = client.receiveUntil("\r\n\r\n");
    EXPECT_NE(answer.find("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"), std::string::npos)
        << answer;
    EXPECT_NE(answer.find("Upgrade: websocket\r\n"), std::string::npos) << answer;
}

TEST(WebSocket, RefusesAnotherVersionAndAKeyThatIsNone) {
    const EchoSetup setup{};
    RunningServer server(setup.options());
    const auto statusOf = [&](std::string_view version, std::string_view key) {
        RawClient client(server.port());
        client.send(
            "GET /socket HTTP/1.1\r\nHost: r\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Version: " +
            std::string(version) + "\r\nSec-WebSocket-Key: " + std::string(key) + "\r\n\r\n");
        return client.receiveAll().substr(9, 3);
    };
    EXPECT_EQ(statusOf("12", "dGhlIHNhbXBsZSBub25jZQ=="), "426");
    EXPECT_EQ(statusOf("13", ""), "400");
    EXPECT_EQ(statusOf("13", "dGhlIHNhbXBsZSBub25jZQ"), "400");
    EXPECT_EQ(statusOf("13", "dGhlIHNhbXBsZSBub25jZ!=="), "400");
}

TEST(WebSocket, AClientsCloseIsAnsweredWithItsCodeAndEndsTheConnection) {
    const EchoSetup setup{};
    RunningServer server(setup.options());
    const std::pair<std::string, std::string> pairs[] = {{"\x0f\xa0going", "\x88\x02\x0f\xa0"},
                                                         {"", std::string("\x88\0", 2)}};
    for (const auto& [payload, answer] : pairs) {
        RawClient client(server.port());
        client.send(kHandshake);
        client.receiveUntil("\r\n\r\n");
        client.send(tests::clientFrame({Opcode::Close, payload}));
        EXPECT_EQ(client.receiveAll(), answer);
        EXPECT_TRUE(client.isClosed());
    }
    EXPECT_TRUE(eventually([&] { return setup.seen->ended == 2; }));
}

TEST(WebSocket, APingIsAnsweredWithItsData) {
    const EchoSetup setup{};
    RunningServer server(setup.options());
    RawClient client(server.port());
    client.send(kHandshake);
    client.receiveUntil("\r\n\r\n");
    client.send(tests::clientFrame({Opcode::Ping, "data"}) + tests::clientFrame({Opcode::Text, "x"}));
    EXPECT_EQ(client.receive(6),
              "\x8a\x04"
              "data");
    EXPECT_EQ(client.receive(8),
              "\x81\x06"
              "echo x");
}

TEST(WebSocket, APeerThatDoesNotAnswerTheCloseIsEnded) {
    EchoSetup setup;
    setup.limits.close = 50ms;
    RunningServer server(setup.options());
    RawClient client(server.port());
    client.send(kHandshake);
    client.receiveUntil("\r\n\r\n");
    client.send(tests::clientFrame({Opcode::Text, "bye"}));
    EXPECT_EQ(client.receiveAll().substr(0, 10),
              "\x88\x08\x03\xf0"
              "enough");
    EXPECT_TRUE(client.isClosed());
    EXPECT_TRUE(eventually([&] { return setup.seen->ended == 1 && server.counters().open == 0; }));
}

TEST(WebSocket, APausedSessionHearsTheRestOnceItIsResumed) {
    const EchoSetup setup{};
    RunningServer server(setup.options());
    RawClient client(server.port());
    client.send(kHandshake);
    client.receiveUntil("\r\n\r\n");
    client.send(tests::clientFrame({Opcode::Text, "wait"}) + tests::clientFrame({Opcode::Text, "1"}));
    client.receive(Frame("echo wait").bytes().size());
    client.send(tests::clientFrame({Opcode::Text, "2"}));
    ASSERT_TRUE(eventually([&] { return setup.seen->heard == 1; }));
    asio::post(server.loops().executor(0),
               [seen = setup.seen] { std::exchange(seen->waiting, nullptr)->resume(); });
    EXPECT_EQ(client.receive(16), Frame("echo 1").bytes() + Frame("echo 2").bytes());
}

TEST(WebSocket, WhatArrivesTogetherIsAnsweredInItsOrderHoweverMuchItIs) {
    EchoSetup setup;
    setup.limits.queuedMessages = 16;
    RunningServer server(setup.options());
    RawClient client(server.port());
    client.send(kHandshake);
    client.receiveUntil("\r\n\r\n");
    std::string asked;
    std::string expected;
    for (int i = 0; i < 500; ++i) {
        const auto text = std::to_string(i);
        asked += tests::clientFrame({Opcode::Text, text});
        expected += Frame("echo " + text).bytes();
    }
    asked += tests::clientFrame({Opcode::Text, "bye"});
    client.send(asked);
    EXPECT_EQ(client.receive(expected.size()), expected);
    EXPECT_EQ(client.receive(10),
              "\x88\x08\x03\xf0"
              "enough");
}

TEST(WebSocket, ManyMessagesReachAReaderThatIsSlowForAWhile) {
    EchoSetup setup;
    setup.limits.queuedBytes = 64 * 1024 * 1024;
    setup.limits.queuedMessages = 2'000;
    RunningServer server(setup.options());
    Client client(server.port());
    client.send("flood");
    ASSERT_TRUE(eventually([&] { return setup.seen->heard == 1; }));
    for (int i = 0; i < 1000; ++i) {
        ASSERT_EQ(client.receive().size(), 64U * 1024);
    }
    EXPECT_EQ(client.receive(), "echo flood");
}

TEST(WebSocket, ServerThatStopsSaysGoingAway) {
    const EchoSetup setup{};
    RunningServer server(setup.options());
    Client client(server.port());
    client.send("x");
    client.receive();
    std::thread closing([&] { server.close(); });
    EXPECT_EQ(client.closedWith(), 1001U);
    closing.join();
    EXPECT_EQ(setup.seen->ended.load(), 1);
}

}  // namespace footlight::net::websocket
