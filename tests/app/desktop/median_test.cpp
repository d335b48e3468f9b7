#include "app/desktop/median.h"

#include <gtest/gtest.h>

namespace footlight::desktop {

TEST(Median, OfNothingIsUnknown) { EXPECT_FALSE(Median().value().has_value()); }

TEST(Median, IsTheMiddleOfAnOddCount) {
    Median median;
    for (const double value : {900.0, 5.0, 30.0}) {
        median.add(value);
    }
    EXPECT_EQ(median.value(), 30.0);
}

TEST(Median, IsBetweenTheTwoInTheMiddleOfAnEvenCount) {
    Median median;
    for (const double value : {4.0, 1.0, 100.0, 2.0}) {
        median.add(value);
    }
    EXPECT_EQ(median.value(), 3.0);
}

TEST(Median, StaysTrueOfMoreValuesThanItKeeps) {
    Median median;
    for (int i = 0; i < 300'000; ++i) {
        median.add(static_cast<double>(i));
    }
    EXPECT_NEAR(*median.value(), 150'000, 10);
}

}  // namespace footlight::desktop
