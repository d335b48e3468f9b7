#include "core/relay/hub/watch_list.h"

#include <gtest/gtest.h>

namespace footlight::relay::hub {
namespace {

TEST(WatchList, TellsOnceOfWhoChanged) {
    const auto now = utcFromMilliseconds(1'700'000'000'000);
    const auto ada = UserId::make(now);
    const auto bob = UserId::make(now);
    const auto first = ChannelId::make(now);
    const auto second = ChannelId::make(now);
    WatchList list;
    list.note(ada, first, false, now);
    EXPECT_TRUE(list.takeChanged(10).empty());
    list.note(ada, first, true, now);
    list.note(bob, first, true, now);
    list.note(ada, second, true, now + std::chrono::seconds{1});
    EXPECT_EQ(list.takeChanged(1), std::vector{ada});
    EXPECT_EQ(list.takeChanged(10), std::vector{bob});
    list.note(ada, first, true, now + std::chrono::seconds{5});
    EXPECT_TRUE(list.takeChanged(10).empty()) << "known";
    const auto watched = list.of(ada);
    ASSERT_EQ(watched.size(), 2U);
    EXPECT_EQ(watched[0].channel, second);
    EXPECT_EQ(watched[1].since, now);
    list.note(ada, first, false, now);
    list.note(ada, second, false, now);
    EXPECT_TRUE(list.of(ada).empty());
    EXPECT_EQ(list.takeChanged(10), std::vector{ada});
}

TEST(WatchList, KnowsOfNoMoreThanItSays) {
    const auto now = utcFromMilliseconds(1'700'000'000'000);
    WatchList list;
    for (std::size_t i = 0; i <= WatchList::kChanged; ++i) {
        list.touch(UserId::make(now));
    }
    EXPECT_EQ(list.takeChanged(WatchList::kChanged + 1).size(), WatchList::kChanged);
}

}  // namespace
}  // namespace footlight::relay::hub
