#include "core/chat/roster.h"

#include <gtest/gtest.h>

namespace footlight::chat {
namespace {

constexpr UtcTime kNow{std::chrono::milliseconds{1'700'000'000'000}};

class ChatRoster : public testing::Test {
protected:
    static Person person(const char* name) { return {UserId::make(kNow), name}; }
    static std::string codeOf(const Result<>& result) {
        return result ? "" : std::string(result.error().code());
    }

    const Person owner_ = person("Owner");
    const Person mod_ = person("Mod");
    const Person bob_ = person("Bob");
    Roster roster_{owner_.user, {{mod_, Role::Moderator}}, {}};
};

TEST_F(ChatRoster, KnowsWhoIsWhat) {
    EXPECT_EQ(roster_.roleOf(std::nullopt), Role::Guest);
    EXPECT_EQ(roster_.roleOf(bob_.user), Role::Member);
    EXPECT_EQ(roster_.roleOf(mod_.user), Role::Moderator);
    EXPECT_EQ(roster_.roleOf(owner_.user), Role::Owner);
}

TEST_F(ChatRoster, OwnersMakeModeratorsAndModeratorsMakeVips) {
    EXPECT_EQ(codeOf(roster_.appoint(mod_.user, bob_, Role::Moderator)), "chat.not_allowed");
    EXPECT_EQ(codeOf(roster_.appoint(mod_.user, bob_, Role::Vip)), "");
    EXPECT_EQ(codeOf(roster_.appoint(mod_.user, bob_, Role::Vip)), "chat.no_change");
    EXPECT_EQ(codeOf(roster_.appoint(owner_.user, bob_, Role::Moderator)), "");
    EXPECT_EQ(codeOf(roster_.appoint(mod_.user, bob_, Role::Member)), "chat.not_allowed") << "an equal";
    EXPECT_EQ(codeOf(roster_.appoint(owner_.user, bob_, Role::Member)), "");
    EXPECT_EQ(codeOf(roster_.appoint(bob_.user, bob_, Role::Vip)), "chat.not_allowed");
    EXPECT_EQ(codeOf(roster_.appoint(owner_.user, owner_, Role::Vip)), "chat.not_allowed");
}

TEST_F(ChatRoster, ABanHoldsUntilItIsLifted) {
    EXPECT_EQ(codeOf(roster_.restrict(bob_.user, {mod_, {}, ""})), "chat.not_allowed");
    EXPECT_EQ(codeOf(roster_.restrict(mod_.user, {owner_, {}, ""})), "chat.not_allowed");
    EXPECT_EQ(codeOf(roster_.restrict(mod_.user, {mod_, {}, ""})), "chat.not_allowed") << "nor oneself";
    ASSERT_EQ(codeOf(roster_.restrict(mod_.user, {bob_, {}, "spam"})), "");
    const auto refused = roster_.mayTakePart(bob_.user, kNow + std::chrono::hours{10'000});
    EXPECT_EQ(codeOf(refused), "chat.banned");
    EXPECT_EQ(refused.error().message(), "You are banned from this channel's chat. Reason: spam");
    EXPECT_EQ(codeOf(roster_.lift(bob_.user, bob_, kNow)), "chat.not_allowed");
    EXPECT_EQ(codeOf(roster_.lift(mod_.user, bob_, kNow)), "");
    EXPECT_EQ(codeOf(roster_.lift(mod_.user, bob_, kNow)), "chat.not_restricted");
    EXPECT_EQ(codeOf(roster_.mayTakePart(bob_.user, kNow)), "");
}

TEST_F(ChatRoster, ATimeOutEndsByItself) {
    ASSERT_TRUE(roster_.restrict(mod_.user, {bob_, kNow + std::chrono::minutes{2}, ""}));
    const auto refused = roster_.mayTakePart(bob_.user, kNow + std::chrono::seconds{77});
    EXPECT_EQ(codeOf(refused), "chat.timed_out");
    EXPECT_EQ(refused.error().message(), "You are timed out here for another 43 s.");
    EXPECT_EQ(codeOf(roster_.mayTakePart(bob_.user, kNow + std::chrono::minutes{2})), "");
    EXPECT_EQ(codeOf(roster_.lift(mod_.user, bob_, kNow + std::chrono::minutes{2})), "chat.not_restricted");
}

}  // namespace
}  // namespace footlight::chat
