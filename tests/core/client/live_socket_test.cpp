#include "core/client/live_socket.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

#include "core/wire/json.h"
#include "tests/core/client/fake_hub.h"

namespace footlight::client {

using tests::eventually;
using tests::FakeHub;

class ALiveSocket : public ::testing::Test {
protected:
    void open(std::optional<Secret> token = std::nullopt) {
        live.open(hub.socketUrl(), std::move(token));
        ASSERT_TRUE(eventually([this] { return live.isOpen(); }));
    }

    SystemClock clock;
    FakeHub hub;
    LiveSocket live{clock};
    const QString channel = QStringLiteral("anna");
};

TEST_F(ALiveSocket, SaysHelloAsAGuestWithoutAToken) {
    open();
    ASSERT_EQ(hub.heardOf<wire::Hello>().size(), 1U);
    EXPECT_FALSE(hub.heardOf<wire::Hello>()[0].token.has_value());
}

TEST_F(ALiveSocket, SaysHelloWithItsToken) {
    open(Secret("token-1"));
    EXPECT_TRUE(hub.heardOf<wire::Hello>()[0].token->matches("token-1"));
}

TEST_F(ALiveSocket, TellsThatItsTokenWasRefused) {
    hub.refuseToken("old");
    QSignalSpy refused(&live, &LiveSocket::tokenRefused);
    live.open(hub.socketUrl(), Secret("old"));
    ASSERT_TRUE(eventually([&] { return refused.count() == 1; }));
    EXPECT_EQ(refused[0][0].toString(), QStringLiteral("that token has expired"));
}

TEST_F(ALiveSocket, JoinsWhatWasJoinedBeforeItOpened) {
    QSignalSpy joined(&live, &LiveSocket::joined);
    live.join(channel, true);
    open();
    ASSERT_TRUE(eventually([&] { return joined.count() == 1; }));
    EXPECT_EQ(hub.heardOf<wire::Join>(), (std::vector<wire::Join>{{"anna", true}}));
}

TEST_F(ALiveSocket, JoinsAgainAfterItWasOpenedAgain) {
    live.join(channel, false);
    open();
    live.close();
    open();
    ASSERT_TRUE(eventually([&] { return hub.heardOf<wire::Join>().size() == 2; }));
}

TEST_F(ALiveSocket, DoesNotJoinAgainWhatWasLeft) {
    live.join(channel, false);
    open();
    ASSERT_TRUE(eventually([&] { return hub.heardOf<wire::Join>().size() == 1; }));
    live.leave(channel, false);
    ASSERT_TRUE(eventually([&] { return hub.heardOf<wire::Leave>().size() == 1; }));
    live.close();
    open();
    ASSERT_TRUE(eventually([&] { return hub.heardOf<wire::Ping>().size() >= 6; }));
    EXPECT_EQ(hub.heardOf<wire::Join>().size(), 1U);
}

TEST_F(ALiveSocket, StaysInAChannelThatIsLeftInOneOfItsPlaces) {
    live.join(channel, true);
    live.join(channel, false);
    open();
    ASSERT_TRUE(eventually([&] { return hub.heardOf<wire::Join>().size() == 1; }));
    EXPECT_TRUE(hub.heardOf<wire::Join>()[0].watching);
    QSignalSpy joined(&live, &LiveSocket::joined);
    live.leave(channel, false);
    live.join(channel, false);
    ASSERT_TRUE(eventually([&] { return joined.count() == 2; }));
    EXPECT_TRUE(hub.heardOf<wire::Join>().back().watching) << "the Studio's return ended the watching";
    EXPECT_TRUE(hub.heardOf<wire::Leave>().empty());
    live.leave(channel, true);
    ASSERT_TRUE(eventually([&] { return joined.count() == 3; }));
    EXPECT_FALSE(hub.heardOf<wire::Join>().back().watching);
    live.leave(channel, false);
    ASSERT_TRUE(eventually([&] { return hub.heardOf<wire::Leave>().size() == 1; }));
}

TEST_F(ALiveSocket, ShowsTheTokenOfALinkWheneverItJoins) {
    live.join(channel, true, QStringLiteral("the-token"));
    open();
    live.close();
    open();
    ASSERT_TRUE(eventually([&] { return hub.heardOf<wire::Join>().size() == 2; }));
    EXPECT_EQ(hub.heardOf<wire::Join>(),
              (std::vector<wire::Join>(2, {"anna", true, std::nullopt, "the-token"})));
    EXPECT_EQ(live.playback(channel), QStringLiteral("the-token"));
    live.leave(channel, true);
    EXPECT_EQ(live.playback(channel), QString());
}

TEST_F(ALiveSocket, WhoIsPutOutIsToldWhyAndDoesNotComeBackByThemselves) {
    QSignalSpy joined(&live, &LiveSocket::joined);
    QSignalSpy putOut(&live, &LiveSocket::putOut);
    live.join(channel, true);
    live.join(QStringLiteral("berta"), true);
    open();
    ASSERT_TRUE(eventually([&] { return joined.count() == 2; }));
    hub.tell(wire::Left{"anna"});
    hub.tell(wire::Left{"anna", wire::LeftBecause::Protected});
    hub.tell(wire::Left{"berta", wire::LeftBecause::Closed});
    ASSERT_TRUE(eventually([&] { return putOut.count() == 2; }));
    EXPECT_EQ(putOut[0][0].toString(), channel);
    EXPECT_TRUE(putOut[0][1].toString().contains(QStringLiteral("link")));
    EXPECT_EQ(putOut[1][0].toString(), QStringLiteral("berta"));
    EXPECT_NE(putOut[0][1].toString(), putOut[1][1].toString());
    live.close();
    open();
    ASSERT_TRUE(eventually([&] { return hub.heardOf<wire::Ping>().size() >= 6; }));
    EXPECT_EQ(hub.heardOf<wire::Join>().size(), 2U);
    live.join(channel, true, QStringLiteral("a-link"));
    ASSERT_TRUE(eventually([&] { return joined.count() == 3; })) << "a person may try again";
}

TEST_F(ALiveSocket, TellsWhoseJoinWasRefusedAndDoesNotAskAgain) {
    hub.refuseJoins("gone");
    QSignalSpy refused(&live, &LiveSocket::joinRefused);
    QSignalSpy joined(&live, &LiveSocket::joined);
    live.join(QStringLiteral("berta"), true);
    live.join(QStringLiteral("gone"), true);
    live.join(channel, true);
    open();
    ASSERT_TRUE(eventually([&] { return refused.count() == 1 && joined.count() == 2; }));
    EXPECT_EQ(refused[0][0].toString(), QStringLiteral("gone"));
    EXPECT_EQ(refused[0][1].toString(), QStringLiteral("There is no such channel."));
    live.close();
    open();
    ASSERT_TRUE(eventually([&] { return joined.count() == 4; }));
    EXPECT_EQ(refused.count(), 1);
}

TEST_F(ALiveSocket, AsksABusyRelayAgainUntilItIsIn) {
    hub.beBusyForJoins(2);
    QSignalSpy delayed(&live, &LiveSocket::joinDelayed);
    QSignalSpy refused(&live, &LiveSocket::joinRefused);
    QSignalSpy joined(&live, &LiveSocket::joined);
    live.join(channel, true);
    open();
    ASSERT_TRUE(eventually([&] { return joined.count() == 1; }));
    EXPECT_EQ(delayed.count(), 2);
    EXPECT_EQ(delayed[0][0].toString(), channel);
    EXPECT_EQ(refused.count(), 0);
    EXPECT_EQ(hub.heardOf<wire::Join>().size(), 3U);
}

TEST_F(ALiveSocket, SaysThatTheTwentyFirstChannelIsOneTooMany) {
    QSignalSpy refused(&live, &LiveSocket::joinRefused);
    for (int i = 0; i < 21; ++i) {
        live.join(QString::number(i), true);
    }
    ASSERT_TRUE(eventually([&] { return refused.count() == 1; }));
    EXPECT_EQ(refused[0][0].toString(), QStringLiteral("20"));
}

TEST_F(ALiveSocket, TellsWhenALineIsConfirmed) {
    QSignalSpy confirmed(&live, &LiveSocket::messageAcknowledged);
    QSignalSpy received(&live, &LiveSocket::messageReceived);
    live.join(channel, false);
    open(Secret("t"));
    const QString nonce = live.say(channel, QStringLiteral("Grüße <b>an alle</b>"));
    ASSERT_TRUE(eventually([&] { return confirmed.count() == 1; }));
    EXPECT_EQ(confirmed[0][0].toString(), nonce);
    ASSERT_EQ(received.count(), 1);
    EXPECT_EQ(received[0][0].value<wire::ChatMessage>().text, "Grüße <b>an alle</b>");
}

TEST_F(ALiveSocket, SendsAnUnconfirmedLineOnceMoreAfterItWasOpenedAgain) {
    hub.confirmLines(false);
    live.join(channel, false);
    open(Secret("t"));
    const QString nonce = live.say(channel, QStringLiteral("hello"));
    ASSERT_TRUE(eventually([&] { return hub.heardOf<wire::Say>().size() == 1; }));
    QSignalSpy confirmed(&live, &LiveSocket::messageAcknowledged);
    hub.dropConnections();
    hub.confirmLines(true);
    ASSERT_TRUE(eventually([&] { return !live.isOpen(); }));
    open(Secret("t"));
    ASSERT_TRUE(eventually([&] { return confirmed.count() == 1; }));
    const auto said = hub.heardOf<wire::Say>();
    ASSERT_EQ(said.size(), 2U);
    EXPECT_EQ(said[0], said[1]);
    EXPECT_EQ(said[0].nonce, nonce.toStdString());
}

TEST_F(ALiveSocket, PassesTheRelaysReasonOnWhenALineIsRefused) {
    hub.confirmLines(false);
    QSignalSpy refused(&live, &LiveSocket::messageRefused);
    live.join(channel, false);
    open(Secret("t"));
    const QString nonce = live.say(channel, QStringLiteral("hello"));
    ASSERT_TRUE(eventually([&] { return hub.heardOf<wire::Say>().size() == 1; }));
    hub.tell(wire::ErrorMessage{"chat.too_fast", std::nullopt, "wait 3 seconds", nonce.toStdString()});
    ASSERT_TRUE(eventually([&] { return refused.count() == 1; }));
    EXPECT_EQ(refused[0][0].toString(), nonce);
    EXPECT_EQ(refused[0][1].toString(), QStringLiteral("wait 3 seconds"));
}

TEST_F(ALiveSocket, RefusesTheThirtyThirdLineThatWaits) {
    QSignalSpy refused(&live, &LiveSocket::messageRefused);
    QString last;
    for (int i = 0; i < 33; ++i) {
        last = live.say(channel, QString::number(i));
    }
    ASSERT_TRUE(eventually([&] { return refused.count() == 1; }));
    EXPECT_EQ(refused[0][0].toString(), last);
}

TEST_F(ALiveSocket, RefusesWaitingLinesWhenAnotherRelayIsChosen) {
    QSignalSpy refused(&live, &LiveSocket::messageRefused);
    live.say(channel, QStringLiteral("hello"));
    live.forget();
    EXPECT_EQ(refused.count(), 1);
}

TEST_F(ALiveSocket, LearnsTheRelaysClock) {
    hub.clockAhead = std::chrono::seconds{90};
    QSignalSpy changed(&live, &LiveSocket::clockOffsetChanged);
    open();
    ASSERT_TRUE(eventually([&] { return changed.count() == 5; }));
    EXPECT_NEAR(static_cast<double>(live.clockOffset()->count()), 90'000, 50);
}

TEST_F(ALiveSocket, TellsWhatTheRelayTells) {
    QSignalSpy viewers(&live, &LiveSocket::viewersChanged);
    QSignalSpy wentLive(&live, &LiveSocket::wentLive);
    QSignalSpy titled(&live, &LiveSocket::titleChanged);
    QSignalSpy ended(&live, &LiveSocket::ended);
    QSignalSpy health(&live, &LiveSocket::healthReceived);
    open();
    hub.tell(wire::Presence{"anna", 12});
    hub.tell(wire::Live{"anna", "Morning", {}, "http://x/index.m3u8"});
    hub.tell(wire::Titled{"anna", "Noon"});
    hub.tell(wire::Health{"anna", {}, true, {}});
    hub.tell(wire::Ended{"anna"});
    ASSERT_TRUE(eventually([&] { return ended.count() == 1; }));
    EXPECT_EQ(viewers.value(0), (QList<QVariant>{channel, qint64{12}}));
    EXPECT_EQ(wentLive.count(), 1);
    EXPECT_EQ(titled.value(0).value(1).toString(), QStringLiteral("Noon"));
    EXPECT_EQ(health.count(), 1);
}

TEST_F(ALiveSocket, ResumesBehindTheLastMessageThatItReceived) {
    QSignalSpy received(&live, &LiveSocket::messageReceived);
    live.join(channel, false);
    open(Secret("t"));
    live.say(channel, QStringLiteral("hello"));
    ASSERT_TRUE(eventually([&] { return received.count() == 1; }));
    const auto last = received[0][0].value<wire::ChatMessage>().id;
    live.close();
    open(Secret("t"));
    ASSERT_TRUE(eventually([&] { return hub.heardOf<wire::Join>().size() == 2; }));
    EXPECT_EQ(hub.heardOf<wire::Join>()[0].after, std::nullopt);
    EXPECT_EQ(hub.heardOf<wire::Join>()[1].after, last);
    live.leave(channel, false);
    live.join(channel, false);
    ASSERT_TRUE(eventually([&] { return hub.heardOf<wire::Join>().size() == 3; }));
    EXPECT_EQ(hub.heardOf<wire::Join>()[2].after, std::nullopt) << "it was left";
}

TEST_F(ALiveSocket, AnswersAsTheLineThatItWasSaidTo) {
    live.join(channel, false);
    open(Secret("t"));
    const auto id = MessageId::make(clock.utcNow());
    live.say(channel, QStringLiteral("yes"), id);
    ASSERT_TRUE(eventually([&] { return hub.heardOf<wire::Say>().size() == 1; }));
    EXPECT_EQ(hub.heardOf<wire::Say>()[0].replyTo, id);
}

TEST_F(ALiveSocket, AsksAndTellsTheAnswer) {
    QSignalSpy joined(&live, &LiveSocket::joined);
    QSignalSpy done(&live, &LiveSocket::requestDone);
    QSignalSpy refused(&live, &LiveSocket::requestRefused);
    live.join(channel, false);
    open(Secret("t"));
    ASSERT_TRUE(eventually([&] { return joined.count() == 1; }));
    const auto id = MessageId::make(clock.utcNow());
    const auto edit = live.edit(channel, id, QStringLiteral("better"));
    const auto removal = live.remove(channel, id);
    const auto pin = live.pin(channel, id);
    const auto unpin = live.unpin(channel, id);
    ASSERT_TRUE(eventually([&] { return hub.heardOf<wire::UnpinMessage>().size() == 1; }));
    EXPECT_EQ(hub.heardOf<wire::Edit>()[0], (wire::Edit{"anna", id, "better", edit.toStdString()}));
    EXPECT_EQ(hub.heardOf<wire::Delete>()[0], (wire::Delete{"anna", id, removal.toStdString()}));
    EXPECT_EQ(hub.heardOf<wire::PinMessage>()[0], (wire::PinMessage{"anna", id, pin.toStdString()}));
    hub.tell(wire::Done{edit.toStdString(), "two\nlines"});
    hub.tell(wire::ErrorMessage{"chat.pinned", std::nullopt, "it is pinned", pin.toStdString()});
    ASSERT_TRUE(eventually([&] { return done.count() == 1 && refused.count() == 1; }));
    EXPECT_EQ(done[0], (QList<QVariant>{edit, QStringLiteral("two\nlines")}));
    EXPECT_EQ(refused[0],
              (QList<QVariant>{pin, QStringLiteral("it is pinned"), QStringLiteral("chat.pinned")}));
    hub.dropConnections();
    ASSERT_TRUE(eventually([&] { return refused.count() == 3; })) << "nobody will answer these";
    EXPECT_EQ(refused[1][0].toString(), removal);
    EXPECT_EQ(refused[2][0].toString(), unpin);
}

TEST_F(ALiveSocket, AsksNothingWhereItIsNotIn) {
    QSignalSpy refused(&live, &LiveSocket::requestRefused);
    open(Secret("t"));
    const auto nonce = live.remove(channel, MessageId::make(clock.utcNow()));
    EXPECT_EQ(refused.count(), 0) << "who asked must know the nonce first";
    ASSERT_TRUE(eventually([&] { return refused.count() == 1; }));
    EXPECT_EQ(refused[0][0].toString(), nonce);
}

TEST_F(ALiveSocket, TellsWhatACommandSays) {
    hub.confirmLines(false);
    QSignalSpy done(&live, &LiveSocket::requestDone);
    QSignalSpy confirmed(&live, &LiveSocket::messageAcknowledged);
    live.join(channel, false);
    open(Secret("t"));
    const auto nonce = live.say(channel, QStringLiteral("/help"));
    ASSERT_TRUE(eventually([&] { return hub.heardOf<wire::Say>().size() == 1; }));
    hub.tell(wire::Done{nonce.toStdString(), "/help lists them"});
    ASSERT_TRUE(eventually([&] { return confirmed.count() == 1; }));
    EXPECT_EQ(done.value(0), (QList<QVariant>{nonce, QStringLiteral("/help lists them")}));
}

TEST_F(ALiveSocket, TellsWhatBecomesOfTheRoom) {
    QSignalSpy edited(&live, &LiveSocket::messageEdited);
    QSignalSpy deleted(&live, &LiveSocket::messageDeleted);
    QSignalSpy cleared(&live, &LiveSocket::messagesCleared);
    QSignalSpy pinned(&live, &LiveSocket::pinned);
    QSignalSpy unpinned(&live, &LiveSocket::unpinned);
    QSignalSpy modes(&live, &LiveSocket::modesChanged);
    QSignalSpy roles(&live, &LiveSocket::roleChanged);
    QSignalSpy emotes(&live, &LiveSocket::emotesChanged);
    QSignalSpy restricted(&live, &LiveSocket::restricted);
    open();
    const wire::User bob{UserId::make(clock.utcNow()), "bob"};
    const wire::ChatMessage message{MessageId::make(clock.utcNow()), "anna", bob, "text", clock.utcNow()};
    hub.tell(wire::Edited{message});
    hub.tell(wire::Deleted{"anna", message.id, bob});
    hub.tell(wire::Cleared{"anna", std::nullopt, bob});
    hub.tell(wire::Pinned{"anna", {message, bob, clock.utcNow()}});
    hub.tell(wire::Unpinned{"anna", message.id});
    hub.tell(wire::ModesChanged{"anna", {30, std::nullopt, true}});
    hub.tell(wire::EmotesChanged{"anna", {{"grin", "aa"}}});
    hub.tell(wire::RoleChanged{"anna", bob, wire::Role::Vip});
    hub.tell(wire::Restricted{"anna", wire::Restriction{std::nullopt, "spam"}});
    ASSERT_TRUE(eventually([&] { return restricted.count() == 1; }));
    for (const auto* spy : {&edited, &deleted, &cleared, &pinned, &unpinned, &modes, &roles, &emotes}) {
        EXPECT_EQ(spy->count(), 1);
    }
    EXPECT_EQ(modes[0][0].value<wire::ModesChanged>().modes.slow, 30);
    EXPECT_EQ(restricted[0][0].value<wire::Restricted>().restriction->reason, "spam");
}

TEST_F(ALiveSocket, TellsEachMessageOfAnArray) {
    QSignalSpy viewers(&live, &LiveSocket::viewersChanged);
    QSignalSpy titles(&live, &LiveSocket::titleChanged);
    open();
    hub.tellText("[" + wire::toJson(wire::ServerMessage(wire::Presence{"anna", 1})) +
                 R"(,{"type":"of the future"},)" +
                 wire::toJson(wire::ServerMessage(wire::Presence{"anna", 2})) + "," +
                 wire::toJson(wire::ServerMessage(wire::Titled{"anna", "Noon"})) + "]");
    ASSERT_TRUE(eventually([&] { return titles.size() == 1; }));
    ASSERT_EQ(viewers.size(), 2);
    EXPECT_EQ(viewers[1][1].toLongLong(), 2);
}

TEST_F(ALiveSocket, TellsThatItsConnectionWasLost) {
    QSignalSpy closed(&live, &LiveSocket::closed);
    open();
    hub.dropConnections();
    ASSERT_TRUE(eventually([&] { return closed.count() == 1; }));
    EXPECT_FALSE(live.isOpen());
}

TEST_F(ALiveSocket, TellsWhatTheAudienceDoes) {
    QSignalSpy reactions(&live, &LiveSocket::reactionsReceived);
    QSignalSpy polls(&live, &LiveSocket::pollChanged);
    QSignalSpy hands(&live, &LiveSocket::handsChanged);
    QSignalSpy asked(&live, &LiveSocket::questionAsked);
    QSignalSpy votes(&live, &LiveSocket::questionVotesChanged);
    QSignalSpy closed(&live, &LiveSocket::questionClosed);
    QSignalSpy presence(&live, &LiveSocket::presenceChanged);
    live.join(channel, true);
    open();
    hub.tell(wire::Reactions{"anna", {{"🔥", 984}}});
    hub.tell(wire::PollChanged{"anna", {}});
    hub.tell(wire::HandsChanged{"anna", {}});
    hub.tell(wire::QuestionAsked{"anna", {}});
    hub.tell(wire::QuestionVotes{"anna", {}});
    hub.tell(wire::QuestionClosed{"anna", {}});
    hub.tell(wire::Presence{"anna", 3});
    ASSERT_TRUE(eventually([&] { return presence.count() == 1; }));
    ASSERT_EQ(reactions.count(), 1);
    EXPECT_EQ(reactions[0][0].value<wire::Reactions>().counts.front().count, 984);
    for (const auto* spy : {&polls, &hands, &asked, &votes, &closed}) {
        EXPECT_EQ(spy->count(), 1);
    }
}

TEST_F(ALiveSocket, TellsTheRelayWithoutWaitingForAnAnswer) {
    QSignalSpy joined(&live, &LiveSocket::joined);
    live.tell(wire::React{"anna", "🔥", 2});
    live.join(channel, true);
    open();
    ASSERT_TRUE(eventually([&] { return joined.count() == 1; }));
    live.tell(wire::React{"anna", "🔥", 3});
    ASSERT_TRUE(eventually([&] { return hub.heardOf<wire::React>().size() == 1; }));
    EXPECT_EQ(hub.heardOf<wire::React>().front().count, 3) << "what was thrown before we were there is gone";
    EXPECT_TRUE(hub.heardOf<wire::Hello>().front().guest.has_value());
}

}  // namespace footlight::client
