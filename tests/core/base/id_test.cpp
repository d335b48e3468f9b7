#include "core/base/id.h"

#include <gtest/gtest.h>

namespace footlight {

TEST(Id, SortsByTheTimeOfItsMaking) {
    EXPECT_LT(UserId::make(utcFromMilliseconds(1000)), UserId::make(utcFromMilliseconds(1001)));
}

TEST(Id, SurvivesItsTextForm) {
    const auto id = ChannelId::make(utcFromMilliseconds(1'700'000'000'000));
    EXPECT_EQ(id.text().size(), 36U);
    EXPECT_EQ(id.text()[14], '7');
    EXPECT_EQ(ChannelId::parse(id.text()), id);
}

TEST(Id, KnowsWhenItWasMade) {
    const auto at = utcFromMilliseconds(1'700'000'000'123);
    EXPECT_EQ(MessageId::make(at).time(), at);
}

TEST(Id, RefusesWhatIsNoUuid) {
    EXPECT_FALSE(UserId::parse(""));
    EXPECT_FALSE(UserId::parse("018bcfe5-6800-7000-8000-00000000000"));
    EXPECT_FALSE(UserId::parse("018bcfe5x6800-7000-8000-000000000000"));
    EXPECT_FALSE(UserId::parse("018bcfe5-6800-7000-8000-00000000000g"));
}

}  // namespace footlight
