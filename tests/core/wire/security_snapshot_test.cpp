#include <gtest/gtest.h>

#include "core/wire/json.h"
#include "core/wire/security.h"

namespace footlight::wire {
namespace {

constexpr auto kId = "01890a5d-ac96-774b-bcce-b302099a8057";

UtcTime at() { return utcFromMilliseconds(1'700'000'000'123); }

template <typename Message>
void expectSnapshot(const Message& message, const std::string& expected) {
    EXPECT_EQ(toJson(message), expected);
    const auto parsed = parse<Message>(expected);
    ASSERT_TRUE(parsed) << parsed.error().message;
    EXPECT_EQ(toJson(*parsed), expected);
}

TEST(WireSecuritySnapshot, Sessions) {
    expectSnapshot(SessionList{{{*SessionId::parse(kId), "phone", "a1b2", at(), at(), at(), true}}},
                   R"({"items":[{"id":"01890a5d-ac96-774b-bcce-b302099a8057","device":"phone",)"
                   R"("address":"a1b2","createdAt":1700000000123,"lastUsedAt":1700000000123,)"
                   R"("expiresAt":1700000000123,"current":true}]})");
}

TEST(WireSecuritySnapshot, PasswordsAndCodes) {
    expectSnapshot(PasswordChange{Secret("old"), Secret("new")}, R"({"password":"old","newPassword":"new"})");
    expectSnapshot(PasswordProof{}, "{}");
    expectSnapshot(SecondStepKey{Secret("ABC"), Secret("otpauth://x")},
                   R"({"key":"ABC","url":"otpauth://x"})");
    expectSnapshot(SecondStepCode{"123456"}, R"({"code":"123456"})");
    expectSnapshot(RecoveryCodes{{Secret("a"), Secret("b")}}, R"({"codes":["a","b"]})");
    expectSnapshot(SecondStepOff{Secret("p"), "123456"}, R"({"password":"p","code":"123456"})");
    expectSnapshot(Invitation{Secret("i"), at()}, R"({"code":"i","expiresAt":1700000000123})");
}

}  // namespace
}  // namespace footlight::wire
