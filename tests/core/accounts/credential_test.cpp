#include "core/accounts/credential.h"

#include <gtest/gtest.h>

#include <regex>

namespace footlight::accounts {

TEST(Credential, KeysAndTokensAreLongRandomAndFitForAStreamName) {
    const auto key = makeStreamKey();
    EXPECT_TRUE(std::regex_match(key.reveal(), std::regex("[A-Za-z0-9_-]{27}")));
    EXPECT_TRUE(std::regex_match(makeSessionToken().reveal(), std::regex("[A-Za-z0-9_-]{43}")));
    EXPECT_FALSE(key.matches(makeStreamKey().reveal()));
}

TEST(Credential, AFingerprintIsTheBeginningOfTheHash) {
    EXPECT_EQ(fingerprint(sha256Hex("abc")), "ba7816bf");
}

}  // namespace footlight::accounts
