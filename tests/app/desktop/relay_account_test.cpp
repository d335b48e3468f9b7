#include "app/desktop/relay_account.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <algorithm>
#include <map>
#include <utility>
#include <vector>

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

/// Asks its owner first: answers come once answerAll() is called.
class AskingKeychain final : public client::Keychain {
public:
    void read(const QString& name, client::Reply<std::optional<Secret>> reply) override {
        waiting.emplace_back(name, std::move(reply));
    }
    void write(const QString& name, const Secret& secret, client::Reply<> reply) override {
        entries[name] = secret;
        reply({});
    }
    void remove(const QString& name, client::Reply<> reply) override {
        entries.erase(name);
        reply({});
    }
    void answerAll() {
        for (auto& [name, reply] : std::exchange(waiting, {})) {
            const auto found = entries.find(name);
            reply(found == entries.end() ? std::nullopt : std::optional(found->second));
        }
    }

    std::vector<std::pair<QString, client::Reply<std::optional<Secret>>>> waiting;
    std::map<QString, Secret> entries;
};

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

TEST_F(ARelayAccount, GivesNothingOfARelayToTheOneThatWasChosenWhileTheKeychainAsked) {
    auto keychain = std::make_unique<AskingKeychain>();
    auto& asking = *keychain;
    asking.entries[QStringLiteral("session of anna at first.example:8080")] = Secret("token-of-the-first");
    client::SecretStore slow(std::move(keychain), std::chrono::minutes{1});
    RelayAccount member(client, slow, settings);
    settings.setValue(QStringLiteral("account/first.example:8080"), QStringLiteral("anna"));
    member.beMember(QStringLiteral("first.example:8080"));
    client.connectTo(hub.address());
    ASSERT_TRUE(eventually([&] { return !asking.waiting.empty(); }));

    FakeHub other;
    other.answer("POST /users", {201, sessionJson("anna")});
    member.beMember(QStringLiteral("second.example:8080"));
    client.connectTo(other.address());
    ASSERT_TRUE(eventually([&] { return asking.waiting.size() == 2; }));
    asking.answerAll();
    ASSERT_TRUE(becomesSignedIn());
    ASSERT_TRUE(eventually([&] { return other.heardOf<wire::Hello>().size() >= 2; }));
    for (const auto& request : other.requests()) {
        EXPECT_EQ(request.authorization.find("token-of-the-first"), std::string::npos) << request.target;
    }
}

TEST_F(ARelayAccount, KeepsALateAnswerForTheRelayThatWasAsked) {
    hub.answer("POST /session", {200, sessionJson("anna")});
    account.beMember(QStringLiteral("first.example:8080"));
    client.api().setAddress(hub.address());
    std::optional<Result<>> outcome;
    account.signIn({"anna", Secret("typed"), std::nullopt}, {&account, [&](auto done) { outcome = done; }});
    FakeHub other;
    account.beMember(QStringLiteral("second.example:8080"));
    client.api().setAddress(other.address());
    ASSERT_TRUE(eventually([&] { return outcome.has_value(); }));
    EXPECT_FALSE(outcome->has_value());
    EXPECT_FALSE(client.api().session());
    EXPECT_EQ(settings.value(QStringLiteral("account/second.example:8080"), {}).toString(), QString());
    EXPECT_EQ(settings.value(QStringLiteral("account/first.example:8080"), {}).toString(),
              QStringLiteral("anna"));
}

TEST_F(ARelayAccount, SignsInAgainWhereTheRelayEndedItsSession) {
    hub.answer("POST /session", {200, sessionJson("anna")});
    QSignalSpy opened(&client.live(), &client::LiveSocket::opened);
    account.beOwner(Secret("the-token"));
    client.connectTo(hub.address());
    ASSERT_TRUE(eventually([&] { return opened.count() == 2; }));
    hub.answer("GET /me", {401, problemJson(401, "account.sign_in_needed", "Sign in first.")});
    client.api().request({"GET", QStringLiteral("/me")}, {});
    EXPECT_TRUE(eventually([&] { return requestsTo("/api/v1/session") == 2; }));
    EXPECT_TRUE(becomesSignedIn());
}

TEST_F(ARelayAccount, DoesNotSignInForEverWhereItsSessionIsNeverTaken) {
    hub.answer("POST /session", {200, sessionJson("anna")});
    hub.refuseToken("t-1");
    QSignalSpy failed(&account, &RelayAccount::failed);
    account.beOwner(Secret("the-token"));
    client.connectTo(hub.address());
    ASSERT_TRUE(eventually([&] { return failed.count() == 1 && client.live().isOpen(); }));
    EXPECT_EQ(failed[0][0].toString(), QStringLiteral("that token has expired"));
    EXPECT_EQ(requestsTo("/api/v1/session"), 1U);
}

TEST_F(ARelayAccount, AnOwnerWhoSignedOutStaysOutUntilTheySignIn) {
    hub.answer("POST /session", {200, sessionJson("anna")});
    account.beOwner(Secret("the-token"));
    client.connectTo(hub.address());
    ASSERT_TRUE(becomesSignedIn());
    account.signOut();
    QSignalSpy opened(&client.live(), &client::LiveSocket::opened);
    ASSERT_TRUE(eventually([&] { return opened.count() == 1; }));
    hub.dropConnections();
    ASSERT_TRUE(eventually([&] { return opened.count() == 2; }));
    EXPECT_TRUE(account.staysOut());
    const auto pings = hub.heardOf<wire::Ping>().size();
    ASSERT_TRUE(eventually([&] { return hub.heardOf<wire::Ping>().size() >= pings + 2; }));
    const auto& asked = hub.requests();
    EXPECT_EQ(
        std::count_if(asked.begin(), asked.end(), [](const auto& each) { return each.method == "POST"; }), 1);
    EXPECT_FALSE(client.api().session());

    account.signInAsOwner({});
    ASSERT_TRUE(becomesSignedIn());
    EXPECT_TRUE(eventually([&] { return !account.staysOut(); }));
}

TEST_F(ARelayAccount, AnUnattendedOwnerComesInWhateverTheWindowLeft) {
    hub.answer("POST /session", {200, sessionJson("anna")});
    account.beOwner(Secret("the-token"));
    account.signOut();
    ASSERT_TRUE(account.staysOut());
    account.setUnattended();
    EXPECT_FALSE(account.staysOut());
    client.connectTo(hub.address());
    EXPECT_TRUE(becomesSignedIn());
    RelayAccount inTheWindow(client, secrets, settings);
    inTheWindow.beOwner(Secret("the-token"));
    EXPECT_TRUE(inTheWindow.staysOut()) << "the window stays as it was left";
}

TEST(AccountNameFrom, KeepsWhatARelayTakes) {
    EXPECT_EQ(accountNameFrom(QStringLiteral("Jürgen M.")), QStringLiteral("JurgenM"));
    EXPECT_EQ(accountNameFrom(QString(40, QLatin1Char('x'))).size(), 25);
    EXPECT_EQ(accountNameFrom(QStringLiteral("я")), QStringLiteral("guest-studio"));
    EXPECT_EQ(accountNameFrom({}), QStringLiteral("guest-studio"));
}

}  // namespace footlight::desktop
