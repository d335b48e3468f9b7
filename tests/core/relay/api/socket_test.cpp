#include "tests/core/relay/api/hub_fixture.h"

namespace footlight::tests {
namespace {

class Socket : public HubTest {
protected:
    Socket() : session_(signUp("Ada")), token_(session_.token.reveal()) {}

    wire::Session session_;
    std::string token_;
};

TEST_F(Socket, WelcomesMembersAndGuests) {
    auto member = socket();
    const auto welcome = member.hello(token_);
    ASSERT_TRUE(welcome);
    EXPECT_EQ(welcome->user, session_.user);
    auto guest = socket();
    const auto asGuest = guest.hello();
    ASSERT_TRUE(asGuest);
    EXPECT_FALSE(asGuest->user);
}

TEST_F(Socket, WhatIsSaidReachesEverybodyAndIsAcknowledged) {
    auto ada = joined("Ada", token_, false);
    auto guest = joined("ada");
    ada.send(wire::Say{"Ada", "hello ☀ <b>", "n1"});
    const auto seen = guest.next<wire::ChatMessage>();
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->text, "hello ☀ <b>");
    EXPECT_EQ(seen->user, session_.user);
    EXPECT_EQ(seen->channel, "Ada");
    const auto own = ada.next<wire::ChatMessage>();
    ASSERT_TRUE(own);
    EXPECT_EQ(own->id, seen->id);
    const auto said = ada.next<wire::Said>();
    ASSERT_TRUE(said);
    EXPECT_EQ(said->nonce, "n1");
    EXPECT_EQ(said->id, seen->id);
}

TEST_F(Socket, WhatWasAcknowledgedIsThereAfterARestart) {
    auto ada = joined("Ada", token_);
    ada.send(wire::Say{"Ada", "one", "n1"});
    ada.send(wire::Say{"Ada", "two", "n2"});
    ASSERT_TRUE(ada.next<wire::Said>());
    ASSERT_TRUE(ada.next<wire::Said>());
    hub_.stop();
    hub_.start();
    auto guest = socket();
    guest.hello();
    const auto room = guest.join("Ada");
    ASSERT_TRUE(room);
    ASSERT_EQ(room->history.size(), 2U);
    EXPECT_EQ(room->history[0].text, "one");
    EXPECT_EQ(room->history[1].text, "two");
    const auto page = client().get("/api/v1/channels/ada/messages?limit=1").as<wire::MessagePage>();
    ASSERT_EQ(page.items.size(), 1U);
    EXPECT_EQ(page.items[0], room->history[1]);
    const auto older =
        client().get("/api/v1/channels/ada/messages?before=" + *page.next).as<wire::MessagePage>();
    ASSERT_EQ(older.items.size(), 1U);
    EXPECT_EQ(older.items[0], room->history[0]);
}

TEST_F(Socket, TheSameNonceIsSaidOnce) {
    auto ada = joined("Ada", token_);
    ada.send(wire::Say{"Ada", "one", "n1"});
    const auto first = ada.next<wire::Said>();
    ada.send(wire::Say{"Ada", "one", "n1"});
    const auto again = ada.next<wire::Said>();
    ASSERT_TRUE(first && again);
    EXPECT_EQ(first->id, again->id);
    EXPECT_EQ(client().get("/api/v1/channels/Ada/messages").as<wire::MessagePage>().items.size(), 1U);
}

TEST_F(Socket, AGuestMayReadButNotSpeak) {
    auto guest = joined("Ada");
    guest.send(wire::Say{"Ada", "hello", "n1"});
    const auto error = guest.next<wire::ErrorMessage>();
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code, "socket.sign_in_needed");
    EXPECT_EQ(error->nonce, "n1");
}

TEST_F(Socket, OneSpeaksOnlyWhereOneHasJoined) {
    auto ada = socket();
    ada.hello(token_);
    ada.send(wire::Say{"Ada", "hello", "n1"});
    EXPECT_EQ(ada.next<wire::ErrorMessage>()->code, "socket.not_joined");
    ada.join("Ada");
    ada.send(wire::Leave{"Ada"});
    EXPECT_TRUE(ada.next<wire::Left>());
    ada.send(wire::Say{"Ada", "hello", "n2"});
    EXPECT_EQ(ada.next<wire::ErrorMessage>()->code, "socket.not_joined");
}

