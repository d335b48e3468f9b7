#include "core/client/pending_lines.h"

#include <gtest/gtest.h>

namespace footlight::client {
namespace {

const SteadyTime kStart{};

wire::Say line(const std::string& nonce) { return {"anna", "hello", nonce}; }

}  // namespace

TEST(PendingLines, GivesOutALineOnce) {
    PendingLines lines;
    ASSERT_TRUE(lines.add(line("a"), kStart));
    EXPECT_EQ(lines.due("anna").size(), 1U);
    EXPECT_TRUE(lines.due("anna").empty());
}

TEST(PendingLines, KeepsLinesOfOtherChannelsBack) {
    PendingLines lines;
    ASSERT_TRUE(lines.add(line("a"), kStart));
    EXPECT_TRUE(lines.due("berta").empty());
}

TEST(PendingLines, SendsALineOnceMoreAfterALostConnectionAndNotAThirdTime) {
    PendingLines lines;
    ASSERT_TRUE(lines.add(line("a"), kStart));
    EXPECT_EQ(lines.due("anna").size(), 1U);
    lines.connectionLost();
    EXPECT_EQ(lines.due("anna").size(), 1U);
    lines.connectionLost();
    EXPECT_TRUE(lines.due("anna").empty());
    EXPECT_FALSE(lines.empty());
}

TEST(PendingLines, RefusesTheThirtyThird) {
    PendingLines lines;
    for (int i = 0; i < 32; ++i) {
        ASSERT_TRUE(lines.add(line(std::to_string(i)), kStart));
    }
    EXPECT_FALSE(lines.add(line("one too many"), kStart));
}

TEST(PendingLines, ForgetsALineAfterThirtySeconds) {
    PendingLines lines;
    ASSERT_TRUE(lines.add(line("a"), kStart));
    EXPECT_TRUE(lines.expire(kStart + std::chrono::seconds(29)).empty());
    EXPECT_EQ(lines.expire(kStart + std::chrono::seconds(30)).size(), 1U);
    EXPECT_TRUE(lines.empty());
}

TEST(PendingLines, TakesAConfirmedLineOffTheList) {
    PendingLines lines;
    ASSERT_TRUE(lines.add(line("a"), kStart));
    EXPECT_FALSE(lines.take("b").has_value());
    EXPECT_TRUE(lines.take("a").has_value());
    EXPECT_TRUE(lines.empty());
}

}  // namespace footlight::client
