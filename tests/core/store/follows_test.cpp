#include "core/relay/ports/follow_store.h"

#include "tests/core/store/store_fixture.h"

namespace footlight::store {
namespace {

using std::chrono::seconds;

class FollowStore : public StoreTest {};

TEST_F(FollowStore, FollowingAgainKeepsTheFirstMoment) {
    const auto ada = makeUser("Ada");
    makeUser("Stage");
    const auto stage = channelOf("Stage");
    EXPECT_FALSE(*stores().follows.isFollowing(ada.id, stage.id));
    EXPECT_TRUE(*stores().follows.follow(ada.id, stage.id, kNow));
    EXPECT_FALSE(*stores().follows.follow(ada.id, stage.id, kNow + seconds{5}));
    EXPECT_TRUE(*stores().follows.isFollowing(ada.id, stage.id));
    EXPECT_EQ(**stores().follows.followedSince(ada.id, stage.id), kNow);
    EXPECT_EQ(*stores().follows.followers(stage.id), 1);
}

TEST_F(FollowStore, WhoeverLeavesIsNoFollowerAnyMore) {
    const auto ada = makeUser("Ada");
    makeUser("Stage");
    const auto stage = channelOf("Stage");
    ASSERT_TRUE(stores().follows.follow(ada.id, stage.id, kNow));
    ASSERT_TRUE(stores().follows.unfollow(ada.id, stage.id));
    EXPECT_FALSE(*stores().follows.followedSince(ada.id, stage.id));
    EXPECT_EQ(*stores().follows.followers(stage.id), 0);
    EXPECT_TRUE(stores().follows.unfollow(ada.id, stage.id)) << "twice is no error";
}

TEST_F(FollowStore, PagesByNameAndByFollower) {
    const auto ada = makeUser("Ada");
    for (const auto* name : {"delta", "Bravo", "alpha"}) {
        makeUser(name);
        ASSERT_TRUE(stores().follows.follow(ada.id, channelOf(name).id, kNow));
    }
    const auto first = stores().follows.page(ada.id, "", 2);
    ASSERT_EQ(first->size(), 2U);
    EXPECT_EQ((*first)[0].channel.name, "alpha");
    EXPECT_EQ((*first)[1].channel.name, "Bravo");
    EXPECT_EQ(stores().follows.page(ada.id, "Bravo", 2)->at(0).channel.name, "delta");

    const auto delta = channelOf("delta");
    const auto bob = makeUser("Bob");
    ASSERT_TRUE(stores().follows.follow(bob.id, delta.id, kNow));
    const auto followers = stores().follows.followersOf(delta.id, std::nullopt, 1);
    ASSERT_EQ(followers->size(), 1U);
    EXPECT_EQ(stores().follows.followersOf(delta.id, followers->front(), 5)->size(), 1U);
    EXPECT_EQ(stores().follows.followersOf(delta.id, std::nullopt, 5)->size(), 2U);
}

TEST_F(FollowStore, OutlivesARestart) {
    const auto ada = makeUser("Ada");
    makeUser("Stage");
    ASSERT_TRUE(stores().follows.follow(ada.id, channelOf("Stage").id, kNow));
    reopen();
    EXPECT_TRUE(*stores().follows.isFollowing(ada.id, channelOf("Stage").id));
}

}  // namespace
}  // namespace footlight::store
