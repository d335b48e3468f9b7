#include "core/net/http/client.h"

#include <gtest/gtest.h>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <thread>

#include "core/net/async/deadline.h"
#include "core/net/stream/tls.h"
#include "tests/core/net/loop_fixture.h"
#include "tests/support/certificate.h"

namespace footlight::net::http {
namespace {

using namespace std::chrono_literals;
using tests::RunningServer;
using tests::runOn;

Task<Response> echo(Request request) {
    if (request.path == "/never") {
        co_await pause(1h);
    }
    if (request.path == "/big") {
        co_return textResponse(200, "text/plain", std::string(2048, 'x'));
    }
    std::string text = std::string(toString(request.method)) + " " + request.body;
    co_return textResponse(request.path == "/denied" ? 403 : 200, "text/plain", std::move(text))
        .with("X-Token", std::string(request.header("Authorization")));
}

ServerOptions echoOptions() {
    ServerOptions options;
    options.handler = echo;
    return options;
}

ClientRequest request(std::uint16_t port, std::string target) {
    ClientRequest made;
    made.method = Method::Post;
    made.host = "127.0.0.1";
    made.port = port;
    made.target = std::move(target);
    made.body = "body";
    made.headers.push_back({"Authorization", "Bearer x"});
    return made;
}

/// Answers one request with exactly these bytes, `step` at a time, and closes.
class ScriptedServer {
public:
    ScriptedServer(std::string bytes, std::size_t step)
        : acceptor_(context_, {boost::asio::ip::address_v4::loopback(), 0}),
          thread_([this, bytes = std::move(bytes), step] { serve(bytes, step); }) {}
    ~ScriptedServer() { thread_.join(); }
    ScriptedServer(const ScriptedServer&) = delete;
    ScriptedServer& operator=(const ScriptedServer&) = delete;

    [[nodiscard]] std::uint16_t port() const { return acceptor_.local_endpoint().port(); }

private:
    void serve(const std::string& bytes, std::size_t step) {
        boost::system::error_code error;
        auto socket = acceptor_.accept(error);
        socket.set_option(boost::asio::ip::tcp::no_delay(true), error);
        std::array<char, 1024> request;
        socket.read_some(boost::asio::buffer(request), error);
        for (std::size_t at = 0; at < bytes.size() && !error; at += step) {
            boost::asio::write(socket, boost::asio::buffer(bytes.substr(at, step)), error);
        }
    }

    boost::asio::io_context context_;
    boost::asio::ip::tcp::acceptor acceptor_;
    std::thread thread_;
};

}  // namespace

TEST(HttpClient, SendsAndReusesItsConnection) {
    RunningServer server(echoOptions());
    Client client(server.loops().executor(0), Logger::silent());
    for (int i = 0; i < 3; ++i) {
        const auto answer = runOn(server.loops(), client.send(request(server.port(), "/x")));
        ASSERT_TRUE(answer) << answer.error().text();
        EXPECT_EQ(answer->status, 200U);
        EXPECT_EQ(answer->body, "POST body");
        EXPECT_EQ(answer->header("x-token"), "Bearer x");
    }
    EXPECT_EQ(server.counters().accepted.load(), 1U);
    const auto denied = runOn(server.loops(), client.send(request(server.port(), "/denied")));
    ASSERT_TRUE(denied);
    EXPECT_EQ(denied->status, 403U);
}

TEST(HttpClient, SilentServerIsATimeout) {
    RunningServer server(echoOptions());
    Client client(server.loops().executor(0), Logger::silent());
    ClientRequest never = request(server.port(), "/never");
    never.timeout = 50ms;
    const auto answer = runOn(server.loops(), client.send(std::move(never)));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().category(), ErrorCategory::Timeout);
}

TEST(HttpClient, NobodyThereIsUnavailable) {
    std::uint16_t port = 0;
    {
        RunningServer server(echoOptions());
        port = server.port();
    }
    EventLoops loops(1);
    Client client(loops.executor(0), Logger::silent());
    const auto answer = runOn(loops, client.send(request(port, "/")));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().category(), ErrorCategory::Unavailable);
}

TEST(HttpClient, AnswerOverItsLimitIsRefused) {
    RunningServer server(echoOptions());
    Client client(server.loops().executor(0), Logger::silent());
    ClientRequest big = request(server.port(), "/big");
    big.bodyLimit = 1024;
    const auto answer = runOn(server.loops(), client.send(std::move(big)));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().category(), ErrorCategory::Corrupt);
}

TEST(HttpClient, TakesChunksHoweverTheyArrive) {
    const std::string answer =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n3;x=y\r\nefg\r\n0\r\n\r\n";
    for (std::size_t step = 1; step <= answer.size(); ++step) {
        ScriptedServer server(answer, step);
        EventLoops loops(1);
        Client client(loops.executor(0), Logger::silent());
        const auto taken = runOn(loops, client.send(request(server.port(), "/")));
        ASSERT_TRUE(taken) << step << ": " << taken.error().text();
        EXPECT_EQ(taken->body, "abcdefg") << step;
    }
}

TEST(HttpClient, ABodyWithoutALengthEndsWithTheConnection) {
    ScriptedServer whole("HTTP/1.1 200 OK\r\n\r\nall of it", 5);
    ScriptedServer cut("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nnot all", 100);
    EventLoops loops(1);
    Client client(loops.executor(0), Logger::silent());
    const auto taken = runOn(loops, client.send(request(whole.port(), "/")));
    ASSERT_TRUE(taken) << taken.error().text();
    EXPECT_EQ(taken->body, "all of it");
    EXPECT_FALSE(runOn(loops, client.send(request(cut.port(), "/"))));
}

TEST(HttpClient, TrustsOnlyTheCertificatesOfItsAuthorities) {
    const tests::Certificate certificate;
    const tests::Certificate stranger("stranger");
    ServerOptions options = echoOptions();
    options.tls = TlsServer::load({certificate.certificate(), certificate.key()}).value();
    RunningServer server(std::move(options));
    Client client(server.loops().executor(0), Logger::silent());
    ClientRequest trusting = request(server.port(), "/x");
    trusting.tls = TlsClient::create(certificate.certificate()).value();
    for (int i = 0; i < 2; ++i) {
        const auto answer = runOn(server.loops(), client.send(trusting));
        ASSERT_TRUE(answer) << answer.error().text();
        EXPECT_EQ(answer->body, "POST body");
        EXPECT_EQ(answer->header("Strict-Transport-Security"), "max-age=31536000");
    }
    EXPECT_EQ(server.counters().accepted.load(), 1U);
    ClientRequest wary = request(server.port(), "/x");
    wary.tls = TlsClient::create(stranger.certificate()).value();
    const auto refused = runOn(server.loops(), client.send(std::move(wary)));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().category(), ErrorCategory::Denied) << refused.error().text();
}

TEST(HttpClient, DoesNotReuseAConnectionThatTheServerHasClosed) {
    ServerOptions options = echoOptions();
    options.limits.keepAliveIdle = 20ms;
    options.limits.sweep = 5ms;
    RunningServer server(std::move(options));
    Client client(server.loops().executor(0), Logger::silent());
    ASSERT_TRUE(runOn(server.loops(), client.send(request(server.port(), "/x"))));
    ASSERT_TRUE(tests::eventually([&] { return server.counters().open == 0; }));
    EXPECT_TRUE(runOn(server.loops(), client.send(request(server.port(), "/x"))));
    EXPECT_EQ(server.counters().accepted.load(), 2U);
}

}  // namespace footlight::net::http
