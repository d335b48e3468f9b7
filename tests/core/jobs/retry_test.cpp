#include "core/jobs/retry.h"

#include <gtest/gtest.h>

namespace footlight::jobs {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;
using State = Verdict::State;

constexpr UtcTime kNow{milliseconds{1'700'000'000'000}};
const RetryPolicy kPolicy{seconds{10}, 3, hours{1}, 4};

TEST(Retry, EachWaitIsLongerUpToTheLongestAndSpreadByHalf) {
    EXPECT_EQ(retryDelay(kPolicy, 1, 1), seconds{10});
    EXPECT_EQ(retryDelay(kPolicy, 1, 0), seconds{5});
    EXPECT_EQ(retryDelay(kPolicy, 2, 1), seconds{30});
    EXPECT_EQ(retryDelay(kPolicy, 3, 0.5), milliseconds{67'500});
    EXPECT_EQ(retryDelay(kPolicy, 50, 1), hours{1});
    EXPECT_EQ(retryDelay(kPolicy, 1'000'000, 1), hours{1}) << "no overflow";
}

TEST(Retry, WhatFailsTooOftenOrForGoodIsDead) {
    EXPECT_EQ(judge(kPolicy, Outcome::Done, 1, kNow, 1).state, State::Done);
    EXPECT_EQ(judge(kPolicy, Outcome::Refused, 1, kNow, 1).state, State::Dead);
    const auto again = judge(kPolicy, Outcome::Failed, 3, kNow, 1);
    EXPECT_EQ(again.state, State::Again);
    EXPECT_EQ(again.due, kNow + seconds{90});
    EXPECT_EQ(judge(kPolicy, Outcome::Failed, 4, kNow, 1).state, State::Dead);
}

TEST(Retry, AWaitThatTheOtherSideAskedForIsHeededWithinReason) {
    EXPECT_EQ(judge(kPolicy, Outcome::Failed, 1, kNow, 1, seconds{60}).due, kNow + seconds{60});
    EXPECT_EQ(judge(kPolicy, Outcome::Failed, 1, kNow, 1, seconds{1}).due, kNow + seconds{10});
    EXPECT_EQ(judge(kPolicy, Outcome::Failed, 1, kNow, 1, hours{100}).due, kNow + hours{1});
}

}  // namespace
}  // namespace footlight::jobs
