#include "core/relay/origin/hub_hooks.h"

#include <gmock/gmock.h>

#include <fstream>

#include "core/relay/origin/event_spool.h"
#include "tests/core/relay/origin/hub_hooks_fixture.h"

namespace footlight::relay::origin {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST_F(HubHooksTest, OneThatGoesWithoutGoodbyeLeavesNothingThatUsesIt) {
    ASSERT_TRUE(ask("good"));
    const auto onLoop = [this](auto work) {
        boost::asio::post(loops_.executor(0), boost::asio::use_future(std::move(work))).get();
    };
    onLoop([this] { hooks_.reset(); });
    // What its task was waiting for has been cancelled; the loop gets to that before it gets to this.
    onLoop([] {});
    connect();
    EXPECT_TRUE(ask("good"));
}

TEST_F(HubHooksTest, TheHubDecidesWhoMayPublish) {
    const auto granted = ask("good");
    ASSERT_TRUE(granted) << granted.error().text();
    EXPECT_EQ(granted->channel, "stage");
    const auto denied = ask("bad");
    ASSERT_FALSE(denied);
    EXPECT_EQ(denied.error().category(), ErrorCategory::Denied);
    EXPECT_EQ(denied.error().message(), "No channel has this key; look it up in Studio.");
}

TEST_F(HubHooksTest, AKnownKeyKeepsPublishingWhileTheHubIsAway) {
    const auto granted = ask("good");
    ASSERT_TRUE(granted);
    hub_.stop();
    const auto again = ask("good");
    ASSERT_TRUE(again) << again.error().text();
    EXPECT_EQ(again->broadcastId, granted->broadcastId);
    const auto unknown = ask("other");
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().category(), ErrorCategory::Unavailable);
    EXPECT_THAT(unknown.error().message(), HasSubstr("try again"));
}

TEST_F(HubHooksTest, EventsArriveInOrder) {
    for (std::int64_t at = 1; at <= 250; ++at) {
        report(at % 2 == 0 ? BroadcastEventType::Lost : BroadcastEventType::Resumed, at);
    }
    ASSERT_TRUE(tests::waitUntil([&] { return arrived().size() == 250; }));
    const auto times = arrived();
    EXPECT_TRUE(std::is_sorted(times.begin(), times.end()));
}

TEST_F(HubHooksTest, HealthSaysWhatWasMeasured) {
    report(BroadcastEventType::Health, 1);
    ASSERT_TRUE(tests::waitUntil([&] { return !hub_.events().empty(); }));
    const auto health = hub_.events().front().health;
    ASSERT_TRUE(health);
    EXPECT_EQ(health->bitrate, 2'500'000);
    EXPECT_EQ(health->width, 1280);
    EXPECT_EQ(health->videoCodec, "avc1.64001f");
}

TEST_F(HubHooksTest, EventsWaitOnDiskWhileTheHubIsAway) {
    const auto port = hub_.port();
    hub_.stop();
    report(BroadcastEventType::Started, 1);
    report(BroadcastEventType::Health, 2);
    report(BroadcastEventType::Lost, 3);
    ASSERT_TRUE(tests::waitUntil([&] { return std::filesystem::exists(spool()); }));
    EXPECT_EQ(std::filesystem::status(spool()).permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    hub_.start(port);
    ASSERT_TRUE(tests::waitUntil([&] { return arrived().size() >= 3; }));
    EXPECT_THAT(arrived(), ElementsAre(1, 2, 3));
    EXPECT_TRUE(tests::waitUntil([&] { return !std::filesystem::exists(spool()); }));
}

TEST_F(HubHooksTest, EventsOutliveTheProcess) {
    hub_.eventStatus = 503;
    report(BroadcastEventType::Started, 1);
    report(BroadcastEventType::Ended, 2);
    disconnect();
    ASSERT_TRUE(std::filesystem::exists(spool()));
    hub_.eventStatus = 204;
    connect();
    report(BroadcastEventType::Started, 3);
    ASSERT_TRUE(tests::waitUntil([&] { return arrived().size() >= 3; }));
    EXPECT_THAT(arrived(), ElementsAre(1, 2, 3));
}

TEST_F(HubHooksTest, ABrokenSpoolStopsNothing) {
    disconnect();
    wire::PublishEvents kept;
    kept.events.push_back({wire::PublishEventType::Lost, "stage", broadcast_, utcFromMilliseconds(1)});
    std::ofstream(spool()) << "{not json\n" << wire::toJson(kept) << "\n";
    const auto loaded = EventSpool(spool()).load();
    EXPECT_EQ(loaded.unreadable, 1U);
    EXPECT_EQ(loaded.events, kept.events);
    connect();
    report(BroadcastEventType::Started, 2);
    ASSERT_TRUE(tests::waitUntil([&] { return arrived().size() >= 2; }));
    EXPECT_THAT(arrived(), ElementsAre(1, 2));
}

}  // namespace
}  // namespace footlight::relay::origin