TEST_F(Socket, AMessageThatBreaksTheRulesIsRefusedWithItsNonce) {
    auto ada = joined("Ada", token_);
    ada.send(wire::Say{"Ada", "a\nb", "n1"});
    const auto control = ada.next<wire::ErrorMessage>();
    EXPECT_EQ(control->code, "chat.text");
    EXPECT_EQ(control->nonce, "n1");
    for (int i = 0; i < 6; ++i) {
        ada.send(wire::Say{"Ada", "line " + std::to_string(i), std::to_string(i)});
    }
    const auto tooFast = ada.next<wire::ErrorMessage>();
    ASSERT_TRUE(tooFast);
    EXPECT_EQ(tooFast->code, "chat.too_fast");
    EXPECT_EQ(tooFast->nonce, "5");
}

TEST_F(Socket, ViewersAreWatchingConnections) {
    auto studio = joined("Ada", token_, false);
    auto first = joined("Ada");
    EXPECT_EQ(studio.next<wire::Presence>()->viewers, 1);
    {
        auto second = joined("Ada");
        EXPECT_EQ(studio.next<wire::Presence>()->viewers, 2);
    }
    EXPECT_EQ(studio.next<wire::Presence>()->viewers, 1) << "the second one has gone";
    first.join("Ada", false);
    EXPECT_EQ(studio.next<wire::Presence>()->viewers, 0) << "joined again without watching";
}

TEST_F(Socket, ABroadcastIsAnnouncedWithItsHealthToTheOwnerAlone) {
    auto rest = client();
    rest.setToken(token_);
    auto owner = joined("Ada", token_, false);
    auto viewer = joined("Ada");
    const auto grant = rest.publish(rest.makeKey("Ada"));
    rest.tell(wire::PublishEventType::Started, grant);
    const auto live = viewer.next<wire::Live>();
    ASSERT_TRUE(live);
    EXPECT_EQ(live->playback, "http://relay.example:2222/live/Ada/index.m3u8");
    rest.tell(wire::PublishEventType::Health, grant);
    const auto health = owner.next<wire::Health>();
    ASSERT_TRUE(health);
    EXPECT_EQ(health->health.bitrate, 2'500'000);
    EXPECT_TRUE(health->publishing);
    rest.tell(wire::PublishEventType::Lost, grant);
    EXPECT_FALSE(owner.next<wire::Health>()->publishing);
    rest.send("PATCH", "/api/v1/channels/Ada", R"({"title":"Maths"})");
    rest.tell(wire::PublishEventType::Ended, grant);
    bool ended = false;
    bool titled = false;
    while (const auto text = ended ? std::nullopt : viewer.receive()) {
        const auto message = wire::parse<wire::ServerMessage>(*text);
        ASSERT_TRUE(message);
        EXPECT_FALSE(std::holds_alternative<wire::Health>(*message));
        titled = titled || std::holds_alternative<wire::Titled>(*message);
        ended = std::holds_alternative<wire::Ended>(*message);
    }
    EXPECT_TRUE(titled && ended);
}

TEST_F(Socket, JoiningTellsWhatIsOnAir) {
    auto rest = client();
    rest.setToken(token_);
    rest.send("PATCH", "/api/v1/channels/Ada", R"({"title":"Maths"})");
    const auto grant = rest.publish(rest.makeKey("Ada"));
    rest.tell(wire::PublishEventType::Started, grant);
    auto viewer = socket();
    viewer.hello();
    const auto room = viewer.join("ada");
    ASSERT_TRUE(room);
    EXPECT_EQ(room->channel, "Ada");
    EXPECT_EQ(room->title, "Maths");
    EXPECT_TRUE(room->live);
    EXPECT_EQ(room->viewers, 1);
    EXPECT_EQ(room->startedAt, utcFromMilliseconds(1'700'000'000'000));
}

TEST_F(Socket, APingTellsTheRelaysTime) {
    auto guest = socket();
    guest.hello();
    guest.send(wire::Ping{utcFromMilliseconds(7)});
    const auto pong = guest.next<wire::Pong>();
    ASSERT_TRUE(pong);
    EXPECT_EQ(pong->clientTime, utcFromMilliseconds(7));
    EXPECT_LT(std::chrono::abs(pong->serverTime - SystemClock().utcNow()), std::chrono::seconds{5});
}

TEST_F(Socket, AnUnknownChannelIsToldAndTheConnectionStays) {
    auto guest = socket();
    guest.hello();
    guest.send(wire::Join{"nobody", true});
    EXPECT_EQ(guest.next<wire::ErrorMessage>()->code, "channel.unknown");
    EXPECT_TRUE(guest.join("Ada"));
}

TEST_F(Socket, ARelayThatStopsSaysSo) {
    auto guest = joined("Ada");
    hub_.stop();
    EXPECT_EQ(guest.closeCode(), 1001U);
}

}  // namespace
}  // namespace footlight::tests
