#include "core/accounts/login_throttle.h"

#include <gtest/gtest.h>

namespace footlight::accounts {
namespace {

constexpr std::chrono::minutes kMinute{1};

std::size_t admittedOf(LoginThrottle& throttle, std::size_t tries, const std::string& name,
                       const std::string& address) {
    std::size_t admitted = 0;
    for (std::size_t i = 0; i < tries; ++i) {
        admitted += throttle.admit(name, address, SteadyTime{}) ? 1U : 0U;
    }
    return admitted;
}

}  // namespace

TEST(LoginThrottle, RefusesTheSixthTryOfAnAccountAndTakesItAgainLater) {
    LoginThrottle throttle;
    EXPECT_EQ(admittedOf(throttle, 6, "ada", "10.0.0.1"), 5U);
    const auto refused = throttle.admit("ada", "10.0.0.2", SteadyTime{} + kMinute);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message(), "Too many tries with a wrong password; try again in 840 s.");
    EXPECT_TRUE(throttle.admit("bob", "10.0.0.1", SteadyTime{} + kMinute));
    EXPECT_TRUE(throttle.admit("ada", "10.0.0.2", SteadyTime{} + LoginThrottle::kWindow));
}

TEST(LoginThrottle, RefusesAnAddressThatTriesManyAccounts) {
    LoginThrottle throttle;
    for (std::size_t i = 0; i < LoginThrottle::kPerAddress; ++i) {
        EXPECT_TRUE(throttle.admit("user" + std::to_string(i), "10.0.0.1", SteadyTime{}));
    }
    EXPECT_FALSE(throttle.admit("another", "10.0.0.1", SteadyTime{}));
    EXPECT_TRUE(throttle.admit("another", "10.0.0.2", SteadyTime{}));
}

TEST(LoginThrottle, ASuccessForgivesTheAccount) {
    LoginThrottle throttle;
    EXPECT_EQ(admittedOf(throttle, 5, "ada", "10.0.0.1"), 5U);
    throttle.succeeded("ada", "10.0.0.1");
    EXPECT_EQ(admittedOf(throttle, 5, "ada", "10.0.0.1"), 5U);
}

TEST(LoginThrottle, SuccessesOfOneAddressDoNotAddUp) {
    LoginThrottle throttle;
    for (std::size_t i = 0; i < 3 * LoginThrottle::kPerAddress; ++i) {
        EXPECT_TRUE(throttle.admit("ada", "10.0.0.1", SteadyTime{}));
        throttle.succeeded("ada", "10.0.0.1");
    }
}

TEST(LoginThrottle, WithoutAnAddressOnlyTheAccountCounts) {
    LoginThrottle throttle;
    for (std::size_t i = 0; i < 2 * LoginThrottle::kPerAddress; ++i) {
        EXPECT_TRUE(throttle.admit("user" + std::to_string(i), "", SteadyTime{}));
    }
    throttle.succeeded("user0", "");
    EXPECT_EQ(admittedOf(throttle, 6, "ada", ""), 5U);
}

}  // namespace footlight::accounts
