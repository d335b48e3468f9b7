#include "core/relay/hub/known_sessions.h"

#include <gtest/gtest.h>

namespace footlight::relay::hub {
namespace {

using std::chrono::seconds;

SessionOwner owner(const char* name) {
    const auto now = utcFromMilliseconds(1'700'000'000'000);
    return {{UserId::make(now), name}, SessionId::make(now)};
}

TEST(KnownSessions, AreKnownForAMomentUnlessTheyEnd) {
    const SteadyTime now{};
    const auto ada = owner("Ada");
    KnownSessions sessions;
    EXPECT_FALSE(sessions.find("a", now));
    sessions.add("a", ada, now);
    sessions.add("b", owner("Bob"), now);
    ASSERT_TRUE(sessions.find("a", now + seconds{9}));
    EXPECT_EQ(sessions.find("a", now)->account, ada.account);
    EXPECT_EQ(sessions.find("a", now)->session, ada.session);
    EXPECT_FALSE(sessions.find("a", now + KnownSessions::kLife));
    sessions.forget(ada.account.id);
    EXPECT_FALSE(sessions.find("a", now));
    EXPECT_TRUE(sessions.find("b", now));
}

TEST(KnownSessions, NoMoreThanItSays) {
    const SteadyTime now{};
    const auto ada = owner("Ada");
    KnownSessions sessions;
    for (std::size_t i = 0; i < KnownSessions::kMost; ++i) {
        sessions.add(std::to_string(i), ada, now);
    }
    sessions.add("late", ada, now);
    EXPECT_FALSE(sessions.find("late", now));
    sessions.add("later", ada, now + KnownSessions::kLife);
    EXPECT_TRUE(sessions.find("later", now + KnownSessions::kLife)) << "the old ones have gone";
}

}  // namespace
}  // namespace footlight::relay::hub
