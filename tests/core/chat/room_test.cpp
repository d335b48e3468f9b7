#include "core/chat/room.h"

#include <gtest/gtest.h>

namespace footlight::chat {
namespace {

constexpr auto kStart = 1'700'000'000'000;

class ChatRoom : public testing::Test {
protected:
    Result<Outcome> say(const std::string& text, const std::string& nonce) {
        return room_.say({{ada_, "Ada"}, text, nonce}, utcFromMilliseconds(kStart), now_);
    }

    const UserId ada_ = UserId::make(utcFromMilliseconds(kStart));
    const ChannelId channel_ = ChannelId::make(utcFromMilliseconds(kStart));
    SteadyTime now_{};
    Room room_{channel_, std::nullopt, {}, utcFromMilliseconds(kStart)};
};

TEST_F(ChatRoom, KeepsWhatWasSaid) {
    const auto outcome = say("hello", "1");
    ASSERT_TRUE(outcome);
    EXPECT_TRUE(outcome->isNew);
    ASSERT_EQ(room_.history().messages().size(), 1U);
    EXPECT_EQ(room_.history().messages().front(), outcome->message);
    EXPECT_EQ(outcome->message.channel, channel_);
    EXPECT_EQ(outcome->message.userName, "Ada");
}

TEST_F(ChatRoom, TheSameNonceSaysNothingNew) {
    const auto first = say("hello", "1");
    const auto again = say("hello", "1");
    ASSERT_TRUE(again);
    EXPECT_FALSE(again->isNew);
    EXPECT_EQ(again->message.id, first->message.id);
    EXPECT_EQ(room_.history().messages().size(), 1U);
}

TEST_F(ChatRoom, WhatCouldNotBeStoredMayBeSaidAgain) {
    const auto first = say("hello", "1");
    room_.forget(ada_, "1", first->message.id, utcFromMilliseconds(kStart));
    EXPECT_TRUE(room_.history().messages().empty());
    const auto again = say("hello", "1");
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->isNew);
    EXPECT_NE(again->message.id, first->message.id);
}

TEST_F(ChatRoom, RefusesBadTextAndHaste) {
    EXPECT_EQ(say("a\nb", "1").error().code(), "chat.text");
    for (int i = 0; i < 5; ++i) {
        EXPECT_TRUE(say("line " + std::to_string(i), std::to_string(i)));
    }
    EXPECT_EQ(say("line 5", "5").error().code(), "chat.too_fast");
    EXPECT_EQ(room_.history().messages().size(), 5U);
}

TEST_F(ChatRoom, ClearingAnEmptyRoomReachesEverythingThatWasEverSaid) {
    const auto at = utcFromMilliseconds(kStart);
    const auto before = MessageId::make(at - std::chrono::milliseconds{1});
    room_.removeOf(std::nullopt, at);
    EXPECT_GT(room_.lastId(), before);
    EXPECT_TRUE(room_.isGone(before, ada_));
    const auto cleared = room_.lastId();
    EXPECT_GT(say("hello", "1")->message.id, cleared);
    Room later{channel_, std::nullopt, {}, at};
    later.removeOf(std::nullopt, at + std::chrono::hours{1});
    const auto bound = later.lastId();
    const auto said = later.say({{ada_, "Ada"}, "the clock was set back", "2"}, at, now_);
    EXPECT_GT(said->message.id, bound);
    EXPECT_FALSE(later.isGone(said->message.id, ada_));
}

TEST_F(ChatRoom, IdsGrowWithinOneMillisecondAndWhenTheClockIsSetBack) {
    MessageId last;
    for (int i = 0; i < 60; ++i) {
        now_ += std::chrono::seconds{2};
        const auto utc = utcFromMilliseconds(i < 30 ? kStart : kStart - 10'000);
        const auto outcome =
            room_.say({{ada_, "Ada"}, "line " + std::to_string(i), std::to_string(i)}, utc, now_);
        ASSERT_TRUE(outcome);
        EXPECT_LT(last, outcome->message.id);
        last = outcome->message.id;
    }
}

TEST_F(ChatRoom, RemembersTheLastFifty) {
    for (int i = 0; i < 60; ++i) {
        now_ += std::chrono::seconds{2};
        ASSERT_TRUE(say("line " + std::to_string(i), std::to_string(i)));
    }
    ASSERT_EQ(room_.history().messages().size(), History::kSize);
    EXPECT_EQ(room_.history().messages().front().text, "line 10");
    EXPECT_EQ(room_.history().messages().back().text, "line 59");
}

TEST_F(ChatRoom, AMessageIsEditedByWhoSaidItAlone) {
    const auto first = say("hello", "1")->message;
    const Person bob{UserId::make(utcFromMilliseconds(kStart)), "Bob"};
    const auto utc = utcFromMilliseconds(kStart + 5);
    EXPECT_EQ(room_.edit({bob, "hacked", ""}, first, utc, now_).error().code(), "chat.not_allowed");
    const auto edited = room_.edit({{ada_, "Ada"}, "good e\u0301vening", ""}, first, utc, now_);
    ASSERT_TRUE(edited);
    EXPECT_EQ(edited->text, "good \u00e9vening");
    EXPECT_EQ(edited->editedAt, utc);
    EXPECT_EQ(edited->at, first.at);
    EXPECT_EQ(room_.history().messages().front(), *edited);
    EXPECT_EQ(room_.edit({{ada_, "Ada"}, " ", ""}, first, utc, now_).error().code(), "chat.text");
}

TEST_F(ChatRoom, WhatIsDeletedLeavesThoseThatAnswerIt) {
    const auto first = say("hello", "1")->message;
    const auto answer = room_.say({{ada_, "Ada"}, "yes", "2", Quote{first.id, {ada_, "Ada"}, "hello"}},
                                  utcFromMilliseconds(kStart), now_);
    ASSERT_TRUE(answer);
    room_.remove(first.id, utcFromMilliseconds(kStart));
    ASSERT_EQ(room_.history().messages().size(), 1U);
    EXPECT_EQ(room_.history().messages().front().replyTo->text, "");
}

TEST_F(ChatRoom, TellsWhatWasMissedWithoutTheDiskWhereItKnows) {
    const auto at = [](int ms) { return utcFromMilliseconds(kStart + ms); };
    const auto one = room_.say({{ada_, "Ada"}, "one", "1"}, at(10), now_)->message;
    const auto two = room_.say({{ada_, "Ada"}, "two", "2"}, at(20), now_)->message;
    const auto three = room_.say({{ada_, "Ada"}, "three", "3"}, at(30), now_)->message;
    ASSERT_TRUE(room_.edit({{ada_, "Ada"}, "one!", ""}, one, at(40), now_));
    room_.remove(two.id, at(50));
    const auto missed = room_.missed(two.id);
    ASSERT_TRUE(missed);
    EXPECT_EQ(missed->said, std::vector<Message>{three});
    ASSERT_EQ(missed->edited.size(), 1U);
    EXPECT_EQ(missed->edited[0].text, "one!");
    EXPECT_EQ(missed->deleted, std::vector<MessageId>{two.id});
    EXPECT_FALSE(room_.missed(MessageId::make(at(-1)))) << "from before the room was opened: the disk knows";
    room_.removeOf(std::nullopt, at(60));
    EXPECT_FALSE(room_.missed(two.id)) << "so much went that nobody is told one by one";
}

TEST_F(ChatRoom, WhatIsDeletedDoesNotComeBackFromTheDisk) {
    const auto utc = utcFromMilliseconds(kStart);
    const Person bob{UserId::make(utc), "Bob"};
    const auto first = say("one", "1")->message;
    const auto second = say("two", "2")->message;
    const auto ofBob = room_.say({bob, "three", "3"}, utc, now_)->message;
    room_.remove(first.id, utc);
    EXPECT_EQ(room_.edit({{ada_, "Ada"}, "again", ""}, first, utc, now_).error().code(),
              "chat.unknown_message");
    const Quote quote{first.id, {ada_, "Ada"}, "one"};
    EXPECT_EQ(room_.say({bob, "what?", "4", quote}, utc, now_).error().code(), "chat.unknown_reply");
    EXPECT_FALSE(room_.isGone(second.id, ada_));
    room_.removeOf(ada_, utc);
    EXPECT_TRUE(room_.isGone(second.id, ada_));
    EXPECT_FALSE(room_.isGone(ofBob.id, bob.user)) << "another's";
    room_.removeOf(std::nullopt, utc);
    EXPECT_TRUE(room_.isGone(ofBob.id, bob.user));
    const auto later = room_.say({bob, "five", "5"}, utc, now_);
    ASSERT_TRUE(later);
    EXPECT_FALSE(room_.isGone(later->message.id, bob.user)) << "said since";
}

TEST_F(ChatRoom, WhatCouldNotBeStoredIsDeletedForThoseWhoComeBack) {
    const auto at = [](int ms) { return utcFromMilliseconds(kStart + ms); };
    const auto one = room_.say({{ada_, "Ada"}, "one", "1"}, at(10), now_)->message;
    room_.forget(ada_, "1", one.id, at(20));
    const auto missed = room_.missed(one.id);
    ASSERT_TRUE(missed);
    EXPECT_EQ(missed->deleted, std::vector<MessageId>{one.id});
}

TEST_F(ChatRoom, NothingIsLeftOfADeletedAccount) {
    const auto utc = utcFromMilliseconds(kStart);
    const Person bob{UserId::make(utc), "Bob"};
    const Person nobody{ada_, "deleted-1"};
    const auto first = say("hello", "1")->message;
    ASSERT_TRUE(room_.say({bob, "yes @Ada", "2", Quote{first.id, {ada_, "Ada"}, "hello"}, {{ada_, "Ada"}}},
                          utc, now_));
    ASSERT_TRUE(room_.pins().add({first, bob, utc}));
    EXPECT_TRUE(room_.erase(nobody, utc));
    EXPECT_TRUE(room_.pins().all().empty());
    ASSERT_EQ(room_.history().messages().size(), 1U);
    const auto& answer = room_.history().messages().front();
    EXPECT_EQ(answer.replyTo->person, nobody);
    EXPECT_EQ(answer.replyTo->text, "");
    EXPECT_EQ(answer.mentions, std::vector<Person>{nobody});
    EXPECT_EQ(say("still here", "3").error().code(), "chat.banned");
    EXPECT_FALSE(room_.erase({UserId::make(utc), "deleted-2"}, utc)) << "was never here";
}

class ChatModes : public ChatRoom {
protected:
    ChatModes() { EXPECT_TRUE(room_.roster().appoint(owner_, {vip_, "Vip"}, Role::Vip)); }

    std::string refusal(UserId user, const std::string& text, std::optional<UtcTime> follows = std::nullopt) {
        const auto nonce = std::to_string(++count_);
        const auto said =
            room_.say({{user, "X"}, text, nonce, {}, {}, follows}, utcFromMilliseconds(kStart), now_);
        return said ? "" : std::string(said.error().code());
    }

    const UserId owner_ = UserId::make(utcFromMilliseconds(kStart));
    const UserId vip_ = UserId::make(utcFromMilliseconds(kStart));
    Room room_{channel_, owner_, {{}, {}, {}, {}, {}, {{"wave", "00ff"}}}, utcFromMilliseconds(kStart)};
    int count_ = 0;
};

TEST_F(ChatModes, ModeratorsAloneSetThem) {
    EXPECT_EQ(room_.setModes(ada_, {}).error().code(), "chat.not_allowed");
    EXPECT_TRUE(room_.setModes(owner_, {std::chrono::seconds{9}, {}, false}));
}

TEST_F(ChatModes, ASlowRoomBindsMembersAlone) {
    ASSERT_TRUE(room_.setModes(owner_, {std::chrono::seconds{60}, {}, false}));
    EXPECT_EQ(refusal(ada_, "one"), "");
    EXPECT_EQ(refusal(ada_, "two"), "chat.slow");
    for (const auto user : {vip_, owner_}) {
        EXPECT_EQ(refusal(user, "one"), "");
        EXPECT_EQ(refusal(user, "two"), "");
    }
    now_ += std::chrono::seconds{60};
    EXPECT_EQ(refusal(ada_, "two"), "");
}

TEST_F(ChatModes, FollowersOfLongEnoughSpeak) {
    ASSERT_TRUE(room_.setModes(owner_, {{}, std::chrono::minutes{10}, false}));
    const auto now = utcFromMilliseconds(kStart);
    EXPECT_EQ(refusal(ada_, "one"), "chat.followers_only");
    EXPECT_EQ(refusal(ada_, "one", now - std::chrono::minutes{9}), "chat.followers_only");
    EXPECT_EQ(refusal(ada_, "one", now - std::chrono::minutes{10}), "");
    EXPECT_EQ(refusal(vip_, "one"), "");
}

TEST_F(ChatModes, BindWhoEditsAndWhoAsks) {
    const auto utc = utcFromMilliseconds(kStart);
    const Person ada{ada_, "Ada"};
    const auto said = room_.say({ada, "one", "1"}, utc, now_)->message;
    ASSERT_TRUE(room_.setModes(owner_, {{}, std::chrono::minutes{10}, false}));
    EXPECT_EQ(room_.edit({ada, "two", ""}, said, utc, now_).error().code(), "chat.followers_only");
    EXPECT_EQ(room_.mayAsk({ada, "why?", ""}, utc, now_).error().code(), "chat.followers_only");
    EXPECT_TRUE(room_.mayAsk({{vip_, "Vip"}, "why?", ""}, utc, now_));
    ASSERT_TRUE(room_.setModes(owner_, {std::chrono::seconds{60}, {}, false}));
    EXPECT_EQ(room_.mayAsk({ada, "why?", ""}, utc, now_).error().code(), "chat.slow");
    now_ += std::chrono::seconds{60};
    EXPECT_TRUE(room_.mayAsk({ada, "why?", ""}, utc, now_));
    EXPECT_EQ(room_.mayAsk({ada, "how?", ""}, utc, now_).error().code(), "chat.slow") << "it counts";
    ASSERT_TRUE(room_.setModes(owner_, {{}, {}, true}));
    EXPECT_EQ(room_.mayAsk({ada, "how?", ""}, utc, now_).error().code(), "chat.emote_only");
}

TEST_F(ChatModes, EmojiAndTheChannelsEmotesAlone) {
    ASSERT_TRUE(room_.setModes(owner_, {{}, {}, true}));
    EXPECT_EQ(refusal(ada_, "hello"), "chat.emote_only");
    EXPECT_EQ(refusal(ada_, ":nope:"), "chat.emote_only");
    EXPECT_EQ(refusal(ada_, "\U0001f600 :wave:"), "");
    EXPECT_EQ(refusal(vip_, "hello"), "");
}

}  // namespace
}  // namespace footlight::chat
