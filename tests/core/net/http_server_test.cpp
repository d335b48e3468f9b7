#include "core/net/http/server.h"

#include <gtest/gtest.h>

#include <atomic>

#include "core/net/async/deadline.h"
#include "core/net/http/admission.h"
#include "tests/core/net/loop_fixture.h"
#include "tests/core/net/raw_client.h"

namespace footlight::net::http {
namespace {

using namespace std::chrono_literals;
using tests::eventually;
using tests::RawClient;
using tests::RunningServer;

constexpr std::size_t kBigPiece = 4 * 1024 * 1024;

struct Seen {
    std::atomic<int> waiting{0};
    std::atomic<int> cancelled{0};
};

/// pause() comes back early only where it is cancelled.
Task<Response> waitForLong(std::shared_ptr<Seen> seen) {
    ++seen->waiting;
    co_await pause(1h);
    ++seen->cancelled;
    co_return textResponse(200, "text/plain", "late");
}

Task<Response> route(Request request, std::shared_ptr<Seen> seen) {
    if (request.path == "/wait") {
        co_return co_await waitForLong(seen);
    }
    if (request.path == "/soon") {
        co_await pause(20ms);
    }
    if (request.path == "/throw") {
        throw std::runtime_error("broken");
    }
    if (request.path == "/split") {
        co_return emptyResponse(204).with("X-Bad", "a\r\nSet-Cookie: b");
    }
    if (request.path == "/big") {
        Response response;
        for (int i = 0; i < 8; ++i) {
            response.body.push_back(Piece::of(share(Bytes(kBigPiece, 'b'))));
        }
        co_return response;
    }
    co_return textResponse(200, "text/plain", request.path + request.body);
}

ServerOptions options(std::shared_ptr<Seen> seen = std::make_shared<Seen>()) {
    ServerOptions made;
    made.handler = [seen](Request request) { return route(std::move(request), seen); };
    made.limits.sweep = 10ms;
    return made;
}

std::string get(std::string_view path, std::string_view more = "") {
    return "GET " + std::string(path) + " HTTP/1.1\r\nHost: r\r\n" + std::string(more) + "\r\n";
}

bool endsWith(const std::string& text, std::string_view end) { return text.ends_with(end); }

}  // namespace

TEST(HttpServer, AnswersByteByByteAndKeepsTheConnection) {
    RunningServer server(options());
    RawClient client(server.port());
    for (int i = 0; i < 2; ++i) {
        for (const char c : get("/slow")) {
            ASSERT_TRUE(client.send({&c, 1}));
        }
        const std::string head = client.receiveUntil("\r\n\r\n");
        EXPECT_TRUE(head.starts_with("HTTP/1.1 200 OK\r\nDate: ")) << head;
        EXPECT_NE(head.find(" GMT\r\n"), std::string::npos) << head;
        EXPECT_NE(head.find("Content-Length: 5\r\n"), std::string::npos) << head;
        EXPECT_EQ(client.receive(5), "/slow");
    }
    EXPECT_EQ(server.counters().requests.load(), 2U);
}

TEST(HttpServer, AnswersPipelinedRequestsInOrder) {
    RunningServer server(options());
    RawClient client(server.port());
    std::string requests;
    for (int i = 0; i < 20; ++i) {
        requests += get(i == 3 ? "/soon" : "/" + std::to_string(100 + i));
    }
    ASSERT_TRUE(client.send(requests));
    for (int i = 0; i < 20; ++i) {
        client.receiveUntil("\r\n\r\n");
        EXPECT_EQ(client.receive(i == 3 ? 5 : 4), i == 3 ? "/soon" : "/" + std::to_string(100 + i));
    }
}

TEST(HttpServer, HeadHasTheLengthButNoBody) {
    RunningServer server(options());
    RawClient client(server.port());
    client.send("HEAD /abc HTTP/1.1\r\nHost: r\r\n\r\n" + get("/x", "Connection: close\r\n"));
    EXPECT_NE(client.receiveUntil("\r\n\r\n").find("Content-Length: 4"), std::string::npos);
    EXPECT_TRUE(client.receive(12).starts_with("HTTP/1.1 200"));
}

TEST(HttpServer, ConnectionCloseAndHttp10EndTheConnection) {
    RunningServer server(options());
    RawClient closing(server.port());
    closing.send(get("/a", "Connection: close\r\n"));
    EXPECT_TRUE(endsWith(closing.receiveAll(), "\r\n\r\n/a"));
    EXPECT_TRUE(closing.isClosed());
    RawClient old(server.port());
    old.send("GET /b HTTP/1.0\r\n\r\n");
    EXPECT_TRUE(endsWith(old.receiveAll(), "\r\n\r\n/b"));
    EXPECT_TRUE(old.isClosed());
}

TEST(HttpServer, ContinueIsSentBeforeTheBody) {
    RunningServer server(options());
    RawClient client(server.port());
    client.send("POST /p HTTP/1.1\r\nHost: r\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.receiveUntil("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("ok");
    client.receiveUntil("\r\n\r\n");
    EXPECT_EQ(client.receive(4), "/pok");
}

TEST(HttpServer, GarbageGetsAProblemAndTheNextClientGoesOn) {
    RunningServer server(options());
    for (const std::string_view garbage :
         {std::string_view("\x16\x03\x01\x00\xff\x01\x00"), std::string_view("hello there\r\n\r\n"),
          std::string_view("GET /%00 HTTP/1.1\r\nHost: r\r\n\r\n"), std::string_view("\0\0\0\0", 4)}) {
        RawClient client(server.port());
        client.send(garbage);
        const std::string answer = client.receiveAll();
        EXPECT_TRUE(answer.starts_with("HTTP/1.1 400 ")) << answer;
        EXPECT_NE(answer.find("application/problem+json"), std::string::npos);
        EXPECT_TRUE(client.isClosed());
    }
    RawClient client(server.port());
    client.send(get("/fine"));
    EXPECT_TRUE(client.receiveUntil("/fine").ends_with("/fine"));
    EXPECT_EQ(server.counters().badRequests.load(), 4U);
}

TEST(HttpServer, HandlerIsCancelledWhenTheClientCloses) {
    const auto seen = std::make_shared<Seen>();
    RunningServer server(options(seen));
    {
        RawClient client(server.port());
        client.send(get("/wait"));
        ASSERT_TRUE(eventually([&] { return seen->waiting == 1; }));
    }
    EXPECT_TRUE(eventually([&] { return seen->cancelled == 1; }));
    EXPECT_TRUE(eventually([&] { return server.counters().open == 0; }));
}

TEST(HttpServer, ClientThatClosedItsSendingHalfStillGetsItsAnswer) {
    RunningServer server(options());
    RawClient client(server.port());
    client.send(get("/soon"));
    client.endSending();
    EXPECT_TRUE(endsWith(client.receiveAll(), "/soon"));
}

TEST(HttpServer, HandlerThatTakesTooLongIsCancelled) {
    const auto seen = std::make_shared<Seen>();
    ServerOptions with = options(seen);
    with.limits.handling = 50ms;
    RunningServer server(std::move(with));
    RawClient client(server.port());
    client.send(get("/wait"));
    EXPECT_TRUE(client.receiveAll().starts_with("HTTP/1.1 503 "));
    EXPECT_EQ(seen->cancelled.load(), 1);
}

TEST(HttpServer, WhatAHandlerThrowsIsAnInternalErrorAndTheConnectionGoesOn) {
    RunningServer server(options());
    RawClient client(server.port());
    client.send(get("/throw") + get("/next"));
    EXPECT_TRUE(client.receiveUntil("\r\n\r\n").starts_with("HTTP/1.1 500 "));
    EXPECT_TRUE(client.receiveUntil("/next").ends_with("/next"));
}

TEST(HttpServer, HeaderNeverBreaksOutOfItsLine) {
    RunningServer server(options());
    RawClient client(server.port());
    client.send(get("/split"));
    const std::string head = client.receiveUntil("\r\n\r\n");
    EXPECT_TRUE(head.starts_with("HTTP/1.1 204 ")) << head;
    EXPECT_EQ(head.find("Set-Cookie"), std::string::npos) << head;
    EXPECT_EQ(head.find("Content-Length"), std::string::npos) << head;
}

TEST(HttpServer, SlowHeaderIsEndedAtItsDeadlineHoweverItTrickles) {
    ServerOptions with = options();
    with.limits.headerDeadline = 150ms;
    RunningServer server(std::move(with));
    RawClient client(server.port());
    const auto begin = std::chrono::steady_clock::now();
    client.send("GET / HTTP/1.1\r\n");
    while (client.receive(1, 5ms).empty() && !client.isClosed() &&
           std::chrono::steady_clock::now() - begin < 5s) {
        client.send("a: b\r\n");
    }
    EXPECT_NE(client.receiveAll().find("408 Request Timeout"), std::string::npos);
    EXPECT_GE(std::chrono::steady_clock::now() - begin, 150ms);
    EXPECT_EQ(server.counters().timedOut.load(), 1U);
}

TEST(HttpServer, SilentAndIdleConnectionsAreClosed) {
    ServerOptions with = options();
    with.limits.headerDeadline = 100ms;
    with.limits.keepAliveIdle = 100ms;
    RunningServer server(std::move(with));
    RawClient silent(server.port());
    EXPECT_EQ(silent.receiveAll(), "");
    EXPECT_TRUE(silent.isClosed());
    RawClient idle(server.port());
    idle.send(get("/once"));
    EXPECT_TRUE(endsWith(idle.receiveAll(), "/once"));
    EXPECT_TRUE(idle.isClosed());
}

TEST(HttpServer, SlowBodyIsEndedAtItsDeadline) {
    ServerOptions with = options();
    with.limits.bodyDeadline = 100ms;
    RunningServer server(std::move(with));
    RawClient client(server.port());
    client.send("POST / HTTP/1.1\r\nHost: r\r\nContent-Length: 10\r\n\r\nabc");
    EXPECT_TRUE(client.receiveAll().starts_with("HTTP/1.1 408 "));
}

TEST(HttpServer, ReaderThatDoesNotReadIsClosedAndFastOneGetsEverything) {
    ServerOptions with = options();
    with.limits.slowReaderWindow = 300ms;
    RunningServer server(std::move(with));
    RawClient stuck(server.port(), 4096);
    stuck.send(get("/big"));
    RawClient fast(server.port());
    fast.send(get("/big"));
    fast.receiveUntil("\r\n\r\n");
    EXPECT_EQ(fast.receive(8 * kBigPiece, 10s).size(), 8 * kBigPiece);
    EXPECT_TRUE(eventually([&] { return server.counters().timedOut == 1; }));
    EXPECT_TRUE(eventually([&] { return server.counters().open == 1; }));
}

TEST(HttpServer, RequestsPerConnectionAreCounted) {
    ServerOptions with = options();
    with.limits.requestsPerConnection = 2;
    RunningServer server(std::move(with));
    RawClient client(server.port());
    client.send(get("/1") + get("/2") + get("/3"));
    const std::string all = client.receiveAll();
    EXPECT_TRUE(endsWith(all, "/2")) << all;
    EXPECT_NE(all.find("Connection: close"), std::string::npos);
}

TEST(HttpServer, LimitOfConnectionsIsHeldReleasedAndWorksAgain) {
    AdmissionLimits limits;
    limits.total = 2;
    ServerOptions with = options();
    with.admission = std::make_shared<Admission>(limits);
    RunningServer server(std::move(with));
    {
        RawClient first(server.port());
        RawClient second(server.port());
        ASSERT_TRUE(eventually([&] { return server.counters().open == 2; }));
        RawClient third(server.port());
        EXPECT_EQ(third.receiveAll(), "");
        EXPECT_EQ(server.counters().refused.load(), 1U);
    }
    ASSERT_TRUE(eventually([&] { return server.counters().open == 0; }));
    RawClient again(server.port());
    again.send(get("/again"));
    EXPECT_TRUE(again.receiveUntil("/again").ends_with("/again"));
}

TEST(HttpServer, CloseLetsAnAnswerUnderWayEnd) {
    RunningServer server(options());
    RawClient idle(server.port());
    RawClient busy(server.port());
    idle.send(get("/x"));
    idle.receiveUntil("/x");
    busy.send(get("/soon"));
    ASSERT_TRUE(eventually([&] { return server.counters().requests == 2; }));
    server.close();
    EXPECT_EQ(idle.receiveAll(), "");
    EXPECT_TRUE(idle.isClosed());
    EXPECT_TRUE(endsWith(busy.receiveAll(), "/soon"));
}

TEST(HttpServer, TakenPortIsAConflictThatNamesThePort) {
    RunningServer server(options());
    EventLoops loops(1);
    const Endpoint taken{"127.0.0.1", server.port()};
    const auto second = Server::listen(loops.executor(0), taken, options(), Logger::silent());
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().category(), ErrorCategory::Conflict);
    EXPECT_NE(second.error().message().find(std::to_string(server.port())), std::string::npos);
}

TEST(Admission, CountsByAddressAndRate) {
    AdmissionLimits limits;
    limits.perAddress = 3;
    limits.burst = 4;
    limits.newPerSecond = 1;
    Admission admission(limits);
    const SteadyTime start{};
    std::vector<Admission::Ticket> held;
    for (int i = 0; i < 3; ++i) {
        held.push_back(admission.admit("192.0.2.1", start));
        ASSERT_TRUE(held.back());
    }
    EXPECT_FALSE(admission.admit("192.0.2.1", start)) << "over the number at a time";
    EXPECT_TRUE(admission.admit("192.0.2.2", start)) << "another address";
    held.clear();
    EXPECT_TRUE(admission.admit("192.0.2.1", start));
    EXPECT_FALSE(admission.admit("192.0.2.1", start)) << "over the burst";
    EXPECT_TRUE(admission.admit("192.0.2.1", start + 1s));
    EXPECT_FALSE(admission.admit("192.0.2.1", start + 1s));
}

TEST(Admission, AnIpv6NeighbourhoodIsOneAddress) {
    AdmissionLimits limits;
    limits.perAddress = 1;
    Admission admission(limits);
    const SteadyTime now{};
    const auto held = admission.admit("2001:db8:1:2::1", now);
    ASSERT_TRUE(held);
    EXPECT_FALSE(admission.admit("2001:db8:1:2:ffff::9", now));
    EXPECT_TRUE(admission.admit("2001:db8:1:3::1", now));
    const auto four = admission.admit("192.0.2.1", now);
    EXPECT_FALSE(admission.admit("::ffff:192.0.2.1", now));
}

}  // namespace footlight::net::http
