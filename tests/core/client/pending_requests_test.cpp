#include "core/client/pending_requests.h"

#include <gtest/gtest.h>

namespace footlight::client {
namespace {

constexpr SteadyTime kStart{};

TEST(PendingRequests, AreTakenOnce) {
    PendingRequests requests;
    EXPECT_TRUE(requests.add("a", kStart));
    EXPECT_FALSE(requests.take("b"));
    EXPECT_TRUE(requests.take("a"));
    EXPECT_FALSE(requests.take("a"));
    EXPECT_TRUE(requests.empty());
}

TEST(PendingRequests, AreThirtyTwoAtMost) {
    PendingRequests requests;
    for (int i = 0; i < 32; ++i) {
        EXPECT_TRUE(requests.add(std::to_string(i), kStart));
    }
    EXPECT_FALSE(requests.add("one more", kStart));
    EXPECT_EQ(requests.takeAll().size(), 32U);
    EXPECT_TRUE(requests.add("one more", kStart));
}

TEST(PendingRequests, ExpireAfterThirtySeconds) {
    PendingRequests requests;
    requests.add("old", kStart);
    requests.add("new", kStart + std::chrono::seconds{10});
    EXPECT_TRUE(requests.expire(kStart + std::chrono::seconds{29}).empty());
    EXPECT_EQ(requests.expire(kStart + std::chrono::seconds{30}), std::vector<std::string>{"old"});
    EXPECT_FALSE(requests.empty());
}

}  // namespace
}  // namespace footlight::client
