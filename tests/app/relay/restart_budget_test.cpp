#include "app/relay/restart_budget.h"

#include <gtest/gtest.h>

namespace footlight::app {

using namespace std::chrono_literals;

TEST(RestartBudget, AllowsFiveThenRests) {
    RestartBudget budget;
    const SteadyTime start{1h};
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(budget.next(start + i * 1s), start + i * 1s);
    }
    EXPECT_EQ(budget.next(start + 5s), start + 65s);
    EXPECT_EQ(budget.next(start + 66s), start + 66s) << "after its rest it may start again";
}

TEST(RestartBudget, SlowRestartsGoOnForEver) {
    RestartBudget budget;
    const SteadyTime start{1h};
    for (int i = 0; i < 50; ++i) {
        EXPECT_EQ(budget.next(start + i * 7s), start + i * 7s);
    }
}

}  // namespace footlight::app
