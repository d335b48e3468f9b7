#include "tests/core/relay/api/hub_fixture.h"

namespace footlight::tests {
namespace {

using namespace std::chrono_literals;

class ApiLimits : public HubTest {};

TEST_F(ApiLimits, NothingIsTakenBeforeHello) {
    static_cast<void>(signUp("Ada"));
    auto early = socket();
    early.send(wire::Join{"Ada", true});
    EXPECT_EQ(early.next<wire::ErrorMessage>()->code, "socket.hello_first");
    EXPECT_TRUE(early.hello());
    EXPECT_TRUE(early.join("Ada"));
    early.send(wire::Hello{});
    EXPECT_EQ(early.next<wire::ErrorMessage>()->code, "socket.hello_again");
}

TEST_F(ApiLimits, WhoSaysNoHelloInTimeIsClosed) {
    hub_.stop();
    hub_.apiOptions.helloDeadline = 50ms;
    hub_.start();
    auto silent = socket();
    EXPECT_EQ(silent.closeCode(), 1008U);
    auto polite = socket();
    EXPECT_TRUE(polite.hello());
    polite.send(wire::Ping{});
    EXPECT_TRUE(polite.next<wire::Pong>());
}

TEST_F(ApiLimits, ATokenThatIsWorthNothingIsToldAndClosed) {
    auto stranger = socket();
    stranger.send(wire::Hello{Secret("made up")});
    const auto error = stranger.next<wire::ErrorMessage>();
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code, "account.sign_in_needed");
    EXPECT_EQ(stranger.closeCode(), 1008U);
}

TEST_F(ApiLimits, MalformedAndUnknownMessagesAreNamedAndTheConnectionStays) {
    auto guest = socket();
    guest.sendText("nonsense");
    EXPECT_EQ(guest.next<wire::ErrorMessage>()->code, "socket.invalid");
    guest.hello();
    for (const std::string text :
         {"{", "[]", R"({"type":"dance"})", R"({"type":"join","channel":7,"watching":true})"}) {
        guest.sendText(text);
        const auto error = guest.next<wire::ErrorMessage>();
        ASSERT_TRUE(error) << text;
        EXPECT_EQ(error->code, "socket.invalid");
    }
    guest.sendText(R"({"type":"join"})");
    EXPECT_EQ(guest.next<wire::ErrorMessage>()->message,
              "`channel` is missing: it must be a string of 1 to 64 characters");
    guest.send(wire::Ping{});
    EXPECT_TRUE(guest.next<wire::Pong>());
}

TEST_F(ApiLimits, AnOversizedMessageClosesWith1009) {
    auto guest = socket();
    guest.hello();
    guest.sendText(std::string(9 * 1024, ' '));
    EXPECT_EQ(guest.closeCode(), 1009U);
}

TEST_F(ApiLimits, BinaryClosesWith1003) {
    auto guest = socket();
    guest.hello();
    guest.sendBinary("x");
    EXPECT_EQ(guest.closeCode(), 1003U);
}

TEST_F(ApiLimits, AFloodOfMessagesIsClosed) {
    auto guest = socket();
    guest.hello();
    for (int i = 0; i < 400; ++i) {
        guest.send(wire::Ping{});
    }
    EXPECT_EQ(guest.closeCode(), 1013U);
}

TEST_F(ApiLimits, TwentyRoomsAtATime) {
    for (int i = 0; i < 21; ++i) {
        static_cast<void>(signUp("user" + std::to_string(100 + i)));
    }
    auto guest = socket();
    guest.hello();
    for (int i = 0; i < 20; ++i) {
        EXPECT_TRUE(guest.join("user" + std::to_string(100 + i)));
    }
    guest.send(wire::Join{"user120", true});
    EXPECT_EQ(guest.next<wire::ErrorMessage>()->code, "socket.too_many_rooms");
}

TEST_F(ApiLimits, AnAccountHasEightSocketsAndThenAgainWhenOneGoes) {
    const auto token = signUp("Ada").token.reveal();
    std::vector<SocketClient> sockets;
    for (int i = 0; i < 8; ++i) {
        sockets.push_back(socket());
        EXPECT_TRUE(sockets.back().hello(token));
    }
    auto ninth = socket();
    ninth.send(wire::Hello{Secret(token)});
    EXPECT_EQ(ninth.closeCode(), 1013U);
    sockets.pop_back();
    // The relay hears of the end a moment later.
    bool admitted = false;
    for (int i = 0; i < 200 && !admitted; ++i) {
        admitted = socket().hello(token).has_value();
    }
    EXPECT_TRUE(admitted);
}

TEST_F(ApiLimits, TooManyRequestsOfOneAddressAreToldToWait) {
    hub_.stop();
    hub_.apiOptions.loopbackExempt = false;
    hub_.apiOptions.requestsPerSecond = 0.001;
    hub_.apiOptions.requestBurst = 3;
    hub_.start();
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(client().get("/api/v1/relay").status, 200U);
    }
    const auto refused = client().get("/api/v1/relay");
    EXPECT_EQ(refused.status, 429U);
    EXPECT_EQ(refused.problem().code, "request.too_many");
    EXPECT_EQ(refused.headers.at("Retry-After"), "1");
    EXPECT_EQ(client().hook("events", R"({"events":[]})").status, 204U) << "hooks have their secret";
}

