#include "core/net/http/client.h"

#include <gtest/gtest.h>

#include "core/net/async/deadline.h"
#include "tests/core/net/loop_fixture.h"

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
