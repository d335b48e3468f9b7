#include "core/relay/hub/live_channels.h"

#include <gtest/gtest.h>

namespace footlight::relay::hub {
namespace {

constexpr UtcTime kNow{std::chrono::milliseconds{1'700'000'000'000}};

LiveChannel live(const std::string& name, SteadyTime lastEvent = {}) {
    const auto id = ChannelId::make(kNow);
    return {{id, std::nullopt, name, "title"}, {BroadcastId::make(kNow), id, "title", kNow}, true, lastEvent};
}

TEST(LiveChannels, AreFoundByChannelAndByBroadcast) {
    LiveChannels channels;
    const auto ada = live("Ada");
    channels.put(ada);
    EXPECT_EQ(channels.find(ada.channel.id)->channel.name, "Ada");
    EXPECT_EQ(channels.find(ada.broadcast.id)->channel.name, "Ada");
    channels.remove(ada.channel.id);
    EXPECT_EQ(channels.find(ada.channel.id), nullptr);
    EXPECT_EQ(channels.find(ada.broadcast.id), nullptr);
    EXPECT_TRUE(channels.page("", 10).empty());
}

TEST(LiveChannels, ANewBroadcastOfAChannelReplacesTheFormer) {
    LiveChannels channels;
    const auto first = live("Ada");
    auto second = first;
    second.broadcast.id = BroadcastId::make(kNow);
    channels.put(first);
    channels.put(second);
    EXPECT_EQ(channels.find(first.broadcast.id), nullptr);
    EXPECT_EQ(channels.page("", 10).size(), 1U);
}

TEST(LiveChannels, ArePagedByNameWhateverItsCase) {
    LiveChannels channels;
    for (const auto* name : {"Charlie", "alpha", "Bravo"}) {
        channels.put(live(name));
    }
    const auto page = channels.page("", 2);
    ASSERT_EQ(page.size(), 2U);
    EXPECT_EQ(page[0].channel.name, "alpha");
    EXPECT_EQ(page[1].channel.name, "Bravo");
    EXPECT_EQ(channels.page("bravo", 2).at(0).channel.name, "Charlie");
}

TEST(LiveChannels, SilentOnesAreThoseWithoutAnEventSince) {
    LiveChannels channels;
    channels.put(live("old", SteadyTime{std::chrono::seconds{10}}));
    channels.put(live("new", SteadyTime{std::chrono::seconds{20}}));
    const auto silent = channels.silentSince(SteadyTime{std::chrono::seconds{15}});
    ASSERT_EQ(silent.size(), 1U);
    EXPECT_EQ(silent[0].channel.name, "old");
}

}  // namespace
}  // namespace footlight::relay::hub
