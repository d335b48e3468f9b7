#include "core/accounts/password.h"

#include <gtest/gtest.h>

namespace footlight::accounts {
namespace {

constexpr HashCost kCheap{std::size_t{8} << 10U, 1};
constexpr std::size_t kMiB = std::size_t{1} << 20U;

}  // namespace

TEST(Password, HasTwelveToAHundredAndTwentyEightBytes) {
    const auto ofLength = [](std::size_t bytes) {
        std::string text(bytes, 'a');
        text.back() = 'b';
        return checkPassword(Secret(text), "ada");
    };
    EXPECT_FALSE(ofLength(11));
    EXPECT_TRUE(ofLength(12));
    EXPECT_TRUE(ofLength(128));
    EXPECT_FALSE(ofLength(129));
}

TEST(Password, IsNeitherTheNameNorOneCharacterRepeated) {
    EXPECT_FALSE(checkPassword(Secret("aaaaaaaaaaaaaaaa"), "ada"));
    EXPECT_FALSE(checkPassword(Secret("Ada_Lovelace_9"), "ada_lovelace_9"));
}

TEST(Password, MatchesItsHashAndNoOther) {
    const auto hash = hashPassword(Secret("correct horse battery"), kCheap);
    ASSERT_TRUE(hash);
    EXPECT_TRUE(hash->starts_with("$argon2id$"));
    EXPECT_TRUE(passwordMatches(Secret("correct horse battery"), *hash, kCheap));
    EXPECT_FALSE(passwordMatches(Secret("correct horse batterz"), *hash, kCheap));
    EXPECT_NE(*hash, *hashPassword(Secret("correct horse battery"), kCheap)) << "salted";
}

TEST(Password, AnAccountWithoutOneMatchesNothing) {
    EXPECT_FALSE(passwordMatches(Secret(""), "", kCheap));
    EXPECT_FALSE(passwordMatches(Secret("anything at all"), "", kCheap));
}

TEST(Password, IsHashedAnewWhenTheCostChanges) {
    const auto hash = hashPassword(Secret("correct horse battery"), kCheap);
    EXPECT_FALSE(needsRehash(*hash, kCheap));
    EXPECT_TRUE(needsRehash(*hash, HashCost{std::size_t{16} << 10U, 2}));
}

TEST(Password, CostFollowsTheMachinesMemory) {
    EXPECT_EQ(HashCost::forMemory(4096 * kMiB).memoryBytes, 64 * kMiB);
    EXPECT_EQ(HashCost::forMemory(4096 * kMiB).passes, 3U);
    EXPECT_EQ(HashCost::forMemory(256 * kMiB).memoryBytes, 32 * kMiB);
    EXPECT_EQ(HashCost::forMemory(64 * kMiB).memoryBytes, 19 * kMiB);
}

}  // namespace footlight::accounts
