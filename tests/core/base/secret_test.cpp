#include "core/base/secret.h"

#include <gtest/gtest.h>

namespace footlight {

TEST(Secret, IsAsLongAsItsBitsAskAndNeverTheSameTwice) {
    const Secret first = Secret::random(160);
    EXPECT_EQ(first.reveal().size(), 27U);
    EXPECT_FALSE(first.matches(Secret::random(160).reveal()));
    EXPECT_TRUE(first.matches(std::string(first.reveal())));
}

TEST(Secret, HashesAsSha256) {
    EXPECT_EQ(sha256Hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace footlight
