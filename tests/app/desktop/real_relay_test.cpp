// The app's client and the relay in the box, as they meet on a person's machine.
#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <cstdlib>

#include "app/desktop/relay_account.h"
#include "app/desktop/relay_link.h"
#include "core/client/channel_api.h"
#include "core/client/memory_keychain.h"
#include "core/client/recording_api.h"
#include "core/client/routes_api.h"
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

TEST_F(TheRelayInTheBox, KeepsWhatItsOwnerSetsOfTheChannel) {
    use();
    client::ChannelApi api(client.api());
    wire::ChannelSettingsPatch patch;
    patch.graceSeconds = 90;
    patch.visibility = wire::Visibility::Protected;
    std::optional<Result<wire::ChannelSettings>> changed;
    api.changeSettings(channel(), patch, {&api, [&](auto done) { changed.emplace(std::move(done)); }});
    ASSERT_TRUE(eventually([&] { return changed.has_value(); }));
    ASSERT_TRUE(changed->has_value()) << changed->error().message();
    EXPECT_EQ((*changed)->graceSeconds, 90);
    EXPECT_EQ((*changed)->visibility, wire::Visibility::Protected);

    const QByteArray picture = QByteArray::fromHex("89504e470d0a1a0a0000000d49484452");
    std::optional<Result<>> sent;
    std::optional<Result<QByteArray>> slate;
    api.setSlate(channel(), picture, {&api, [&](auto done) { sent.emplace(std::move(done)); }});
    ASSERT_TRUE(eventually([&] { return sent.has_value(); }));
    ASSERT_TRUE(sent->has_value()) << sent->error().message();
    api.fetchSlate(channel(), {&api, [&](auto done) { slate.emplace(std::move(done)); }});
    ASSERT_TRUE(eventually([&] { return slate.has_value(); }));
    ASSERT_TRUE(slate->has_value()) << slate->error().message();
    EXPECT_EQ(**slate, picture);

    std::optional<Result<wire::IngestAddresses>> ingest;
    api.fetchIngest(channel(), {&api, [&](auto done) { ingest.emplace(std::move(done)); }});
    ASSERT_TRUE(eventually([&] { return ingest.has_value(); }));
    ASSERT_TRUE(ingest->has_value()) << ingest->error().message();
    EXPECT_TRUE((*ingest)->rtmpBackup.ends_with("/backup")) << (*ingest)->rtmpBackup;
    std::optional<Result<>> switched;
    api.chooseInput(channel(), wire::IngestSlot::Backup, {&api, [&](auto done) { switched.emplace(done); }});
    ASSERT_TRUE(eventually([&] { return switched.has_value(); }));
    ASSERT_FALSE(switched->has_value()) << "nothing is on air";
    EXPECT_EQ(switched->error().category(), ErrorCategory::Conflict);
}

TEST_F(TheRelayInTheBox, KeepsItsOwnersTargetsAndInputs) {
    use();
    client::RoutesApi routes(client.api());
    wire::NewTarget target;
    target.name = "YouTube";
    target.url = "rtmps://a.example:443/live2";
    target.streamKey = Secret("abcd-efgh");
    std::optional<Result<wire::Target>> added;
    routes.addTarget(channel(), target, {&routes, [&](auto done) { added.emplace(std::move(done)); }});
    ASSERT_TRUE(eventually([&] { return added.has_value(); }));
    ASSERT_TRUE(added->has_value()) << added->error().message();
    wire::TargetPatch off;
    off.enabled = false;
    std::optional<Result<wire::Target>> stopped;
    routes.changeTarget(channel(), (*added)->id, off,
                        {&routes, [&](auto done) { stopped.emplace(std::move(done)); }});
    ASSERT_TRUE(eventually([&] { return stopped.has_value(); }));
    std::optional<Result<std::vector<wire::Target>>> targets;
    routes.fetchTargets(channel(), {&routes, [&](auto done) { targets.emplace(std::move(done)); }});
    ASSERT_TRUE(eventually([&] { return targets.has_value(); }));
    ASSERT_TRUE(targets->has_value()) << targets->error().message();
    ASSERT_EQ((*targets)->size(), 1U);
    EXPECT_FALSE((*targets)->front().enabled);

    wire::NewChannelInput input;
    input.url = "udp://127.0.0.1:5004";
    std::optional<Result<wire::ChannelInput>> taken;
    routes.addInput(channel(), input, {&routes, [&](auto done) { taken.emplace(std::move(done)); }});
    ASSERT_TRUE(eventually([&] { return taken.has_value(); }));
    ASSERT_TRUE(taken->has_value()) << taken->error().message();
    std::optional<Result<>> removed;
    routes.removeInput(channel(), (*taken)->id, {&routes, [&](auto done) { removed.emplace(done); }});
    ASSERT_TRUE(eventually([&] { return removed.has_value(); }));
    EXPECT_TRUE(removed->has_value());

    client::RecordingApi recordings(client.api());
    std::optional<Result<std::vector<wire::Recording>>> kept;
    recordings.fetchAll(channel(), {&recordings, [&](auto done) { kept.emplace(std::move(done)); }});
    ASSERT_TRUE(eventually([&] { return kept.has_value(); }));
    ASSERT_TRUE(kept->has_value()) << kept->error().message();
    EXPECT_TRUE((*kept)->empty());
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
