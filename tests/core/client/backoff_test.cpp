#include "core/client/backoff.h"

#include <gtest/gtest.h>

namespace footlight::client {

using std::chrono::milliseconds;

TEST(Backoff, GrowsFromHalfASecondToFifteenSeconds) {
    Backoff backoff(7);
    const auto first = backoff.next();
    EXPECT_GE(first, milliseconds(375));
    EXPECT_LE(first, milliseconds(625));
    for (int i = 0; i < 5; ++i) {
        backoff.next();
    }
    for (int i = 0; i < 20; ++i) {
        const auto late = backoff.next();
        EXPECT_GE(late, milliseconds(11'250));
        EXPECT_LE(late, milliseconds(15'000));
    }
}

TEST(Backoff, StartsSmallAgainAfterSuccess) {
    Backoff backoff(7);
    for (int i = 0; i < 6; ++i) {
        backoff.next();
    }
    backoff.reset();
    EXPECT_LE(backoff.next(), milliseconds(625));
}

TEST(Backoff, TwoClientsDoNotReturnInStep) {
    Backoff one(1);
    Backoff other(2);
    EXPECT_NE(one.next(), other.next());
}

}  // namespace footlight::client
