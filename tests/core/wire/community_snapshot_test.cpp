#include <gtest/gtest.h>

#include "core/wire/follow.h"
#include "core/wire/json.h"

namespace footlight::wire {
namespace {

UtcTime at() { return utcFromMilliseconds(1'700'000'000'123); }

template <typename Message>
void expectSnapshot(const Message& message, const std::string& expected) {
    EXPECT_EQ(toJson(message), expected);
    const auto parsed = parse<Message>(expected);
    ASSERT_TRUE(parsed) << parsed.error().message;
    EXPECT_EQ(toJson(*parsed), expected);
}

TEST(WireCommunitySnapshot, Follows) {
    expectSnapshot(
        FollowPage{{{"Stage", "Maths", true, at()}}, "Stage"},
        R"({"items":[{"channel":"Stage","title":"Maths","live":true,"since":1700000000123}],"next":"Stage"})");
}

}  // namespace
}  // namespace footlight::wire
