#include "app/desktop/channel_destination.h"

#include <gtest/gtest.h>

#include "app/desktop/relay_account.h"
#include "core/client/memory_keychain.h"
#include "core/client/relay_client.h"
#include "core/client/secret_store.h"
#include "tests/app/desktop/hub_answers.h"
#include "tests/app/desktop/settings_in_memory.h"
#include "tests/core/client/fake_hub.h"

namespace footlight::desktop {
namespace {

using tests::eventually;
using tests::FakeHub;
using tests::problemJson;
using tests::sessionJson;

using Fetched = std::optional<Result<std::vector<capture::Destination>>>;

const QString kKeyName = QStringLiteral("stream key of anna at this computer");

std::string channelJson() {
    wire::Channel channel;
    channel.id = ChannelId::make(utcFromMilliseconds(1));
    channel.name = "anna";
    channel.live = true;
    return wire::toJson(channel);
}

class AChannelDestination : public ::testing::Test {
protected:
    void SetUp() override {
        hub.answer("POST /session", {200, sessionJson("anna")});
        hub.answer("POST /channels/anna/key", {200, wire::toJson(wire::StreamKey{Secret("new-key")})});
        account.beOwner(Secret("owner"));
    }

    Result<capture::Destination> fetch() {
        Fetched fetched;
        destination.fetch([&](auto outcome) { fetched.emplace(std::move(outcome)); });
        EXPECT_TRUE(eventually([&] { return fetched.has_value(); }));
        if (!*fetched) {
            return fail(fetched->error());
        }
        EXPECT_EQ((*fetched)->size(), 1U);
        return (*fetched)->front();
    }

    bool isWorthAnother() {
        std::optional<bool> answer;
        destination.refused([&](bool isWorth) { answer = isWorth; });
        EXPECT_TRUE(eventually([&] { return answer.has_value(); }));
        return answer.value_or(false);
    }

    std::optional<Secret> keptKey() {
        std::optional<std::optional<Secret>> kept;
        secrets.read(kKeyName, {&secrets, [&](const auto& found) { kept = *found; }});
        EXPECT_TRUE(eventually([&] { return kept.has_value(); }));
        return kept.value_or(std::nullopt);
    }

    SystemClock clock;
    FakeHub hub;
    tests::SettingsInMemory settings;
    client::SecretStore secrets{std::make_unique<client::MemoryKeychain>()};
    client::RelayClient client{clock};
    RelayAccount account{client, secrets, settings};
    ChannelDestination destination{client, secrets, account};
};

}  // namespace

TEST_F(AChannelDestination, WaitsToBeSignedInAndMakesAKey) {
    client.connectTo(hub.address());
    const auto found = fetch();
    ASSERT_TRUE(found.has_value()) << found.error().message();
    EXPECT_TRUE(found->key.matches("new-key"));
    EXPECT_EQ(found->host, "127.0.0.1");
    EXPECT_EQ(found->app, "live");
    EXPECT_TRUE(keptKey()->matches("new-key"));
}

TEST_F(AChannelDestination, UsesTheKeptKey) {
    secrets.write(kKeyName, Secret("kept-key"));
    client.connectTo(hub.address());
    EXPECT_TRUE(fetch()->key.matches("kept-key"));
}

TEST_F(AChannelDestination, SetsTheTitleFirst) {
    hub.answer("PATCH /channels/anna", {200, channelJson()});
    destination.setTitle(QStringLiteral("  Morning show "));
    client.connectTo(hub.address());
    ASSERT_TRUE(fetch().has_value());
    std::string body;
    for (const auto& request : hub.requests()) {
        if (request.method == "PATCH") {
            body = request.body;
        }
    }
    EXPECT_EQ(body, R"({"title":"Morning show"})");
}

TEST_F(AChannelDestination, PassesOnWhyThereIsNoKey) {
    hub.answer("POST /channels/anna/key", {503, problemJson(503, "relay.busy", "The relay is busy.")});
    client.connectTo(hub.address());
    const auto found = fetch();
    ASSERT_FALSE(found.has_value());
    EXPECT_EQ(found.error().message(), "The relay is busy.");
}

TEST_F(AChannelDestination, PassesOnWhyItCannotSignIn) {
    hub.answer("POST /session", {401, problemJson(401, "account.wrong_credentials", "Who are you?")});
    client.connectTo(hub.address());
    const auto found = fetch();
    ASSERT_FALSE(found.has_value());
    EXPECT_EQ(found.error().message(), "Who are you?");
}

TEST_F(AChannelDestination, ForgetsAKeptKeyThatTheRelayRefused) {
    secrets.write(kKeyName, Secret("stale-key"));
    hub.answer("GET /channels?limit=100&live=true", {200, wire::toJson(wire::ChannelPage{})});
    client.connectTo(hub.address());
    ASSERT_TRUE(fetch().has_value());
    EXPECT_TRUE(isWorthAnother());
    EXPECT_FALSE(keptKey().has_value());
    EXPECT_TRUE(fetch()->key.matches("new-key"));
}

TEST_F(AChannelDestination, KeyThatWasMadeJustNowIsNotWorthAnother) {
    client.connectTo(hub.address());
    ASSERT_TRUE(fetch().has_value());
    EXPECT_FALSE(isWorthAnother());
    EXPECT_TRUE(keptKey().has_value());
}

TEST_F(AChannelDestination, KeepsItsKeyWhenTheChannelWasBusy) {
    secrets.write(kKeyName, Secret("kept-key"));
    const auto live = wire::parse<wire::Channel>(channelJson());
    hub.answer("GET /channels?limit=100&live=true",
               {200, wire::toJson(wire::ChannelPage{{*live}, std::nullopt})});
    client.connectTo(hub.address());
    ASSERT_TRUE(fetch().has_value());
    EXPECT_FALSE(isWorthAnother());
    EXPECT_TRUE(fetch()->key.matches("kept-key"));
}

TEST_F(AChannelDestination, SaysAtOnceThatNobodyIsSignedInAfterASignOut) {
    account.signOut();
    const auto refused = fetch();
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().message(), "Nobody is signed in. Sign in from the menu at the top right.");
}

TEST_F(AChannelDestination, AProgramWithoutAWindowSaysWhereToSignIn) {
    account.beMember(QStringLiteral("studio.example"));
    account.signOut();
    account.setUnattended();
    const auto refused = fetch();
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().message().find("Nobody is signed in at studio.example any more. Open"), 0U)
        << refused.error().message();
}

}  // namespace footlight::desktop
