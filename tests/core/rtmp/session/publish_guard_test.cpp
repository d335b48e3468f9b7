#include "core/rtmp/session/publish_guard.h"

#include <gtest/gtest.h>

#include <vector>

namespace footlight::rtmp {

using namespace std::chrono_literals;

namespace {

constexpr SteadyTime kStart{1h};

}  // namespace

TEST(PublishGuard, FewMayWaitFromOneAddressAndLeavingMakesRoom) {
    PublishGuard guard(PublishGuardLimits{});
    std::vector<PublishGuard::Ticket> tickets;
    for (int i = 0; i < 16; ++i) {
        tickets.push_back(guard.admit("10.0.0.1", kStart));
        EXPECT_TRUE(tickets.back());
    }
    EXPECT_FALSE(guard.admit("10.0.0.1", kStart));
    EXPECT_TRUE(guard.admit("10.0.0.2", kStart)) << "others are not hit";
    tickets.pop_back();
    EXPECT_TRUE(guard.admit("10.0.0.1", kStart));
}

TEST(PublishGuard, FewMayWaitInAll) {
    PublishGuardLimits limits;
    limits.unauthenticated = 2;
    PublishGuard guard(limits);
    const auto first = guard.admit("10.0.0.1", kStart);
    auto second = guard.admit("10.0.0.2", kStart);
    EXPECT_FALSE(guard.admit("10.0.0.3", kStart));
    second.reset();
    EXPECT_TRUE(guard.admit("10.0.0.3", kStart));
}

TEST(PublishGuard, TenRefusedKeysBanForFiveMinutes) {
    PublishGuard guard(PublishGuardLimits{});
    for (int i = 0; i < 9; ++i) {
        EXPECT_FALSE(guard.keyRefused("10.0.0.1", kStart + 1s * i));
    }
    EXPECT_TRUE(guard.admit("10.0.0.1", kStart + 9s));
    EXPECT_TRUE(guard.keyRefused("10.0.0.1", kStart + 10s));
    EXPECT_FALSE(guard.admit("10.0.0.1", kStart + 11s));
    EXPECT_TRUE(guard.admit("10.0.0.2", kStart + 11s));
    EXPECT_FALSE(guard.admit("10.0.0.1", kStart + 309s));
    EXPECT_TRUE(guard.admit("10.0.0.1", kStart + 311s));
}

TEST(PublishGuard, OldFailuresAreForgotten) {
    PublishGuard guard(PublishGuardLimits{});
    for (int i = 0; i < 40; ++i) {
        EXPECT_FALSE(guard.keyRefused("10.0.0.1", kStart + 14s * i)) << "nine in 120 s";
    }
}

TEST(PublishGuard, AnIpv6NetworkIsOneAddress) {
    PublishGuardLimits limits;
    limits.failures = 1;
    PublishGuard guard(limits);
    EXPECT_TRUE(guard.keyRefused("2001:db8:1:2:3::1", kStart));
    EXPECT_FALSE(guard.admit("2001:db8:1:2:ffff::2", kStart + 1s));
    EXPECT_TRUE(guard.admit("2001:db8:1:3::1", kStart + 1s));
    EXPECT_TRUE(guard.keyRefused("::ffff:10.0.0.9", kStart));
    EXPECT_FALSE(guard.admit("10.0.0.9", kStart + 1s)) << "an IPv4 address in its IPv6 form";
}

TEST(PublishGuard, TheLoopbackIsNeverBanned) {
    PublishGuard guard(PublishGuardLimits{});
    for (int i = 0; i < 50; ++i) {
        EXPECT_FALSE(guard.keyRefused("127.0.0.1", kStart));
    }
    EXPECT_TRUE(guard.admit("127.0.0.1", kStart));
    EXPECT_TRUE(guard.admit("::1", kStart));
}

TEST(PublishGuard, AKeyBeginsOnlySoOftenWithinItsWindow) {
    PublishGuardLimits limits;
    limits.attemptsPerKey = 3;
    PublishGuard guard(limits);
    for (int i = 0; i < 3; ++i) {
        EXPECT_TRUE(guard.begin("10.0.0.1", Secret("key"), kStart + 1s * i));
    }
    const auto refused = guard.begin("10.0.0.2", Secret("key"), kStart + 3s);
    ASSERT_FALSE(refused) << "whatever the address";
    EXPECT_EQ(refused.error().category(), ErrorCategory::Unavailable);
    EXPECT_TRUE(guard.begin("10.0.0.1", Secret("another"), kStart + 3s));
    EXPECT_TRUE(guard.begin("10.0.0.1", Secret("key"), kStart + 10s + 1ms)) << "the first one is forgotten";
}

TEST(PublishGuard, AnAddressPublishesOnlySoManyAtATime) {
    PublishGuardLimits limits;
    limits.publishersPerAddress = 2;
    PublishGuard guard(limits);
    auto first = guard.begin("10.0.0.1", Secret("a"), kStart);
    const auto second = guard.begin("10.0.0.1", Secret("b"), kStart);
    EXPECT_FALSE(guard.begin("10.0.0.1", Secret("c"), kStart));
    EXPECT_TRUE(guard.begin("10.0.0.2", Secret("c"), kStart));
    first->reset();
    EXPECT_TRUE(guard.begin("10.0.0.1", Secret("c"), kStart));
    for (int i = 0; i < 5; ++i) {
        EXPECT_TRUE(guard.begin("127.0.0.1", Secret("d"), kStart)) << "there may be a proxy";
    }
}

TEST(PublishGuard, OnlySoManyBeginWithinASecond) {
    PublishGuardLimits limits;
    limits.attemptsPerSecond = 2;
    PublishGuard guard(limits);
    EXPECT_TRUE(guard.begin("10.0.0.1", Secret("a"), kStart));
    EXPECT_TRUE(guard.begin("10.0.0.2", Secret("b"), kStart));
    EXPECT_FALSE(guard.begin("10.0.0.3", Secret("c"), kStart));
    EXPECT_TRUE(guard.begin("10.0.0.3", Secret("c"), kStart + 1'001ms));
}

}  // namespace footlight::rtmp
