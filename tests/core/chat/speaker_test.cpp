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
        EXPECT_TRUE(speaker.admit("line " + std::to_string(i), SteadyTime{}));
    }
    const auto refused = speaker.admit("line 5", SteadyTime{});
    EXPECT_EQ(codeOf(refused), "chat.too_fast");
    EXPECT_EQ(refused.error().message(), "At most 5 messages at once. Try again in 8 s.");
    EXPECT_TRUE(speaker.admit("line 5", SteadyTime{} + milliseconds{7'500}));
}

TEST(ChatSpeaker, MaySayTwentyThingsInThirtySeconds) {
    Speaker speaker;
    int admitted = 0;
    for (int ms = 0; ms < 30'000; ms += 100) {
        admitted += speaker.admit("line " + std::to_string(ms), SteadyTime{} + milliseconds{ms}) ? 1 : 0;
    }
    EXPECT_EQ(admitted, 20);
}

TEST(ChatSpeaker, MaySayTheSameThreeTimesInThirtySeconds) {
    Speaker speaker;
    for (int i = 0; i < 3; ++i) {
        EXPECT_TRUE(speaker.admit("gg", SteadyTime{} + seconds{i}));
    }
    EXPECT_EQ(codeOf(speaker.admit("gg", SteadyTime{} + seconds{4})), "chat.repeated");
    EXPECT_TRUE(speaker.admit("other", SteadyTime{} + seconds{4}));
    EXPECT_TRUE(speaker.admit("gg", SteadyTime{} + seconds{30}));
}

TEST(ChatSpeaker, RemembersANonceForTwoMinutes) {
    Speaker speaker;
    const auto id = MessageId::make(utcFromMilliseconds(1));
    speaker.posted("n", id, SteadyTime{});
    EXPECT_EQ(speaker.find("n", SteadyTime{} + seconds{119}), id);
    EXPECT_EQ(speaker.find("m", SteadyTime{}), std::nullopt);
    EXPECT_EQ(speaker.find("n", SteadyTime{} + seconds{120}), std::nullopt);
    EXPECT_FALSE(speaker.isIdle(SteadyTime{} + seconds{119}));
    EXPECT_TRUE(speaker.isIdle(SteadyTime{} + seconds{120}));
}

}  // namespace footlight::chat
