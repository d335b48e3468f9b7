#include "ui/watch/watch_presence.h"

#include <gtest/gtest.h>

#include "core/client/relay_client.h"
#include "core/playback/player.h"
#include "tests/core/client/fake_hub.h"

namespace footlight::watch {
namespace {

TEST(WatchPresence, TellsWhatChangesAndAllOfItAfterAReconnect) {
    tests::FakeHub hub;
    SystemClock clock;
    client::RelayClient relay{clock};
    playback::Player player;
    WatchPresence presence(relay, player);
    const auto told = [&hub] { return hub.heardOf<wire::Watch>(); };
    presence.setChannel(QStringLiteral("anna"));
    Q_EMIT player.statisticsChanged({});
    relay.live().join(QStringLiteral("anna"), true);
    relay.connectTo(hub.address());
    ASSERT_TRUE(tests::eventually([&] { return told().size() == 1; }));
    EXPECT_EQ(told()[0].channel, "anna");
    EXPECT_EQ(told()[0].state, wire::Activity::Here) << "nothing plays yet";
    Q_EMIT player.statisticsChanged({});
    player.open(QUrl(QStringLiteral("http://127.0.0.1:1/live/anna/index.m3u8")));
    ASSERT_TRUE(tests::eventually([&] { return told().size() == 2; }));
    EXPECT_EQ(told()[1].state, wire::Activity::Watching);
    hub.dropConnections();
    EXPECT_TRUE(tests::eventually([&] { return told().size() >= 3; })) << "the relay has forgotten it";
    presence.setChannel({});
    const auto before = told().size();
    player.close();
    Q_EMIT player.statisticsChanged({});
    relay.live().leave(QStringLiteral("anna"), true);
    ASSERT_TRUE(tests::eventually([&] { return !hub.heardOf<wire::Leave>().empty(); }));
    EXPECT_EQ(told().size(), before);
}

}  // namespace
}  // namespace footlight::watch
