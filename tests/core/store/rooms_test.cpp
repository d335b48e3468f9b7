#include "tests/core/store/store_fixture.h"

namespace footlight::store {
namespace {

class RoomStore : public StoreTest {
protected:
    RoomStore() : ada_(makeUser("Ada")), bob_(makeUser("Bob")), channel_(channelOf("Ada").id) {}

    chat::RoomState load(UtcTime now = kNow) {
        auto state = stores().rooms.load(channel_, now);
        EXPECT_TRUE(state) << state.error().text();
        return state.value_or(chat::RoomState{});
    }
    void apply(const std::vector<relay::ChatChange>& changes) {
        const auto applied = stores().rooms.apply(changes);
        EXPECT_TRUE(applied) << applied.error().text();
    }
    [[nodiscard]] chat::Message message(const std::string& text, UtcTime at = kNow) const {
        return {MessageId::make(at), channel_, ada_.id, "Ada", text, at, chat::Role::Owner};
    }

    accounts::Account ada_;
    accounts::Account bob_;
    ChannelId channel_;
};

TEST_F(RoomStore, ARoomBeginsEmpty) {
    const auto state = load();
    EXPECT_TRUE(state.history.empty() && state.roles.empty() && state.restrictions.empty() &&
                state.pins.empty());
    EXPECT_EQ(state.modes, chat::Modes{});
}

TEST_F(RoomStore, KeepsRolesModesAndRestrictions) {
    const chat::Modes modes{std::chrono::seconds{30}, std::chrono::minutes{0}, true};
    const chat::Restriction timeout{{bob_.id, "Bob"}, kNow + std::chrono::minutes{1}, "spam"};
    apply({relay::RoleGiven{channel_, bob_.id, chat::Role::Vip, ada_.id, kNow},
           relay::RoleGiven{channel_, bob_.id, chat::Role::Moderator, ada_.id, kNow},
           relay::RestrictionSet{channel_, timeout, ada_.id, kNow}, relay::ModesSet{channel_, modes}});
    reopen();
    auto state = load();
    ASSERT_EQ(state.roles.size(), 1U);
    EXPECT_EQ(state.roles[0], (chat::Appointment{{bob_.id, "Bob"}, chat::Role::Moderator}));
    EXPECT_EQ(state.restrictions, std::vector{timeout});
    EXPECT_EQ(state.modes, modes);
    EXPECT_TRUE(load(kNow + std::chrono::minutes{1}).restrictions.empty()) << "over";
    const chat::Restriction ban{{bob_.id, "Bob"}, std::nullopt, ""};
    apply({relay::RoleGiven{channel_, bob_.id, chat::Role::Member, ada_.id, kNow},
           relay::RestrictionSet{channel_, ban, ada_.id, kNow}, relay::ModesSet{channel_, {}}});
    state = load(kNow + std::chrono::hours{100'000});
    EXPECT_TRUE(state.roles.empty());
    EXPECT_EQ(state.restrictions, std::vector{ban});
    EXPECT_EQ(state.modes, chat::Modes{});
    apply({relay::RestrictionLifted{channel_, bob_.id}});
    EXPECT_TRUE(load().restrictions.empty());
}

TEST_F(RoomStore, KeepsPinsUntilTheyOrTheirMessagesGo) {
    const auto one = message("one");
    const auto two = message("two");
    apply({one, two, relay::MessagePinned{channel_, two.id, bob_.id, kNow},
           relay::MessagePinned{channel_, one.id, ada_.id, kNow + std::chrono::milliseconds{1}}});
    const chat::Pin first{two, {bob_.id, "Bob"}, kNow};
    const chat::Pin second{one, {ada_.id, "Ada"}, kNow + std::chrono::milliseconds{1}};
    EXPECT_EQ(load().pins, (std::vector{first, second}));
    apply({relay::MessageUnpinned{one.id}});
    EXPECT_EQ(load().pins, std::vector{first});
    apply({relay::MessageDeleted{two.id, ada_.id, kNow}});
    EXPECT_TRUE(load().pins.empty());
}

TEST_F(RoomStore, ClearingTakesOnesOwnOrEverything) {
    auto theirs = message("theirs");
    theirs.user = bob_.id;
    const auto ours = message("ours");
    const auto last = message("last", kNow + std::chrono::milliseconds{1});
    apply({theirs, ours, relay::MessagePinned{channel_, theirs.id, ada_.id, kNow},
           relay::MessagesCleared{channel_, bob_.id, std::max({theirs.id, ours.id}), ada_.id, kNow}});
    EXPECT_EQ(load().history, std::vector{ours});
    EXPECT_TRUE(load().pins.empty());
    apply({relay::MessagesCleared{channel_, std::nullopt, std::max({theirs.id, ours.id}), ada_.id, kNow},
           last});
    EXPECT_EQ(load().history, std::vector{last});
}

TEST_F(RoomStore, WhatWasClearedIsReplayedByRecordingsAlone) {
    const auto before = message("before");
    apply({before});
    const auto resumed = MessageId::make(kNow - std::chrono::seconds{1});
    apply({relay::MessagesCleared{channel_, std::nullopt, before.id, ada_.id, kNow}});
    const auto after = message("after", kNow + std::chrono::milliseconds{1});
    apply({after});
    auto& messages = stores().messages;
    EXPECT_EQ(*messages.latest(channel_, std::nullopt, 10), std::vector{after});
    EXPECT_TRUE(messages.latest(channel_, after.id, 10)->empty());
    EXPECT_TRUE(messages.search(channel_, {"before", std::nullopt, std::nullopt, 10})->empty());
    EXPECT_EQ(messages.search(channel_, {"after", std::nullopt, std::nullopt, 10})->size(), 1U);
    const auto missed = messages.missed(channel_, resumed, 10);
    EXPECT_EQ(missed->said, std::vector{after});
    EXPECT_FALSE(missed->isWhole) << "they have what is cleared on their screens";
    EXPECT_EQ(*messages.between(channel_, kNow, kNow + std::chrono::seconds{1}, std::nullopt, 10),
              (std::vector{before, after}));
}

TEST_F(RoomStore, WhatWasClearedIsNeitherFoundByItsIdNorQuoted) {
    const auto before = message("before");
    auto answer = message("an answer", kNow + std::chrono::milliseconds{1});
    answer.replyTo = chat::Quote{before.id, {ada_.id, "Ada"}, "before"};
    answer.mentions = {{bob_.id, "Bob"}};
    apply({before, answer, relay::MessagePinned{channel_, answer.id, ada_.id, kNow}});
    auto& messages = stores().messages;
    EXPECT_EQ(*messages.find(channel_, before.id), before);
    EXPECT_EQ(messages.addressedLately(std::chrono::hours{1}, 10)->size(), 1U);
    apply({relay::MessagesCleared{channel_, std::nullopt, before.id, ada_.id, kNow}});
    EXPECT_EQ(*messages.find(channel_, before.id), std::nullopt);
    auto emptied = answer;
    emptied.replyTo->text.clear();
    EXPECT_EQ(*messages.find(channel_, answer.id), emptied);
    EXPECT_EQ(load().history, std::vector{emptied});
    EXPECT_EQ(load().pins.at(0).message, emptied);
    EXPECT_EQ(*messages.between(channel_, kNow, kNow + std::chrono::seconds{1}, std::nullopt, 10),
              (std::vector{before, answer}))
        << "recordings keep both";
    apply({relay::MessagesCleared{channel_, std::nullopt, answer.id, ada_.id, kNow}});
    EXPECT_EQ(*messages.find(channel_, answer.id), std::nullopt);
    EXPECT_TRUE(messages.addressedLately(std::chrono::hours{1}, 10)->empty()) << "nobody is told of it";
}

TEST_F(RoomStore, HidingTakesAStretchOutOfTheChatAndLeavesItToRecordings) {
    std::vector<chat::Message> lines;
    for (int i = 0; i < 4; ++i) {
        lines.push_back(message("line " + std::to_string(i), kNow + std::chrono::milliseconds{i}));
    }
    auto answer = message("an answer", kNow + std::chrono::milliseconds{4});
    answer.user = bob_.id;
    answer.userName = "Bob";
    answer.role = chat::Role::Member;
    answer.replyTo = chat::Quote{lines[2].id, {ada_.id, "Ada"}, "line 2"};
    apply({lines[0], lines[1], lines[2], lines[3], answer,
           relay::MessagePinned{channel_, lines[0].id, bob_.id, kNow}});
    const auto at = kNow + std::chrono::seconds{1};
    apply({relay::MessagesHidden{channel_, ada_.id, lines[1].id, lines[2].id, at}});
    auto& messages = stores().messages;
    auto emptied = answer;
    emptied.replyTo->text.clear();
    EXPECT_EQ(load().history, (std::vector{lines[0], lines[3], emptied}));
    EXPECT_TRUE(load().pins.empty()) << "all of theirs";
    EXPECT_EQ(*messages.find(channel_, lines[1].id), std::nullopt);
    EXPECT_TRUE(messages.search(channel_, {"2", std::nullopt, std::nullopt, 10})->empty());
    EXPECT_EQ(messages.missed(channel_, lines[1].id, 10)->deleted, std::vector{lines[1].id});
    EXPECT_EQ(messages.missed(channel_, lines[0].id, 10)->said, (std::vector{lines[3], emptied}));
    EXPECT_EQ(*messages.countBetween(channel_, lines[0].id, answer.id, 10), 1);
    EXPECT_EQ(*messages.between(channel_, kNow, at, std::nullopt, 10),
              (std::vector{lines[0], lines[1], lines[2], lines[3], answer}));
}

TEST_F(RoomStore, AllOfSomebodyIsDeletedPieceByPieceTheNewestFirst) {
    const auto piece = relay::MessagesCleared::kPiece;
    std::vector<relay::ChatChange> changes;
    std::vector<MessageId> ids;
    for (int i = 0; i < piece + 3; ++i) {
        const auto line = message("line", kNow + std::chrono::milliseconds{i});
        ids.push_back(line.id);
        changes.emplace_back(line);
    }
    apply(changes);
    auto& messages = stores().messages;
    EXPECT_EQ(*messages.countOf(channel_, ada_.id), piece + 3);
    EXPECT_EQ(*messages.countOf(channel_, bob_.id), 0);
    const relay::MessagesCleared cleared{channel_, ada_.id, ids[ids.size() - 2], ada_.id, kNow};
    apply({cleared});
    EXPECT_EQ(*messages.countOf(channel_, ada_.id), 3);
    EXPECT_TRUE(*messages.find(channel_, ids[0]));
    EXPECT_FALSE(*messages.find(channel_, ids[2]));
    apply({cleared});
    EXPECT_EQ(load().history.size(), 1U);
    EXPECT_EQ(load().history.at(0).id, ids.back()) << "said behind it";
}

TEST_F(RoomStore, AnEarlierBoundTakesNothingThatWasClearedBack) {
    const auto one = message("one");
    const auto two = message("two", kNow + std::chrono::milliseconds{1});
    apply({one, two});
    EXPECT_EQ(load().last, two.id);
    apply({relay::MessagesCleared{channel_, std::nullopt, two.id, ada_.id, kNow},
           relay::MessagesCleared{channel_, std::nullopt, one.id, ada_.id, kNow},
           relay::MessagesCleared{channel_, std::nullopt, MessageId{}, ada_.id, kNow}});
    EXPECT_TRUE(load().history.empty());
    EXPECT_EQ(load().last, two.id) << "what is said next has a later id, though nothing is shown";
}

TEST_F(RoomStore, FindsPeopleWhateverTheCase) {
    const auto people = stores().rooms.people({"ADA", "nobody", "bob"});
    ASSERT_TRUE(people);
    EXPECT_EQ(*people, (std::vector<chat::Person>{{ada_.id, "Ada"}, {bob_.id, "Bob"}}));
}

TEST_F(RoomStore, AChangeThatCannotBeTakesTheBatchWithIt) {
    auto orphan = message("orphan");
    orphan.user = UserId::make(kNow);
    const auto applied = stores().rooms.apply({message("one"), orphan});
    ASSERT_FALSE(applied);
    EXPECT_EQ(applied.error().category(), ErrorCategory::Conflict);
    EXPECT_TRUE(load().history.empty());
}

}  // namespace
}  // namespace footlight::store
