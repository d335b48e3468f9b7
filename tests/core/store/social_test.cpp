#include "core/relay/ports/community_stores.h"
#include "core/relay/ports/follow_store.h"
#include "core/relay/ports/friend_store.h"
#include "core/relay/ports/page_store.h"
#include "core/relay/ports/schedule_store.h"
#include "tests/core/store/store_fixture.h"

namespace footlight::store {
namespace {

using relay::Friendship;
using std::chrono::hours;

class FriendStore : public StoreTest {
protected:
    Friendship befriend(const accounts::Account& user, const accounts::Account& other) {
        const auto how = stores().community.friends.befriend(user.id, other.id, kNow, isNew_);
        EXPECT_TRUE(how);
        return how.value_or(Friendship::Asked);
    }

    bool isNew_ = false;
};

TEST_F(FriendStore, WhoDoesNotWantToBeSeenWatchingIsNotListed) {
    const auto ada = makeUser("Ada");
    const auto bob = makeUser("Bob");
    const auto carl = makeUser("Carl");
    befriend(ada, bob);
    EXPECT_TRUE(stores().community.friends.shown(ada.id)->empty()) << "asked, not yet friends";
    befriend(bob, ada);
    befriend(carl, ada);
    befriend(ada, carl);
    EXPECT_EQ(*stores().community.friends.shown(ada.id), (std::vector{bob, carl}));
    const auto audience = stores().community.friends.audienceOf(bob.id);
    ASSERT_TRUE(audience);
    EXPECT_EQ(audience->name, "Bob");
    EXPECT_TRUE(audience->isShown);
    EXPECT_EQ(audience->friends, std::vector{ada.id});
    ASSERT_TRUE(stores().community.friends.show(bob.id, false));
    EXPECT_EQ(*stores().community.friends.shown(ada.id), std::vector{carl});
    EXPECT_FALSE(stores().community.friends.audienceOf(bob.id)->isShown);
    ASSERT_TRUE(stores().community.friends.show(bob.id, true));
    EXPECT_EQ(stores().community.friends.shown(ada.id)->size(), 2U);
}

TEST_F(FriendStore, TwoWhoAskedEachOtherAreFriends) {
    const auto ada = makeUser("Ada");
    const auto bob = makeUser("Bob");
    EXPECT_EQ(befriend(ada, bob), Friendship::Asked);
    EXPECT_TRUE(isNew_);
    EXPECT_EQ(befriend(ada, bob), Friendship::Asked);
    EXPECT_FALSE(isNew_);
    EXPECT_EQ(stores().community.friends.list(bob.id)->at(0).how, Friendship::WasAsked);
    EXPECT_EQ(befriend(bob, ada), Friendship::Friends);
    EXPECT_TRUE(isNew_);
    EXPECT_EQ(befriend(ada, bob), Friendship::Friends);
    EXPECT_FALSE(isNew_);
    const auto list = stores().community.friends.list(ada.id);
    ASSERT_EQ(list->size(), 1U);
    EXPECT_EQ(list->at(0).account, bob);
    EXPECT_EQ(list->at(0).how, Friendship::Friends);
    ASSERT_TRUE(stores().community.friends.part(bob.id, ada.id));
    EXPECT_TRUE(stores().community.friends.list(ada.id)->empty());
}

TEST_F(FriendStore, StrangersWhoAskTakeNobodysPlace) {
    const auto ada = makeUser("Ada");
    const auto zoe = makeUser("Zoe");
    befriend(ada, zoe);
    befriend(zoe, ada);
    for (int i = 0; i < 105; ++i) {
        befriend(makeUser("stranger" + std::to_string(i)), ada);
    }
    auto& friends = stores().community.friends;
    const auto list = friends.list(ada.id);
    ASSERT_EQ(list->size(), 101U) << "the hundred who asked last";
    EXPECT_EQ(list->back().account, zoe);
    EXPECT_EQ(list->back().how, Friendship::Friends);
    EXPECT_EQ(*friends.ownCount(ada.id), 1U);
    ASSERT_TRUE(friends.forgetUnanswered(kNow));
    EXPECT_EQ(friends.list(ada.id)->size(), 101U);
    ASSERT_TRUE(friends.forgetUnanswered(kNow + hours{1}));
    EXPECT_EQ(friends.list(ada.id)->size(), 1U) << "friends stay";
}

class ScheduleStore : public StoreTest {};

TEST_F(ScheduleStore, HasWhatHasNotEndedInTheOrderOfItsBeginning) {
    makeUser("Ada");
    const auto channel = channelOf("Ada").id;
    auto& schedule = stores().community.schedule;
    const auto entry = [](UtcTime starts, const std::string& title) {
        return relay::ScheduleEntry{
            ScheduleEntryId::make(kNow), starts, starts + hours{1}, title, "maths", kNow};
    };
    const auto later = entry(kNow + hours{5}, "later");
    ASSERT_TRUE(schedule.put(channel, later));
    ASSERT_TRUE(schedule.put(channel, entry(kNow - hours{2}, "over")));
    ASSERT_TRUE(schedule.put(channel, entry(kNow + hours{1}, "soon")));
    const auto list = schedule.list(channel, kNow, 10);
    ASSERT_EQ(list->size(), 2U);
    EXPECT_EQ(list->at(0).title, "soon");
    EXPECT_EQ(list->at(1), later);
    const auto upcoming = schedule.upcoming(kNow + hours{1}, 10);
    ASSERT_EQ(upcoming->size(), 1U);
    EXPECT_EQ(upcoming->at(0).entry, later);
    EXPECT_EQ(upcoming->at(0).channel.name, "Ada");
    auto moved = later;
    moved.startsAt = kNow + hours{2};
    ASSERT_TRUE(schedule.put(channel, moved));
    reopen();
    auto& again = stores().community.schedule;
    EXPECT_EQ(**again.find(channel, later.id), moved);
    ASSERT_TRUE(again.remove(channel, later.id));
    EXPECT_EQ(again.remove(channel, later.id).error().category(), ErrorCategory::NotFound);
}

class PageStore : public StoreTest {
protected:
    void put(const std::string& channel, const relay::ChannelPage& page) {
        ASSERT_TRUE(stores().community.pages.put(channelOf(channel).id, page));
    }
    std::vector<std::string> found(const relay::DirectoryQuestion& question, std::size_t limit = 10) {
        std::vector<std::string> names;
        const auto entries = stores().community.pages.search(question, limit);
        EXPECT_TRUE(entries) << entries.error().text();
        for (const auto& entry : entries.value_or(std::vector<relay::DirectoryEntry>{})) {
            names.push_back(entry.channel.name);
        }
        return names;
    }
};

TEST_F(PageStore, KeepsWhatWasTold) {
    makeUser("Ada");
    EXPECT_EQ(*stores().community.pages.find(channelOf("Ada").id), relay::ChannelPage{});
    const relay::ChannelPage page{"Maths,\nslowly",
                                  {{"home", "https://a/"}, {"b c", "https://b/?x=1"}},
                                  "science",
                                  {"maths", "live-coding"}};
    put("Ada", page);
    reopen();
    EXPECT_EQ(*stores().community.pages.find(channelOf("Ada").id), page);
}

TEST_F(PageStore, WhatIsOnAirIsFoundHoweverFewFollowIt) {
    for (const auto* name : {"Ada", "Bob", "Cara", "Dora"}) {
        makeUser(name);
    }
    relay::DirectoryQuestion question;
    EXPECT_EQ(found(question, 2), (std::vector<std::string>{"Ada", "Bob"}));
    question.live = {channelOf("Dora").id, channelOf("Bob").id};
    EXPECT_EQ(found(question, 1), (std::vector<std::string>{"Bob", "Dora", "Ada"}));
    question.isLiveOnly = true;
    EXPECT_EQ(found(question, 1), (std::vector<std::string>{"Bob", "Dora"}));
    question.search = "dor";
    EXPECT_EQ(found(question, 1), std::vector<std::string>{"Dora"});
    question.live.clear();
    EXPECT_TRUE(found(question).empty());
}

TEST_F(PageStore, ChannelsAreFoundByCategoryTagAndWords) {
    for (const auto* name : {"Ada", "Bob", "Cara", "Dora"}) {
        makeUser(name);
    }
    put("Ada", {"about 100% of maths", {}, "science", {"maths"}});
    put("Bob", {"", {}, "music", {"mathsrock", "guitar"}});
    put("Cara", {"chess", {}, "games", {}});
    ASSERT_TRUE(
        stores().follows.follow((*stores().accounts.find("Ada"))->account.id, channelOf("Cara").id, kNow));
    EXPECT_EQ(found({}), (std::vector<std::string>{"Cara", "Ada", "Bob", "Dora"})) << "most followers first";
    EXPECT_EQ(found({"music", "", ""}), std::vector<std::string>{"Bob"});
    EXPECT_EQ(found({"", "maths", ""}), std::vector<std::string>{"Ada"}) << "a tag is a whole word";
    EXPECT_EQ(found({"", "", "MATHS"}), (std::vector<std::string>{"Ada", "Bob"}));
    EXPECT_EQ(found({"", "", "0% of"}), std::vector<std::string>{"Ada"});
    EXPECT_TRUE(found({"", "", "%x%"}).empty()) << "what LIKE would read as more is only text";
    EXPECT_TRUE(found({"", "", "C_ra"}).empty());
    EXPECT_TRUE(found({"", "", "' OR 1=1 --"}).empty());
    auto hidden = *stores().channels.settings(channelOf("Dora").id);
    hidden.visibility = accounts::Visibility::Unlisted;
    ASSERT_TRUE(stores().channels.setSettings(channelOf("Dora").id, hidden));
    EXPECT_EQ(found({}).size(), 3U);
}

}  // namespace
}  // namespace footlight::store
