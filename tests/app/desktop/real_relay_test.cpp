// The app's client and the relay in the box, as they meet on a person's machine.
#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <cstdlib>

#include "app/desktop/relay_account.h"
#include "app/desktop/relay_link.h"
#include "core/client/memory_keychain.h"
#include "tests/app/desktop/settings_in_memory.h"
#include "tests/support/relay_process.h"
#include "tests/support/temp_dir.h"

namespace footlight::desktop {
namespace {

bool eventually(const std::function<bool()>& condition) { return QTest::qWaitFor(condition, 15'000); }

class TheRelayInTheBox : public ::testing::Test {
protected:
    void SetUp() override {
        qputenv("USER", "anna");
        options.program = QString::fromStdString(tests::programPath("footlight-relay"));
        options.dataFolder = QString::fromStdString((folder / "relay").string());
    }

    void use() {
        link.useBundled(options);
        ASSERT_TRUE(eventually([this] { return client.api().session() && client.live().isOpen(); }))
            << client.message().toStdString();
    }

    QString channel() { return QString::fromStdString(client.api().session()->channel); }

    tests::TempDir folder;
    BundledRelay::Options options;
    SystemClock clock;
    tests::SettingsInMemory settings;
    client::SecretStore secrets{std::make_unique<client::MemoryKeychain>()};
    client::RelayClient client{clock};
    RelayAccount account{client, secrets, settings};
    RelayLink link{client, account};
};

}  // namespace

TEST_F(TheRelayInTheBox, LetsItsOwnerInWithoutTyping) {
    use();
    EXPECT_EQ(client.api().session()->user.name, "anna");
    EXPECT_EQ(channel(), QStringLiteral("anna"));
    EXPECT_EQ(client.relay()->rtmp.rfind("rtmp://127.0.0.1:", 0), 0U) << client.relay()->rtmp;
}

TEST_F(TheRelayInTheBox, CarriesALineOfChatThere) {
    QSignalSpy joined(&client.live(), &client::LiveSocket::joined);
    QSignalSpy received(&client.live(), &client::LiveSocket::messageReceived);
    QSignalSpy confirmed(&client.live(), &client::LiveSocket::messageAcknowledged);
    use();
    client.live().join(channel(), false);
    const QString nonce = client.live().say(channel(), QStringLiteral("Guten Abend"));
    ASSERT_TRUE(eventually([&] { return confirmed.count() == 1 && received.count() == 1; }));
    EXPECT_EQ(confirmed[0][0].toString(), nonce);
    EXPECT_EQ(received[0][0].value<wire::ChatMessage>().text, "Guten Abend");
    EXPECT_GE(joined.count(), 1);
}

TEST_F(TheRelayInTheBox, LearnsTheRelaysClock) {
    use();
    ASSERT_TRUE(eventually([this] { return client.live().clockOffset().has_value(); }));
    EXPECT_LT(std::abs(client.live().clockOffset()->count()), 100);
}

TEST_F(TheRelayInTheBox, MakesAStreamKeyAndSetsTheTitle) {
    use();
    std::optional<Result<Secret>> key;
    std::optional<Result<wire::Channel>> titled;
    client.api().rotateKey(channel(), {&client, [&](auto made) { key.emplace(std::move(made)); }});
    client.api().setTitle(channel(), QStringLiteral("Morning show"),
                          {&client, [&](auto changed) { titled.emplace(std::move(changed)); }});
    ASSERT_TRUE(eventually([&] { return key && titled; }));
    ASSERT_TRUE(key->has_value()) << key->error().message();
    EXPECT_GE((*key)->reveal().size(), 20U);
    ASSERT_TRUE(titled->has_value()) << titled->error().message();
    EXPECT_EQ((*titled)->title, "Morning show");
}

TEST_F(TheRelayInTheBox, IsFoundAgainWithItsChatAfterItWasStoppedAndStarted) {
    use();
    client.live().join(channel(), false);
    QSignalSpy confirmed(&client.live(), &client::LiveSocket::messageAcknowledged);
    client.live().say(channel(), QStringLiteral("before"));
    ASSERT_TRUE(eventually([&] { return confirmed.count() == 1; }));
    link.stop();
    client.api().signOut();
    QSignalSpy joined(&client.live(), &client::LiveSocket::joined);
    use();
    client.live().join(channel(), false);
    ASSERT_TRUE(eventually([&] { return joined.count() >= 1; }));
    const auto history = joined.back()[0].value<wire::Joined>().history;
    ASSERT_EQ(history.size(), 1U);
    EXPECT_EQ(history[0].text, "before");
}

TEST_F(TheRelayInTheBox, SaysWhichPortIsTaken) {
    QTcpServer other;
    if (!other.listen(QHostAddress::Any, 8080)) {
        GTEST_SKIP() << "port 8080 is not ours to take here";
    }
    options.reach = RelayReach::Network;
    QSignalSpy failed(&link, &RelayLink::failed);
    link.useBundled(options);
    ASSERT_TRUE(eventually([&] { return failed.count() == 1; }));
    EXPECT_TRUE(failed[0][0].toString().contains(QStringLiteral("8080")))
        << failed[0][0].toString().toStdString();
}

TEST(ARelayElsewhere, IsFoundAgainAfterItsRestart) {
    SystemClock clock;
    tests::TempDir folder;
    QTcpServer reserve;
    ASSERT_TRUE(reserve.listen(QHostAddress::LocalHost));
    const auto hub = "127.0.0.1:" + std::to_string(reserve.serverPort());
    reserve.close();
    const std::vector<std::string> command{tests::programPath("footlight-relay"),
                                           "--data",
                                           folder.path().string(),
                                           "--rtmp",
                                           "127.0.0.1:0",
                                           "--media",
                                           "127.0.0.1:0",
                                           "--hub",
                                           hub};
    client::RelayClient client(clock);
    auto relay = std::make_unique<tests::Process>(command);
    client.connectTo(client::hubUrlFromText(QString::fromStdString(hub)));
    ASSERT_TRUE(eventually([&] { return client.state() == client::ConnectionState::Online; }))
        << client.message().toStdString() << relay->output();
    relay->terminate();
    ASSERT_TRUE(eventually([&] { return client.state() == client::ConnectionState::Reconnecting; }));
    EXPECT_FALSE(client.message().isEmpty());
    relay = std::make_unique<tests::Process>(command);
    EXPECT_TRUE(eventually([&] { return client.state() == client::ConnectionState::Online; }))
        << relay->output();
}

}  // namespace footlight::desktop
