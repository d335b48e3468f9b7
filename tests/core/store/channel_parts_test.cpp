#include <gmock/gmock.h>

#include "core/relay/ports/input_store.h"
#include "core/relay/ports/target_store.h"
#include "tests/core/store/store_fixture.h"

namespace footlight::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class ChannelParts : public StoreTest {
protected:
    ChannelParts() {
        makeUser("Ada");
        makeUser("Bob");
        ada_ = channelOf("Ada").id;
        bob_ = channelOf("Bob").id;
    }
    ChannelId ada_;
    ChannelId bob_;
};

TEST_F(ChannelParts, SettingsHaveDefaultsAndStay) {
    EXPECT_EQ(*stores().channels.settings(ada_), relay::ChannelSettings{});
    const relay::ChannelSettings chosen{
        std::chrono::seconds{5}, false, 30, accounts::Visibility::Protected, false, "abc", "image/png"};
    ASSERT_TRUE(stores().channels.setSettings(ada_, chosen));
    reopen();
    EXPECT_EQ(*stores().channels.settings(ada_), chosen);
    EXPECT_EQ(channelOf("Ada").visibility, accounts::Visibility::Protected);
    EXPECT_EQ(*stores().channels.usersOfSlate("abc"), 1U);
    EXPECT_EQ(*stores().channels.usersOfSlate("other"), 0U);
    const auto missing = stores().channels.settings(ChannelId::make(kNow));
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().category(), ErrorCategory::NotFound);
}

TEST_F(ChannelParts, OnlyPublicChannelsAreListed) {
    for (const auto visibility : {accounts::Visibility::Unlisted, accounts::Visibility::Protected}) {
        relay::ChannelSettings settings;
        settings.visibility = visibility;
        ASSERT_TRUE(stores().channels.setSettings(ada_, settings));
        const auto page = stores().channels.page("", 10);
        ASSERT_EQ(page->size(), 1U);
        EXPECT_EQ(page->front(), channelOf("Bob"));
    }
}

TEST_F(ChannelParts, TargetsAreAddedChangedAndRemoved) {
    relay::TargetRecord first{TargetId::make(kNow), "YouTube", "rtmps://a/live2", "sealed", 1, true};
    const relay::TargetRecord second{
        TargetId::make(kNow + std::chrono::seconds{1}), "Kick", "rtmp://b", "s", 0, false};
    ASSERT_TRUE(stores().targets.put(ada_, first));
    ASSERT_TRUE(stores().targets.put(ada_, second));
    first.isEnabled = false;
    ASSERT_TRUE(stores().targets.put(ada_, first));
    reopen();
    EXPECT_THAT(*stores().targets.list(ada_), ElementsAre(first, second));
    EXPECT_THAT(*stores().targets.list(bob_), IsEmpty());
    ASSERT_TRUE(stores().targets.remove(bob_, first.id)) << "another channel's: nothing happens";
    EXPECT_EQ(stores().targets.list(ada_)->size(), 2U);
    ASSERT_TRUE(stores().targets.remove(ada_, first.id));
    EXPECT_THAT(*stores().targets.list(ada_), ElementsAre(second));
}

TEST_F(ChannelParts, InputsAreListedForTheChannelAndTheEnabledForAll) {
    const relay::InputRecord udp{InputId::make(kNow),
                                 "udp://0.0.0.0:5000",
                                 relay::IngestSlot::Backup,
                                 {"10.0.0.7", "10.0.0.8"},
                                 "",
                                 true};
    const relay::InputRecord srt{InputId::make(kNow + std::chrono::seconds{1}),
                                 "srt://h:9000",
                                 relay::IngestSlot::Primary,
                                 {},
                                 "sealed",
                                 false};
    ASSERT_TRUE(stores().inputs.put(ada_, udp));
    ASSERT_TRUE(stores().inputs.put(bob_, srt));
    reopen();
    EXPECT_THAT(*stores().inputs.list(ada_), ElementsAre(udp));
    EXPECT_THAT(*stores().inputs.list(bob_), ElementsAre(srt));
    const auto enabled = stores().inputs.enabled(10);
    ASSERT_EQ(enabled->size(), 1U);
    EXPECT_EQ(enabled->front().channel, "Ada");
    EXPECT_EQ(enabled->front().input, udp);
    EXPECT_EQ((*stores().inputs.find(srt.id))->channel, "Bob");
    ASSERT_TRUE(stores().inputs.remove(ada_, udp.id));
    EXPECT_FALSE(*stores().inputs.find(udp.id));
    EXPECT_THAT(*stores().inputs.list(ada_), IsEmpty());
}

}  // namespace
}  // namespace footlight::store
