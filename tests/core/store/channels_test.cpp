#include "tests/core/store/store_fixture.h"

namespace footlight::store {
namespace {

class ChannelStore : public StoreTest {};

TEST_F(ChannelStore, PagesInTheOrderOfNames) {
    for (const auto* name : {"delta", "Bravo", "alpha", "Charlie"}) {
        makeUser(name);
    }
    const auto first = stores().channels.page("", 3);
    ASSERT_TRUE(first);
    ASSERT_EQ(first->size(), 3U);
    EXPECT_EQ((*first)[0].name, "alpha");
    EXPECT_EQ((*first)[2].name, "Charlie");
    const auto second = stores().channels.page((*first)[2].name, 3);
    ASSERT_EQ(second->size(), 1U);
    EXPECT_EQ((*second)[0].name, "delta");
}

TEST_F(ChannelStore, ANameIsTakenOnce) {
    ASSERT_TRUE(stores().channels.create({"Stage", std::nullopt, kNow}));
    const auto again = stores().channels.create({"STAGE", std::nullopt, kNow});
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().category(), ErrorCategory::Conflict);
    EXPECT_EQ(channelOf("stage").owner, std::nullopt);
}

TEST_F(ChannelStore, ANewKeyReplacesTheFormer) {
    makeUser("Ada");
    const auto channel = channelOf("Ada");
    EXPECT_FALSE(*stores().channels.key(channel.id));
    ASSERT_TRUE(stores().channels.setKey(channel.id, {"k1", kNow}));
    ASSERT_TRUE(stores().channels.setKey(channel.id, {"k2", kNow + std::chrono::seconds{1}}));
    EXPECT_FALSE(*stores().channels.findByKey("k1"));
    EXPECT_EQ(**stores().channels.findByKey("k2"), channel);
    EXPECT_EQ((*stores().channels.key(channel.id))->createdAt, kNow + std::chrono::seconds{1});
}

TEST_F(ChannelStore, KeepsItsTitleOverARestart) {
    makeUser("Ada");
    ASSERT_TRUE(stores().channels.setTitle(channelOf("Ada").id, "Maths \" ☀"));
    reopen();
    EXPECT_EQ(channelOf("Ada").title, "Maths \" ☀");
}

}  // namespace
}  // namespace footlight::store
