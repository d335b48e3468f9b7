#include "core/accounts/secret_box.h"

#include <gtest/gtest.h>

namespace footlight::accounts {
namespace {

TEST(SecretBox, OpensWhatItSealed) {
    const SecretBox box{Secret("the key file")};
    for (const auto* text : {"", "k", "live_1234-äö☀"}) {
        const auto sealed = box.seal(Secret(text));
        EXPECT_EQ(sealed.find("live"), std::string::npos);
        EXPECT_NE(sealed, box.seal(Secret(text))) << "nobody sees that two are the same";
        const auto opened = SecretBox(Secret("the key file")).open(sealed);
        ASSERT_TRUE(opened);
        EXPECT_EQ(opened->reveal(), text);
    }
}

TEST(SecretBox, RefusesWhatItDidNotSeal) {
    const SecretBox box{Secret("the key file")};
    const auto sealed = box.seal(Secret("live_1234"));
    EXPECT_FALSE(SecretBox(Secret("another")).open(sealed));
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        auto changed = sealed;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        EXPECT_FALSE(box.open(changed)) << i;
        EXPECT_FALSE(box.open(sealed.substr(0, i))) << i;
    }
    for (const auto* nonsense : {"", "!", "AAAA", "no base64 at all"}) {
        EXPECT_EQ(box.open(nonsense).error().category(), ErrorCategory::Corrupt);
    }
}

TEST(SecretBox, SignsTheSameTextTheSameAndOnlyWithItsKey) {
    const SecretBox box{Secret("the key file")};
    EXPECT_EQ(box.sign("input 7"), SecretBox(Secret("the key file")).sign("input 7"));
    EXPECT_FALSE(box.sign("input 7") == box.sign("input 8"));
    EXPECT_FALSE(box.sign("input 7") == SecretBox(Secret("another")).sign("input 7"));
    EXPECT_EQ(box.sign("").reveal().size(), 64U);
}

}  // namespace
}  // namespace footlight::accounts