TEST_F(ApiLimits, SearchesOfOneAddressHaveARateOfTheirOwn) {
    static_cast<void>(signUp("Ada"));
    hub_.stop();
    hub_.apiOptions.loopbackExempt = false;
    hub_.apiOptions.searchesPerSecond = 0.001;
    hub_.apiOptions.searchBurst = 2;
    hub_.start();
    EXPECT_EQ(client().get("/api/v1/channels/Ada/messages?q=hello").status, 200U);
    EXPECT_EQ(client().get("/api/v1/directory?search=ada").status, 200U);
    EXPECT_EQ(client().get("/api/v1/channels/Ada/messages?q=hello").status, 429U);
    EXPECT_EQ(client().get("/api/v1/channels/Ada/messages").status, 200U) << "looking up goes on";
}

TEST_F(ApiLimits, TooManySocketsOfOneAddressAreToldToWait) {
    hub_.stop();
    hub_.apiOptions.loopbackExempt = false;
    hub_.apiOptions.socketsPerAddress = 2;
    hub_.start();
    auto first = socket();
    auto second = socket();
    EXPECT_TRUE(first.hello());
    EXPECT_TRUE(second.hello());
    EXPECT_EQ(socket().closeCode(), 1013U);
}

/// A hub behind a reverse proxy on this machine.
class ApiBehindAProxy : public HubTest {
protected:
    void start(const std::string& proxies) {
        hub_.stop();
        hub_.admission.proxies = *net::http::TrustedProxies::parse(proxies);
        hub_.apiOptions.requestsPerSecond = 0.001;
        hub_.apiOptions.requestBurst = 3;
        hub_.apiOptions.socketsPerAddress = 2;
        hub_.hubOptions.signUpsPerHour = 1;
        hub_.start();
    }
    [[nodiscard]] RestClient from(const std::string& list) const {
        auto made = client();
        made.setForwardedFor(list);
        return made;
    }
    [[nodiscard]] SocketClient socketFrom(const std::string& list) const {
        return SocketClient(hub_.port(), "relay.example:8080", list);
    }
};

TEST_F(ApiBehindAProxy, EachOfItsClientsIsCountedForThemselves) {
    start("127.0.0.1");
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(from("203.0.113.7").get("/api/v1/relay").status, 200U);
    }
    EXPECT_EQ(from("203.0.113.7").get("/api/v1/relay").status, 429U);
    EXPECT_EQ(from("198.51.100.9, 203.0.113.7").get("/api/v1/relay").status, 429U)
        << "who says that they are another is still the one whom the proxy has seen";
    EXPECT_EQ(from("127.0.0.1, 203.0.113.7").get("/api/v1/relay").status, 429U);
    EXPECT_EQ(from("203.0.113.8").get("/api/v1/relay").status, 200U);
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(client().get("/api/v1/relay").status, 200U) << "this machine's own programs";
    }
}

TEST_F(ApiBehindAProxy, SignUpsAndSocketsAreCountedSoToo) {
    start("127.0.0.1");
    const auto account = [](const std::string& name) {
        return R"({"name":")" + name + R"(","password":"correct horse battery"})";
    };
    EXPECT_EQ(from("203.0.113.7").send("POST", "/api/v1/users", account("Ada")).status, 201U);
    EXPECT_EQ(from("203.0.113.7").send("POST", "/api/v1/users", account("Bob")).status, 429U);
    EXPECT_EQ(from("203.0.113.8").send("POST", "/api/v1/users", account("Bob")).status, 201U);
    auto first = socketFrom("2001:db8::1");
    auto second = socketFrom("2001:db8::2");
    EXPECT_TRUE(first.hello());
    EXPECT_TRUE(second.hello());
    EXPECT_EQ(socketFrom("2001:db8::3").closeCode(), 1013U) << "one household";
    EXPECT_TRUE(socketFrom("2001:db8:1::1").hello());
}

TEST_F(ApiBehindAProxy, WhoIsNotTrustedSaysNothing) {
    start("192.0.2.1");
    for (int i = 0; i < 6; ++i) {
        EXPECT_EQ(from("203.0.113.7").get("/api/v1/relay").status, 200U) << "it is this machine";
    }
}

TEST_F(ApiBehindAProxy, TheOwnersTokenIsOfThisMachineOnly) {
    start("127.0.0.1");
    const std::string asked = R"({"ownerToken":")" + std::string(kOwnerToken) + R"("})";
    EXPECT_EQ(from("203.0.113.7").send("POST", "/api/v1/session", asked).problem().code,
              "account.owner_from_elsewhere");
    EXPECT_EQ(client().send("POST", "/api/v1/session", asked).status, 200U);
}

TEST_F(ApiLimits, AnOversizedBodyIsRefused) {
    const auto reply = client().send("POST", "/api/v1/users", std::string(65 * 1024, ' '));
    EXPECT_EQ(reply.status, 413U);
}

}  // namespace
}  // namespace footlight::tests
