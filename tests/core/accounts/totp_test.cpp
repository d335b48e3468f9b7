#include "core/accounts/totp.h"

#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "tests/support/process.h"

namespace footlight::accounts {
namespace {

/// "12345678901234567890", the secret of RFC 6238's appendix B.
const Secret kKey("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

UtcTime at(std::int64_t seconds) { return utcFromMilliseconds(seconds * 1'000); }

TEST(Totp, HasTheCodesOfTheRfc) {
    // The last six digits of appendix B's eight.
    EXPECT_EQ(totpCode(kKey, 59 / 30), "287082");
    EXPECT_EQ(totpCode(kKey, 1'111'111'109 / 30), "081804");
    EXPECT_EQ(totpCode(kKey, 1'111'111'111 / 30), "050471");
    EXPECT_EQ(totpCode(kKey, 2'000'000'000 / 30), "279037");
    EXPECT_EQ(totpCode(kKey, 20'000'000'000 / 30), "353130");
}

TEST(Totp, AgreesWithOathtoolOverAKeyOfItsOwn) {
    const auto key = makeTotpKey();
    EXPECT_TRUE(std::regex_match(key.reveal(), std::regex("[A-Z2-7]{32}")));
    const auto told = tests::run({"oathtool", "--totp", "-b", "-N", "2026-11-21 16:00:00 UTC", key.reveal()});
    ASSERT_EQ(told.exitCode, 0) << told.output;
    EXPECT_EQ(totpCode(key, 1'795'276'800 / 30) + "\n", told.output);
}

TEST(Totp, TakesTheNeighbouringStepsAndNoneTwice) {
    const auto now = at(1'111'111'111);
    const auto step = 1'111'111'111 / 30;
    EXPECT_EQ(matchTotp(kKey, totpCode(kKey, step), now, 0), step);
    EXPECT_EQ(matchTotp(kKey, totpCode(kKey, step - 1), now, 0), step - 1);
    EXPECT_EQ(matchTotp(kKey, totpCode(kKey, step + 1), now, 0), step + 1);
    EXPECT_FALSE(matchTotp(kKey, totpCode(kKey, step - 2), now, 0));
    EXPECT_FALSE(matchTotp(kKey, totpCode(kKey, step + 2), now, 0));
    EXPECT_FALSE(matchTotp(kKey, totpCode(kKey, step), now, step)) << "used already";
    EXPECT_FALSE(matchTotp(kKey, totpCode(kKey, step - 1), now, step)) << "older than the one used";
    EXPECT_FALSE(matchTotp(kKey, "", now, 0));
    EXPECT_FALSE(matchTotp(Secret("not base32!"), "", now, 0));
}

TEST(Totp, ItsUrlNamesRelayAndAccount) {
    EXPECT_EQ(totpUrl(Secret("ABC"), "My relay", "Ada").reveal(),
              "otpauth://totp/My%20relay:Ada?secret=ABC&issuer=My%20relay");
}

TEST(RecoveryCodes, AreTenDifferentOnesThatCanBeTypedSloppily) {
    const auto codes = makeRecoveryCodes();
    std::set<std::string> different;
    for (const auto& code : codes) {
        EXPECT_TRUE(std::regex_match(code.reveal(), std::regex("[a-z2-9]{5}-[a-z2-9]{5}"))) << code.reveal();
        different.insert(code.reveal());
    }
    EXPECT_EQ(different.size(), 10U);
    EXPECT_EQ(recoveryCodeHash("abcde-23456"), recoveryCodeHash(" ABCDE 23456"));
    EXPECT_NE(recoveryCodeHash("abcde-23456"), recoveryCodeHash("abcde-23457"));
}

}  // namespace
}  // namespace footlight::accounts
