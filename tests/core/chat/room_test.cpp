#include "core/chat/room.h"

#include <gtest/gtest.h>

namespace footlight::chat {
namespace {

constexpr auto kStart = 1'700'000'000'000;

class ChatRoom : public testing::Test {
protected:
    Result<Outcome> say(const std::string& text, const std::string& nonce) {
        return room_.say({ada_, "Ada", text, nonce}, utcFromMilliseconds(kStart), now_);
    }

    const UserId ada_ = UserId::make(utcFromMilliseconds(kStart));
    const ChannelId channel_ = ChannelId::make(utcFromMilliseconds(kStart));
    SteadyTime now_{};
    Room room_{channel_, {}};
};

TEST_F(ChatRoom, KeepsWhatWasSaid) {
    const auto outcome = say("hello", "1");
    ASSERT_TRUE(outcome);
    EXPECT_TRUE(outcome->isNew);
    ASSERT_EQ(room_.history().size(), 1U);
    EXPECT_EQ(room_.history().front(), outcome->message);
    EXPECT_EQ(outcome->message.channel, channel_);
    EXPECT_EQ(outcome->message.userName, "Ada");
}

TEST_F(ChatRoom, TheSameNonceSaysNothingNew) {
    const auto first = say("hello", "1");
    const auto again = say("hello", "1");
    ASSERT_TRUE(again);
    EXPECT_FALSE(again->isNew);
    EXPECT_EQ(again->message.id, first->message.id);
    EXPECT_EQ(room_.history().size(), 1U);
}

TEST_F(ChatRoom, WhatCouldNotBeStoredMayBeSaidAgain) {
    const auto first = say("hello", "1");
    room_.forget(ada_, "1", first->message.id);
    EXPECT_TRUE(room_.history().empty());
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
    EXPECT_EQ(room_.history().size(), 5U);
}

TEST_F(ChatRoom, IdsGrowWithinOneMillisecondAndWhenTheClockIsSetBack) {
    MessageId last;
    for (int i = 0; i < 60; ++i) {
        now_ += std::chrono::seconds{2};
        const auto utc = utcFromMilliseconds(i < 30 ? kStart : kStart - 10'000);
        const auto outcome =
            room_.say({ada_, "Ada", "line " + std::to_string(i), std::to_string(i)}, utc, now_);
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
    ASSERT_EQ(room_.history().size(), Room::kHistory);
    EXPECT_EQ(room_.history().front().text, "line 10");
    EXPECT_EQ(room_.history().back().text, "line 59");
}

}  // namespace
}  // namespace footlight::chat
