#include "core/client/relay_client.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

#include "core/wire/json.h"
#include "tests/core/client/fake_hub.h"

namespace footlight::client {

using tests::eventually;
using tests::FakeHub;

class ARelayClient : public ::testing::Test {
protected:
    void goOnline() {
        client.connectTo(hub.address());
        ASSERT_TRUE(eventually([this] { return client.state() == ConnectionState::Online; }));
    }

    SystemClock clock;
    FakeHub hub;
    RelayClient client{clock};
};

TEST_F(ARelayClient, FindsEverythingFromOneAddress) {
    goOnline();
    ASSERT_TRUE(client.relay().has_value());
    EXPECT_EQ(client.relay()->media, "http://127.0.0.1:2");
    EXPECT_TRUE(client.message().isEmpty());
}

TEST_F(ARelayClient, ComesBackAndJoinsAgainAfterALostConnection) {
    client.live().join(QStringLiteral("anna"), true);
    goOnline();
    ASSERT_TRUE(eventually([this] { return hub.heardOf<wire::Join>().size() == 1; }));
    hub.dropConnections();
    ASSERT_TRUE(eventually([this] { return client.state() == ConnectionState::Reconnecting; }));
    EXPECT_FALSE(client.message().isEmpty());
    ASSERT_TRUE(eventually([this] { return client.state() == ConnectionState::Online; }));
    EXPECT_TRUE(eventually([this] { return hub.heardOf<wire::Join>().size() == 2; }));
}

TEST_F(ARelayClient, KeepsTryingWhileNobodyAnswers) {
    hub.stopListening();
    client.connectTo(hub.address());
    ASSERT_TRUE(eventually([this] { return client.state() == ConnectionState::Reconnecting; }));
    EXPECT_TRUE(client.message().contains(QStringLiteral("No relay is running")));
    hub.listenAgain();
    EXPECT_TRUE(eventually([this] { return client.state() == ConnectionState::Online; }));
}

TEST_F(ARelayClient, SaysHelloWithItsTokenOnceItHasSignedIn) {
    goOnline();
    const wire::Session session{Secret("t-1"),
                                utcFromMilliseconds(2'000'000'000'000),
                                {UserId::make(clock.utcNow()), "anna"},
                                "anna"};
    hub.answer("POST /session", {200, wire::toJson(session)});
    client.api().signInAsOwner(Secret("owner"), {});
    ASSERT_TRUE(eventually([this] { return hub.heardOf<wire::Hello>().size() == 2; }));
    EXPECT_TRUE(hub.heardOf<wire::Hello>()[1].token->matches("t-1"));
}

TEST_F(ARelayClient, GoesOnAsAGuestWhenItsTokenIsRefused) {
    goOnline();
    hub.refuseToken("t-1");
    const wire::Session session{Secret("t-1"),
                                utcFromMilliseconds(2'000'000'000'000),
                                {UserId::make(clock.utcNow()), "anna"},
                                "anna"};
    hub.answer("POST /session", {200, wire::toJson(session)});
    QSignalSpy signedOut(&client.api(), &RelayApi::signedOut);
    client.api().signInAsOwner(Secret("owner"), {});
    ASSERT_TRUE(eventually([&] { return signedOut.count() == 1 && client.live().isOpen(); }));
    EXPECT_FALSE(hub.heardOf<wire::Hello>().back().token.has_value());
}

TEST_F(ARelayClient, SaysNothingAsAnotherPersonThanItWasSaidBy) {
    goOnline();
    const auto signIn = [this](const char* name, UserId id) {
        const wire::Session session{Secret(name), utcFromMilliseconds(2'000'000'000'000), {id, name}, name};
        hub.answer("POST /session", {200, wire::toJson(session)});
        QSignalSpy signedIn(&client.api(), &RelayApi::signedIn);
        client.api().signInAsOwner(Secret("owner"), {});
        ASSERT_TRUE(eventually([&] { return signedIn.count() == 1; }));
    };
    const auto anna = UserId::make(clock.utcNow());
    QSignalSpy refused(&client.live(), &LiveSocket::messageRefused);
    signIn("anna", anna);
    const QString nonce = client.live().say(QStringLiteral("bob"), QStringLiteral("it is anna"));
    signIn("anna", anna);
    EXPECT_EQ(refused.count(), 0) << "the same person in another session";
    signIn("berta", UserId::make(clock.utcNow()));
    ASSERT_EQ(refused.count(), 1);
    EXPECT_EQ(refused[0][0].toString(), nonce);
    client.live().say(QStringLiteral("bob"), QStringLiteral("it is berta"));
    client.api().forgetSession();
    EXPECT_EQ(refused.count(), 2);
}

TEST_F(ARelayClient, ForgetsTheChannelsOfTheRelayBefore) {
    client.live().join(QStringLiteral("anna"), true);
    goOnline();
    FakeHub other;
    QSignalSpy changed(&client, &RelayClient::relayChanged);
    client.connectTo(other.address());
    EXPECT_EQ(changed.count(), 1);
    ASSERT_TRUE(eventually([&] { return other.heardOf<wire::Ping>().size() >= 2; }));
    EXPECT_TRUE(other.heardOf<wire::Join>().empty());
}

TEST_F(ARelayClient, StaysOfflineOnceItWasTold) {
    goOnline();
    client.disconnectFromRelay();
    EXPECT_EQ(client.state(), ConnectionState::Offline);
    ASSERT_TRUE(eventually([this] { return hub.connections() == 0; }));
    EXPECT_EQ(client.state(), ConnectionState::Offline);
}

TEST(HubUrlFromText, UnderstandsBareHostsAndPorts) {
    EXPECT_EQ(hubUrlFromText(QStringLiteral(" studio.example ")),
              QUrl(QStringLiteral("http://studio.example:8080")));
    EXPECT_EQ(hubUrlFromText(QStringLiteral("10.0.0.7:9000")), QUrl(QStringLiteral("http://10.0.0.7:9000")));
    EXPECT_EQ(hubUrlFromText(QStringLiteral("https://relay.example/some/page?x=1")),
              QUrl(QStringLiteral("https://relay.example")));
}

TEST(HubUrlFromText, RefusesWhatIsNoAddressOfAHub) {
    EXPECT_FALSE(hubUrlFromText(QStringLiteral("rtmp://studio.example/live")).isValid());
    EXPECT_FALSE(hubUrlFromText(QStringLiteral("two words")).isValid());
    EXPECT_FALSE(hubUrlFromText({}).isValid());
}

}  // namespace footlight::client
