#include "app/desktop/relay_account.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

#include "core/client/memory_keychain.h"
#include "core/wire/json.h"
#include "core/wire/problem.h"
#include "tests/core/client/fake_hub.h"
#include "ui/models/settings_store.h"

namespace footlight::desktop {
namespace {

using tests::eventually;
using tests::FakeHub;

class SettingsInMemory final : public models::SettingsStore {
public:
    [[nodiscard]] QVariant value(const QString& key, const QVariant& otherwise) const override {
        return values_.value(key, otherwise);
    }
    void setValue(const QString& key, const QVariant& value) override { values_[key] = value; }

private:
    QHash<QString, QVariant> values_;
};

std::string sessionOf(const std::string& name) {
    const wire::Session session{Secret("t-1"),
                                utcFromMilliseconds(2'000'000'000'000),
                                {UserId::make(utcFromMilliseconds(1)), name},
                                name};
    return wire::toJson(session);
}

std::string problem(int status, const std::string& code, const std::string& detail) {
    wire::Problem made;
    made.status = status;
    made.code = code;
    made.title = "Problem";
    made.detail = detail;
    return wire::toJson(made);
}

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
    SettingsInMemory settings;
    client::SecretStore secrets{std::make_unique<client::MemoryKeychain>()};
    client::RelayClient client{clock};
    RelayAccount account{client, secrets, settings};
};

}  // namespace

TEST_F(ARelayAccount, SignsInAsOwnerOnceOnline) {
    hub.answer("POST /session", {200, sessionOf("anna")});
    account.beOwner(Secret("the-token"));
    client.connectTo(hub.address());
    ASSERT_TRUE(becomesSignedIn());
    EXPECT_EQ(requestsTo("/api/v1/session"), 1U);
}

TEST_F(ARelayAccount, MakesAnAccountTheFirstTimeAndRemembersIt) {
    hub.answer("POST /users", {201, sessionOf("anna")});
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
    hub.answer("POST /users", {409, problem(409, "account.name_taken", "The name is taken.")});
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
    hub.answer("POST /session", {200, sessionOf("anna")});
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
    hub.answer("POST /session", {401, problem(401, "account.wrong_credentials", "That token is not known.")});
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
