#include "core/accounts/name.h"

#include <gtest/gtest.h>

namespace footlight::accounts {

TEST(AccountName, HasThreeToTwentyFiveCharacters) {
    EXPECT_FALSE(checkName("ab"));
    EXPECT_TRUE(checkName("abc"));
    EXPECT_TRUE(checkName(std::string(25, 'a')));
    EXPECT_FALSE(checkName(std::string(26, 'a')));
}

TEST(AccountName, TakesLettersDigitsUnderscoreAndHyphenOnly) {
    EXPECT_TRUE(checkName("Ada_Love-lace9"));
    for (const std::string bad : {"a b", "a/b", "a.b", "äda", "a\0b", "../x", "a%b"}) {
        EXPECT_FALSE(checkName(bad)) << bad;
    }
    EXPECT_FALSE(checkName(std::string_view("ab\0c", 4)));
}

TEST(AccountName, FoldsCase) { EXPECT_EQ(foldName("Ada_L-9"), "ada_l-9"); }

TEST(AccountName, IsMadeFromWhatTheSystemCallsItsUser) {
    EXPECT_EQ(nameFrom("ada.lovelace"), "adalovelace");
    EXPECT_EQ(nameFrom("é"), "owner");
    EXPECT_EQ(nameFrom(""), "owner");
    EXPECT_TRUE(checkName(nameFrom(std::string(80, 'x'))));
}

}  // namespace footlight::accounts
