#include "app/desktop/relay_account.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

#include "core/client/memory_keychain.h"
#include "tests/app/desktop/hub_answers.h"
#include "tests/app/desktop/settings_in_memory.h"
#include "tests/core/client/fake_hub.h"

namespace footlight::desktop {
namespace {

using tests::eventually;
using tests::FakeHub;
using tests::problemJson;
using tests::sessionJson;

class ARelayAccount : public ::testing::Test {
protected:
    void SetUp() override { qputenv("USER", "anna"); }

    std::size_t requestsTo(const std::string& target) const {
        std::size_t count = 0;
        for (const auto& request : hub.requests()) {
            count += request.target == target ? 1U : 0U;
        }
        return count;
    }

    bool becomesSignedIn() {
        return eventually([this] { return client.api().session().has_value(); });
    }

    SystemClock clock;
    FakeHub hub;
    tests::SettingsInMemory settings;
    client::SecretStore secrets{std::make_unique<client::MemoryKeychain>()};
    client::RelayClient client{clock};
    RelayAccount account{client, secrets, settings};
};

}  // namespace

TEST_F(ARelayAccount, SignsInAsOwnerOnceOnline) {
    hub.answer("POST /session", {200, sessionJson("anna")});
    account.beOwner(Secret("the-token"));
    client.connectTo(hub.address());
    ASSERT_TRUE(becomesSignedIn());
    EXPECT_EQ(requestsTo("/api/v1/session"), 1U);
}

TEST_F(ARelayAccount, MakesAnAccountTheFirstTimeAndRemembersIt) {
    hub.answer("POST /users", {201, sessionJson("anna")});
    account.beMember(QStringLiteral("studio.example:8080"));
    client.connectTo(hub.address());
    ASSERT_TRUE(becomesSignedIn());
    EXPECT_EQ(settings.value(QStringLiteral("account/studio.example:8080"), {}).toString(),
              QStringLiteral("anna"));
    std::optional<Secret> password;
    secrets.read(QStringLiteral("password of anna at studio.example:8080"),
                 {&secrets, [&](const auto& kept) { password = *kept; }});
    ASSERT_TRUE(eventually([&] { return password.has_value(); }));
    EXPECT_GE(password->reveal().size(), 32U);
}

TEST_F(ARelayAccount, TakesAnotherNameWhereItsOwnIsTaken) {
    hub.answer("POST /users", {409, problemJson(409, "account.name_taken", "The name is taken.")});
    QSignalSpy failed(&account, &RelayAccount::failed);
    account.beMember(QStringLiteral("studio.example:8080"));
    client.connectTo(hub.address());
    ASSERT_TRUE(eventually([&] { return failed.count() == 1; }));
    EXPECT_EQ(requestsTo("/api/v1/users"), 5U);
    const auto last = wire::parse<wire::SignUpRequest>(hub.requests().back().body);
    ASSERT_TRUE(last.has_value());
    EXPECT_EQ(last->name.rfind("anna-", 0), 0U) << last->name;
}

TEST_F(ARelayAccount, SignsInWithTheKeptPasswordFromThenOn) {
    settings.setValue(QStringLiteral("account/studio.example:8080"), QStringLiteral("anna"));
    secrets.write(QStringLiteral("password of anna at studio.example:8080"), Secret("kept-password"));
    hub.answer("POST /session", {200, sessionJson("anna")});
    account.beMember(QStringLiteral("studio.example:8080"));
    client.connectTo(hub.address());
    ASSERT_TRUE(becomesSignedIn());
    EXPECT_EQ(requestsTo("/api/v1/users"), 0U);
}

TEST_F(ARelayAccount, SaysThatTheKeychainIsLockedRatherThanMakeAnotherAccount) {
    settings.setValue(QStringLiteral("account/studio.example:8080"), QStringLiteral("anna"));
    QSignalSpy failed(&account, &RelayAccount::failed);
    account.beMember(QStringLiteral("studio.example:8080"));
    client.connectTo(hub.address());
    ASSERT_TRUE(eventually([&] { return failed.count() == 1; }));
    EXPECT_TRUE(failed[0][0].toString().contains(QStringLiteral("keychain")));
    EXPECT_EQ(requestsTo("/api/v1/users"), 0U);
}

TEST_F(ARelayAccount, PassesOnWhyItCouldNotSignIn) {
    hub.answer("POST /session",
               {401, problemJson(401, "account.wrong_credentials", "That token is not known.")});
    QSignalSpy failed(&account, &RelayAccount::failed);
    account.beOwner(Secret("stale"));
    client.connectTo(hub.address());
    ASSERT_TRUE(eventually([&] { return failed.count() == 1; }));
    EXPECT_EQ(failed[0][0].toString(), QStringLiteral("That token is not known."));
}

TEST_F(ARelayAccount, NeverSignsInAsAGuest) {
    account.beGuest();
    client.connectTo(hub.address());
    ASSERT_TRUE(eventually([&] { return hub.heardOf<wire::Ping>().size() >= 3; }));
    EXPECT_EQ(requestsTo("/api/v1/session") + requestsTo("/api/v1/users"), 0U);
}

TEST(AccountNameFrom, KeepsWhatARelayTakes) {
    EXPECT_EQ(accountNameFrom(QStringLiteral("Jürgen M.")), QStringLiteral("JurgenM"));
    EXPECT_EQ(accountNameFrom(QString(40, QLatin1Char('x'))).size(), 25);
    EXPECT_EQ(accountNameFrom(QStringLiteral("я")), QStringLiteral("guest-studio"));
    EXPECT_EQ(accountNameFrom({}), QStringLiteral("guest-studio"));
}

}  // namespace footlight::desktop
