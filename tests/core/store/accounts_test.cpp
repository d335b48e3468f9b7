#include "tests/core/store/store_fixture.h"

namespace footlight::store {
namespace {

using relay::AccountRole;
using relay::UnownedChannel;

class AccountStore : public StoreTest {};

TEST_F(AccountStore, AnAccountComesWithItsChannel) {
    const auto ada = makeUser("Ada");
    const auto found = stores().accounts.find("aDA");
    ASSERT_TRUE(found && *found);
    EXPECT_EQ((*found)->account, ada);
    EXPECT_EQ((*found)->passwordHash, "hash");
    EXPECT_EQ(channelOf("ada").owner, ada.id);
    EXPECT_EQ(channelOf("ada").name, "Ada");
}

TEST_F(AccountStore, ANameIsTakenWhateverItsCase) {
    makeUser("Ada");
    const auto again =
        stores().accounts.create({"ADA", "x", AccountRole::Member, kNow}, UnownedChannel::Refuse);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().category(), ErrorCategory::Conflict);
    EXPECT_EQ(again.error().code(), "account.name_taken");
}

TEST_F(AccountStore, AnUnownedChannelIsAdoptedOnlyWhereThatIsAsked) {
    ASSERT_TRUE(stores().channels.create({"Stage", std::nullopt, kNow}));
    const auto refused =
        stores().accounts.create({"stage", "x", AccountRole::Member, kNow}, UnownedChannel::Refuse);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().category(), ErrorCategory::Conflict);
    EXPECT_FALSE(*stores().accounts.find("stage")) << "neither account nor channel were made";
    const auto adopted =
        stores().accounts.create({"stage", "x", AccountRole::Member, kNow}, UnownedChannel::Adopt);
    ASSERT_TRUE(adopted);
    EXPECT_EQ(channelOf("Stage").owner, adopted->id);
}

TEST_F(AccountStore, AnotherUsersChannelIsNeverAdopted) {
    const auto ada = makeUser("Ada");
    EXPECT_FALSE(stores().accounts.create({"Ada", "x", AccountRole::Member, kNow}, UnownedChannel::Adopt));
    EXPECT_EQ(channelOf("Ada").owner, ada.id);
}

TEST_F(AccountStore, FindsTheOwnerOnceThereIsOne) {
    makeUser("Ada");
    EXPECT_FALSE(*stores().accounts.findOwner());
    const auto owner =
        stores().accounts.create({"boss", "", AccountRole::Owner, kNow}, UnownedChannel::Refuse);
    ASSERT_TRUE(owner);
    EXPECT_EQ(**stores().accounts.findOwner(), *owner);
}

TEST_F(AccountStore, APasswordIsReplaced) {
    const auto ada = makeUser("Ada");
    ASSERT_TRUE(stores().accounts.setPasswordHash(ada.id, "new"));
    EXPECT_EQ((*stores().accounts.find("Ada"))->passwordHash, "new");
}

TEST_F(AccountStore, QuotesInANameAreOnlyText) {
    EXPECT_FALSE(*stores().accounts.find("' OR 1=1 --"));
    EXPECT_FALSE(*stores().channels.find("x'; DROP TABLE users; --"));
    makeUser("Ada");
}

class SessionStore : public StoreTest {
protected:
    Result<> add(const accounts::Account& user, const std::string& hash, std::chrono::milliseconds life) {
        return stores().sessions.add({SessionId::make(kNow), user.id, hash, kNow, kNow + life});
    }
};

TEST_F(SessionStore, FindsItsUserUntilItExpires) {
    const auto ada = makeUser("Ada");
    ASSERT_TRUE(add(ada, "h1", std::chrono::seconds{10}));
    EXPECT_EQ((*stores().sessions.find("h1", kNow + std::chrono::milliseconds{9'999}))->account, ada);
    EXPECT_FALSE(*stores().sessions.find("h1", kNow + std::chrono::seconds{10}));
    EXPECT_FALSE(*stores().sessions.find("h2", kNow));
}

TEST_F(SessionStore, IsWorthNothingOnceRemoved) {
    const auto ada = makeUser("Ada");
    ASSERT_TRUE(add(ada, "h1", std::chrono::hours{1}));
    ASSERT_TRUE(add(ada, "h2", std::chrono::seconds{1}));
    ASSERT_TRUE(stores().sessions.removeExpired(kNow + std::chrono::seconds{1}));
    EXPECT_FALSE(*stores().sessions.find("h2", kNow));
    ASSERT_TRUE(*stores().sessions.find("h1", kNow));
    ASSERT_TRUE(stores().sessions.remove("h1"));
    EXPECT_FALSE(*stores().sessions.find("h1", kNow));
}

TEST_F(SessionStore, NeedsAUserThatExists) {
    const auto added = add({UserId::make(kNow), "Nobody"}, "h1", std::chrono::hours{1});
    ASSERT_FALSE(added);
    EXPECT_EQ(added.error().category(), ErrorCategory::Conflict);
}

}  // namespace
}  // namespace footlight::store
