#include "app/desktop/distribution.h"

#include <gtest/gtest.h>

namespace footlight::desktop {

TEST(Distribution, MedianOfNothingIsUnknown) { EXPECT_FALSE(Distribution().median().has_value()); }

TEST(Distribution, MedianIsTheMiddleOfAnOddCount) {
    Distribution values;
    for (const double value : {900.0, 5.0, 30.0}) {
        values.add(value);
    }
    EXPECT_EQ(values.median(), 30.0);
}

TEST(Distribution, MedianIsBetweenTheTwoInTheMiddleOfAnEvenCount) {
    Distribution values;
    for (const double value : {4.0, 1.0, 100.0, 2.0}) {
        values.add(value);
    }
    EXPECT_EQ(values.median(), 3.0);
}

TEST(Distribution, StaysTrueOfMoreValuesThanItKeeps) {
    Distribution values;
    for (int i = 0; i < 300'000; ++i) {
        values.add(static_cast<double>(i));
    }
    EXPECT_NEAR(*values.median(), 150'000, 10);
}

TEST(Distribution, QuantileFallsBetweenTheTwoNearest) {
    Distribution values;
    for (int i = 100; i >= 0; --i) {
        values.add(static_cast<double>(i) * 10);
    }
    EXPECT_DOUBLE_EQ(*values.quantile(0.95), 950);
    EXPECT_DOUBLE_EQ(*values.quantile(0), 0);
    EXPECT_DOUBLE_EQ(*values.quantile(1), 1000);
    values.add(2000);
    EXPECT_NEAR(*values.quantile(0.95), 959.5, 1e-9);
}

}  // namespace footlight::desktop
