#include "core/accounts/login_throttle.h"

#include <gtest/gtest.h>

namespace footlight::accounts {
namespace {

constexpr std::chrono::minutes kMinute{1};

void failTimes(LoginThrottle& throttle, std::size_t times, const std::string& name,
               const std::string& address) {
    for (std::size_t i = 0; i < times; ++i) {
        throttle.failed(name, address, SteadyTime{});
    }
}

}  // namespace

TEST(LoginThrottle, RefusesTheSixthTryOfAnAccountAndTakesItAgainLater) {
    LoginThrottle throttle;
    failTimes(throttle, 4, "ada", "10.0.0.1");
    EXPECT_TRUE(throttle.admit("ada", "10.0.0.2", SteadyTime{}));
    failTimes(throttle, 1, "ada", "10.0.0.1");
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
        failTimes(throttle, 1, "user" + std::to_string(i), "10.0.0.1");
    }
    EXPECT_FALSE(throttle.admit("another", "10.0.0.1", SteadyTime{}));
    EXPECT_TRUE(throttle.admit("another", "10.0.0.2", SteadyTime{}));
}

TEST(LoginThrottle, ASuccessForgivesTheAccount) {
    LoginThrottle throttle;
    failTimes(throttle, 4, "ada", "10.0.0.1");
    throttle.succeeded("ada");
    failTimes(throttle, 4, "ada", "10.0.0.1");
    EXPECT_TRUE(throttle.admit("ada", "10.0.0.1", SteadyTime{}));
}

}  // namespace footlight::accounts
