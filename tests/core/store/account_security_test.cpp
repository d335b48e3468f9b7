#include "core/relay/ports/account_data_store.h"
#include "core/relay/ports/community_stores.h"
#include "core/relay/ports/invitation_store.h"
#include "core/relay/ports/job_store.h"
#include "core/relay/ports/notification_store.h"
#include "core/relay/ports/second_step_store.h"
#include "tests/core/store/store_fixture.h"

namespace footlight::store {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

class SessionList : public StoreTest {
protected:
    SessionId add(const accounts::Account& user, const std::string& hash, const std::string& device,
                  UtcTime at) {
        const auto id = SessionId::make(at);
        EXPECT_TRUE(stores().sessions.add({id, user.id, hash, at, at + hours{1}, device, "a1"}));
        return id;
    }
};

TEST_F(SessionList, HasTheDevicesTheLastUsedFirst) {
    const auto ada = makeUser("Ada");
    const auto bob = makeUser("Bob");
    add(ada, "h1", "phone", kNow);
    add(ada, "h2", "desk", kNow + seconds{1});
    add(bob, "h3", "other", kNow);
    ASSERT_TRUE(stores().sessions.find("h1", kNow + minutes{10}));
    const auto list = stores().sessions.list(ada.id, kNow + minutes{11});
    ASSERT_EQ(list->size(), 2U);
    EXPECT_EQ((*list)[0].device, "phone");
    EXPECT_EQ((*list)[0].lastUsedAt, kNow + minutes{10});
    EXPECT_EQ((*list)[1].device, "desk");
    EXPECT_EQ((*list)[1].lastUsedAt, kNow + seconds{1});
    EXPECT_EQ((*list)[1].addressHash, "a1");
    EXPECT_TRUE(stores().sessions.list(ada.id, kNow + hours{2})->empty());
}

TEST_F(SessionList, OneOrAllOthersCanBeEndedButNotSomebodyElses) {
    const auto ada = makeUser("Ada");
    const auto bob = makeUser("Bob");
    const auto first = add(ada, "h1", "phone", kNow);
    add(ada, "h2", "desk", kNow);
    add(ada, "h3", "tv", kNow);
    const auto stolen = stores().sessions.end(bob.id, first);
    ASSERT_FALSE(stolen);
    EXPECT_EQ(stolen.error().category(), ErrorCategory::NotFound);
    ASSERT_TRUE(stores().sessions.end(ada.id, first));
    EXPECT_FALSE(*stores().sessions.find("h1", kNow));
    ASSERT_TRUE(stores().sessions.endOthers(ada.id, "h2"));
    EXPECT_TRUE(*stores().sessions.find("h2", kNow));
    EXPECT_FALSE(*stores().sessions.find("h3", kNow));
}

TEST_F(SessionList, ThoseOfTheOwnAppsFormerStartsCanBeEndedAlone) {
    const auto ada = makeUser("Ada");
    const auto addOwn = [&](const std::string& hash, const std::string& device, UtcTime at) {
        relay::SessionRecord session{SessionId::make(at), ada.id, hash, at, at + hours{1}, device, "a1"};
        session.isOwnApp = true;
        ASSERT_TRUE(stores().sessions.add(session));
    };
    add(ada, "h1", "Footlight on x", kNow);
    addOwn("h2", "Footlight on x", kNow);
    addOwn("h3", "Footlight auf x", kNow);
    addOwn("h4", "Footlight on x", kNow + seconds{5});
    ASSERT_TRUE(stores().sessions.endOfOwnApp(ada.id, kNow + seconds{5}));
    const auto list = stores().sessions.list(ada.id, kNow);
    ASSERT_EQ(list->size(), 2U);
    EXPECT_EQ((*list)[0].tokenHash, "h4");
    EXPECT_TRUE((*list)[0].isOwnApp);
    EXPECT_EQ((*list)[1].tokenHash, "h1");
    EXPECT_FALSE((*list)[1].isOwnApp);
}

class SecondStepStore : public StoreTest {};

TEST_F(SecondStepStore, AStepIsUsedOnceAndNoneBeforeIt) {
    const auto ada = makeUser("Ada");
    EXPECT_FALSE(*stores().secondSteps.find(ada.id));
    ASSERT_TRUE(stores().secondSteps.put(ada.id, {"sealed", true, 5}));
    EXPECT_FALSE(*stores().secondSteps.useStep(ada.id, 5));
    EXPECT_TRUE(*stores().secondSteps.useStep(ada.id, 6));
    EXPECT_FALSE(*stores().secondSteps.useStep(ada.id, 6));
    reopen();
    const auto kept = stores().secondSteps.find(ada.id);
    ASSERT_TRUE(kept && *kept);
    EXPECT_EQ((*kept)->lastStep, 6);
    EXPECT_TRUE((*kept)->isOn);
    EXPECT_EQ((*kept)->sealedKey, "sealed");
}

TEST_F(SecondStepStore, ARecoveryCodeLetsInOnce) {
    const auto ada = makeUser("Ada");
    const auto bob = makeUser("Bob");
    ASSERT_TRUE(stores().secondSteps.setRecoveryCodes(ada.id, {"c1", "c2"}));
    EXPECT_FALSE(*stores().secondSteps.useRecoveryCode(bob.id, "c1"));
    EXPECT_TRUE(*stores().secondSteps.useRecoveryCode(ada.id, "c1"));
    EXPECT_FALSE(*stores().secondSteps.useRecoveryCode(ada.id, "c1"));
    ASSERT_TRUE(stores().secondSteps.remove(ada.id));
    EXPECT_FALSE(*stores().secondSteps.useRecoveryCode(ada.id, "c2"));
}

class AccountDeletion : public StoreTest {};

TEST_F(AccountDeletion, TakesWhatOthersHaveOfThePerson) {
    const auto ada = makeUser("Ada");
    const auto bob = makeUser("Bob");
    const auto channel = channelOf("Ada").id;
    chat::Message message{MessageId::make(kNow), channel, ada.id, "Ada", "hi @Bob", kNow};
    message.mentions = {{bob.id, "Bob"}, {ada.id, "Ada"}};
    ASSERT_TRUE(stores().rooms.apply({message}));
    relay::Delivery ofBob{NotificationId::make(kNow), ada.id, "mention", "k1", "Bob said it", kNow};
    ofBob.from = bob.id;
    const relay::Delivery other{NotificationId::make(kNow), ada.id, "wentLive", "k2", "something", kNow};
    ASSERT_TRUE(stores().community.notifications.deliver({ofBob, other}, kNow));
    ASSERT_TRUE(
        stores().community.jobs.add({"mail", "j1", ada.id.text(), "from " + bob.id.text(), kNow}, kNow));
    ASSERT_TRUE(stores().community.accountData.erase(bob.id, "deleted-1"));
    while (*stores().community.accountData.eraseSome(100)) {
    }
    const auto inbox = stores().community.notifications.page(ada.id, std::nullopt, 10);
    ASSERT_EQ(inbox->size(), 1U);
    EXPECT_EQ(inbox->at(0).body, "something");
    EXPECT_EQ(*stores().community.jobs.nextDue({{"mail", 1, false}}), std::nullopt);
    const auto read = stores().messages.find(channel, message.id);
    const std::vector<chat::Person> mentioned{{bob.id, "deleted-1"}, {ada.id, "Ada"}};
    EXPECT_EQ((*read)->mentions, mentioned);
}

class InvitationStore : public StoreTest {
protected:
    Result<accounts::Account> join(const std::string& name, const std::string& code, UtcTime at) {
        return stores().accounts.create({name, "hash", relay::AccountRole::Member, at, code},
                                        relay::UnownedChannel::Refuse);
    }
};

TEST_F(InvitationStore, IsGoodOnceUntilItExpires) {
    const auto ada = makeUser("Ada");
    ASSERT_TRUE(stores().invitations.add("i1", ada.id, kNow + hours{24}));
    ASSERT_TRUE(stores().invitations.add("i2", ada.id, kNow + hours{24}));
    EXPECT_FALSE(*stores().invitations.isGood("other", kNow));
    EXPECT_TRUE(*stores().invitations.isGood("i1", kNow));
    EXPECT_TRUE(join("Bob", "i1", kNow));
    EXPECT_FALSE(*stores().invitations.isGood("i1", kNow));
    EXPECT_EQ(join("Carl", "i1", kNow).error().code(), "account.invitation");
    EXPECT_EQ(join("Carl", "i2", kNow + hours{24}).error().code(), "account.invitation");
    EXPECT_FALSE(*stores().accounts.find("Carl")) << "no account without an invitation";
}

TEST_F(InvitationStore, StaysGoodWhereTheNameIsThatOfAChannel) {
    const auto ada = makeUser("Ada");
    ASSERT_TRUE(stores().channels.create({"stage", std::nullopt, kNow}));
    ASSERT_TRUE(stores().invitations.add("i1", ada.id, kNow + hours{24}));
    EXPECT_EQ(join("Stage", "i1", kNow).error().code(), "account.name_taken");
    EXPECT_TRUE(*stores().invitations.isGood("i1", kNow));
    EXPECT_TRUE(join("Bob", "i1", kNow));
}

class AccountRoles : public StoreTest {};

TEST_F(AccountRoles, AreFoundByNameAndById) {
    EXPECT_TRUE(*stores().accounts.isEmpty());
    const auto boss = stores().accounts.create({"boss", "x", relay::AccountRole::Owner, kNow},
                                               relay::UnownedChannel::Refuse);
    EXPECT_FALSE(*stores().accounts.isEmpty());
    const auto ada = makeUser("Ada");
    EXPECT_EQ((*stores().accounts.find(boss->id))->role, relay::AccountRole::Owner);
    EXPECT_EQ((*stores().accounts.find("ADA"))->role, relay::AccountRole::Member);
    EXPECT_EQ((*stores().accounts.find(ada.id))->account, ada);
    EXPECT_FALSE(*stores().accounts.find(UserId::make(kNow)));
}

}  // namespace
}  // namespace footlight::store
