#include "core/relay/gateway/sender_lock.h"

#include <gtest/gtest.h>

namespace footlight::relay::gateway {
namespace {

using namespace std::chrono_literals;

const SteadyTime kStart{1000s};

TEST(SenderLock, WithoutAListOnlyThisMachineCounts) {
    SenderLock lock({}, false);
    EXPECT_FALSE(lock.admit("10.0.0.7", 4'000, false, kStart));
    EXPECT_TRUE(lock.admit("127.0.0.1", 4'000, true, kStart));
}

TEST(SenderLock, AGroupIsOpenUntilAListIsMade) {
    EXPECT_TRUE(SenderLock({}, true).admit("10.0.0.7", 4'000, false, kStart));
    SenderLock listed({"10.0.0.7", "2001:db8::1"}, true);
    EXPECT_FALSE(listed.admit("10.0.0.8", 4'000, false, kStart));
    EXPECT_FALSE(listed.admit("127.0.0.1", 4'000, true, kStart));
    EXPECT_TRUE(listed.admit("2001:db8::1", 4'000, false, kStart));
}

TEST(SenderLock, TheFirstHoldsItUntilFiveSecondsOfSilence) {
    SenderLock lock({}, true);
    EXPECT_TRUE(lock.admit("10.0.0.7", 4'000, false, kStart));
    EXPECT_FALSE(lock.admit("10.0.0.8", 4'000, false, kStart + 1s));
    EXPECT_FALSE(lock.admit("10.0.0.7", 4'001, false, kStart + 2s)) << "another port is another sender";
    EXPECT_TRUE(lock.admit("10.0.0.7", 4'000, false, kStart + 3s));
    EXPECT_FALSE(lock.admit("10.0.0.8", 4'000, false, kStart + 7s)) << "sending goes on holding it";
    EXPECT_TRUE(lock.admit("10.0.0.8", 4'000, false, kStart + 8s));
    EXPECT_FALSE(lock.admit("10.0.0.7", 4'000, false, kStart + 9s));
}

}  // namespace
}  // namespace footlight::relay::gateway
