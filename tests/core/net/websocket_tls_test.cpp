// WebSocket within TLS (wss), with Beast and OpenSSL on the other side.
#include <gtest/gtest.h>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/ssl.hpp>
#include <boost/beast/websocket.hpp>

#include "core/net/stream/tls.h"
#include "core/net/websocket/session.h"
#include "tests/core/net/loop_fixture.h"
#include "tests/support/certificate.h"

namespace footlight::net::websocket {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using tests::RunningServer;

constexpr std::size_t kPieces = 40;
constexpr std::size_t kPieceBytes = 20'000;

std::string piece(std::size_t number) {
    return std::string(kPieceBytes, static_cast<char>('a' + number % 26)) + std::to_string(number);
}

/// Answers each message; to "much" with more than a socket takes at once.
class Talker final : public Receiver {
public:
    explicit Talker(std::shared_ptr<Session> session) : session_(std::move(session)) {}

    void receive(std::string_view text) override {
        if (text == "bye") {
            session_->close(CloseCode::SignedOut, "signed out");
        } else if (text == "much") {
            for (std::size_t i = 0; i < kPieces; ++i) {
                session_->send(shareText(piece(i)));
            }
        } else {
            session_->send(shareText("echo " + std::string(text)));
        }
    }
    void ended() override { session_.reset(); }

private:
    std::shared_ptr<Session> session_;
};

class SecureWebSocket : public testing::Test {
protected:
    http::ServerOptions options() {
        AcceptorOptions accept;
        accept.path = "/socket";
        accept.limits.queuedBytes = 2 * kPieces * kPieceBytes;
        accept.handler = [](const std::shared_ptr<Session>& session, const http::Request&) {
            return std::make_shared<Talker>(session);
        };
        http::ServerOptions made;
        made.handler = [](http::Request) -> Task<http::Response> { co_return http::emptyResponse(204); };
        made.upgrade = acceptor(std::move(accept), Logger::silent());
        auto loaded = TlsServer::load({certificate_.certificate(), certificate_.key()});
        EXPECT_TRUE(loaded);
        made.tls = loaded ? *loaded : nullptr;
        return made;
    }
    void connect() {
        trust_.load_verify_file(certificate_.certificate().string());
        auto& tls = stream_.next_layer();
        tls.set_verify_mode(asio::ssl::verify_peer);
        tls.set_verify_callback(asio::ssl::host_name_verification("localhost"));
        tls.next_layer().connect({asio::ip::make_address("127.0.0.1"), server_.port()});
        tls.handshake(asio::ssl::stream_base::client);
        stream_.handshake("localhost", "/socket");
    }
    void say(const std::string& text) { stream_.write(asio::buffer(text)); }
    std::string hear() {
        beast::flat_buffer buffer;
        stream_.read(buffer);
        return beast::buffers_to_string(buffer.data());
    }

    tests::Certificate certificate_;
    RunningServer server_{options()};
    asio::io_context loop_;
    asio::ssl::context trust_{asio::ssl::context::tls_client};
    beast::websocket::stream<asio::ssl::stream<asio::ip::tcp::socket>> stream_{loop_, trust_};
};

}  // namespace

TEST_F(SecureWebSocket, TalksBothWays) {
    connect();
    say("hello");
    EXPECT_EQ(hear(), "echo hello");
    const std::string large(8'000, 'x');
    say(large);
    EXPECT_EQ(hear(), "echo " + large);
}

TEST_F(SecureWebSocket, WhatASocketDoesNotTakeAtOnceArrivesInOrder) {
    connect();
    say("much");
    say("more");
    for (std::size_t i = 0; i < kPieces; ++i) {
        ASSERT_EQ(hear(), piece(i)) << i;
    }
    EXPECT_EQ(hear(), "echo more");
}

TEST_F(SecureWebSocket, SaysWhyItCloses) {
    connect();
    say("bye");
    beast::flat_buffer buffer;
    beast::error_code error;
    stream_.read(buffer, error);
    EXPECT_TRUE(error);  // which one depends on who hangs up first
    EXPECT_EQ(stream_.reason().code, 4001);
    EXPECT_EQ(stream_.reason().reason, "signed out");
}

}  // namespace footlight::net::websocket
