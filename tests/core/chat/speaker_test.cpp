#include "core/chat/speaker.h"

#include <gtest/gtest.h>

namespace footlight::chat {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

std::string codeOf(const Result<>& result) { return result ? "" : std::string(result.error().code()); }

}  // namespace

TEST(ChatSpeaker, MaySayFiveThingsAtOnce) {
    Speaker speaker;
    for (int i = 0; i < 5; ++i) {
        EXPECT_TRUE(speaker.admit("line " + std::to_string(i), seconds{0}, SteadyTime{}));
    }
    const auto refused = speaker.admit("line 5", seconds{0}, SteadyTime{});
    EXPECT_EQ(codeOf(refused), "chat.too_fast");
    EXPECT_EQ(refused.error().message(), "At most 5 messages at once. Try again in 8 s.");
    EXPECT_TRUE(speaker.admit("line 5", seconds{0}, SteadyTime{} + milliseconds{7'500}));
}

TEST(ChatSpeaker, MaySayTwentyThingsInThirtySeconds) {
    Speaker speaker;
    int admitted = 0;
    for (int ms = 0; ms < 30'000; ms += 100) {
        admitted +=
            speaker.admit("line " + std::to_string(ms), seconds{0}, SteadyTime{} + milliseconds{ms}) ? 1 : 0;
    }
    EXPECT_EQ(admitted, 20);
}

TEST(ChatSpeaker, MaySayTheSameThreeTimesInThirtySeconds) {
    Speaker speaker;
    for (int i = 0; i < 3; ++i) {
        EXPECT_TRUE(speaker.admit("gg", seconds{0}, SteadyTime{} + seconds{i}));
    }
    EXPECT_EQ(codeOf(speaker.admit("gg", seconds{0}, SteadyTime{} + seconds{4})), "chat.repeated");
    EXPECT_TRUE(speaker.admit("other", seconds{0}, SteadyTime{} + seconds{4}));
    EXPECT_TRUE(speaker.admit("gg", seconds{0}, SteadyTime{} + seconds{30}));
}

TEST(ChatSpeaker, WaitsAsLongAsASlowRoomWants) {
    Speaker speaker;
    EXPECT_TRUE(speaker.admit("one", seconds{60}, SteadyTime{}));
    const auto refused = speaker.admit("two", seconds{60}, SteadyTime{} + seconds{40});
    EXPECT_EQ(codeOf(refused), "chat.slow");
    EXPECT_EQ(refused.error().message(), "The chat is slow: one message in 60 s. Try again in 20 s.");
    EXPECT_FALSE(speaker.isIdle(seconds{60}, SteadyTime{} + seconds{59}));
    EXPECT_TRUE(speaker.isIdle(seconds{60}, SteadyTime{} + seconds{60}));
    EXPECT_TRUE(speaker.admit("two", seconds{60}, SteadyTime{} + seconds{60}));
}

TEST(ChatSpeaker, RemembersANonceForTwoMinutes) {
    Speaker speaker;
    const auto id = MessageId::make(utcFromMilliseconds(1));
    speaker.posted("n", id, SteadyTime{});
    EXPECT_EQ(speaker.find("n", SteadyTime{} + seconds{119}), id);
    EXPECT_EQ(speaker.find("m", SteadyTime{}), std::nullopt);
    EXPECT_EQ(speaker.find("n", SteadyTime{} + seconds{120}), std::nullopt);
    EXPECT_FALSE(speaker.isIdle(seconds{0}, SteadyTime{} + seconds{119}));
    EXPECT_TRUE(speaker.isIdle(seconds{0}, SteadyTime{} + seconds{120}));
}

}  // namespace footlight::chat
