#include "core/client/relay_api.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

#include "core/wire/json.h"
#include "core/wire/problem.h"
#include "tests/core/client/fake_hub.h"

namespace footlight::client {
namespace {

std::string sessionJson(const std::string& token) {
    const wire::Session session{Secret(token),
                                utcFromMilliseconds(2'000'000'000'000),
                                {UserId::make(utcFromMilliseconds(1)), "anna"},
                                "anna"};
    return wire::toJson(session);
}

std::string problemJson(int status, const std::string& code, const std::string& detail) {
    wire::Problem problem;
    problem.status = status;
    problem.code = code;
    problem.title = "Problem";
    problem.detail = detail;
    return wire::toJson(problem);
}

wire::Channel channelNamed(const std::string& name) {
    wire::Channel channel;
    channel.id = ChannelId::make(utcFromMilliseconds(1));
    channel.name = name;
    return channel;
}

}  // namespace

using tests::eventually;
using tests::FakeHub;

class ARelayApi : public ::testing::Test {
protected:
    void SetUp() override { api.setAddress(hub.address()); }

    template <typename T>
    Reply<T> into(std::optional<Result<T>>& place) {
        return Reply<T>(&api, [&place](Result<T> result) { place.emplace(std::move(result)); });
    }

    void signIn() {
        hub.answer("POST /session", {200, sessionJson("t-1")});
        std::optional<Result<wire::Session>> session;
        api.signInAsOwner(Secret("owner"), into(session));
        ASSERT_TRUE(eventually([&] { return session.has_value(); }));
        ASSERT_TRUE(session->has_value());
    }

    FakeHub hub;
    RelayApi api;
};

TEST_F(ARelayApi, SignsInAndCarriesItsTokenFromThenOn) {
    QSignalSpy signedIn(&api, &RelayApi::signedIn);
    signIn();
    EXPECT_EQ(signedIn.count(), 1);
    hub.answer("PATCH /channels/anna", {200, wire::toJson(channelNamed("anna"))});
    std::optional<Result<wire::Channel>> channel;
    api.setTitle(QStringLiteral("anna"), QStringLiteral("Morning"), into(channel));
    ASSERT_TRUE(eventually([&] { return channel.has_value(); }));
    EXPECT_TRUE(channel->has_value());
    EXPECT_EQ(hub.requests().back().authorization, "Bearer t-1");
    EXPECT_EQ(hub.requests().back().body, R"({"title":"Morning"})");
}

TEST_F(ARelayApi, PassesTheRelaysOwnWordsOn) {
    hub.answer("POST /users", {409, problemJson(409, "account.name_taken", "The name anna is taken.")});
    std::optional<Result<wire::Session>> session;
    api.signUp(QStringLiteral("anna"), Secret("secret"), into(session));
    ASSERT_TRUE(eventually([&] { return session.has_value(); }));
    ASSERT_FALSE(session->has_value());
    EXPECT_EQ(session->error().category(), ErrorCategory::Conflict);
    EXPECT_EQ(session->error().message(), "The name anna is taken.");
}

TEST_F(ARelayApi, SaysThatSomethingElseAnswers) {
    hub.answer("GET /relay", {404, "<html>Not here</html>"});
    std::optional<Result<wire::RelayInfo>> relay;
    api.fetchRelay(into(relay));
    ASSERT_TRUE(eventually([&] { return relay.has_value(); }));
    ASSERT_FALSE(relay->has_value());
    EXPECT_EQ(relay->error().category(), ErrorCategory::Unsupported);
    EXPECT_NE(relay->error().message().find("no Footlight relay"), std::string::npos);
}

TEST_F(ARelayApi, SaysThatNobodyAnswers) {
    hub.stopListening();
    std::optional<Result<wire::RelayInfo>> relay;
    api.fetchRelay(into(relay));
    ASSERT_TRUE(eventually([&] { return relay.has_value(); }));
    ASSERT_FALSE(relay->has_value());
    EXPECT_NE(relay->error().message().find("No relay is running at 127.0.0.1:"), std::string::npos);
}

TEST_F(ARelayApi, SaysThatAnAnswerIsOfAnotherVersion) {
    hub.answer("GET /relay", {200, R"({"name":7})"});
    std::optional<Result<wire::RelayInfo>> relay;
    api.fetchRelay(into(relay));
    ASSERT_TRUE(eventually([&] { return relay.has_value(); }));
    ASSERT_FALSE(relay->has_value());
    EXPECT_EQ(relay->error().category(), ErrorCategory::Unsupported);
}

TEST_F(ARelayApi, CollectsTheChannelsOfEveryPage) {
    hub.answer("GET /channels?limit=100&live=true",
               {200, wire::toJson(wire::ChannelPage{{channelNamed("anna")}, "b c"})});
    hub.answer("GET /channels?limit=100&live=true&page=b%20c",
               {200, wire::toJson(wire::ChannelPage{{channelNamed("berta")}, std::nullopt})});
    std::optional<Result<std::vector<wire::Channel>>> channels;
    api.fetchChannels(true, into(channels));
    ASSERT_TRUE(eventually([&] { return channels.has_value(); }));
    ASSERT_TRUE(channels->has_value());
    ASSERT_EQ((*channels)->size(), 2U);
    EXPECT_EQ((*channels)->at(1).name, "berta");
}

TEST_F(ARelayApi, IsSignedOutWhenTheRelayForgetsItsToken) {
    signIn();
    QSignalSpy signedOut(&api, &RelayApi::signedOut);
    hub.answer("POST /channels/anna/key",
               {401, problemJson(401, "account.sign_in_needed", "Sign in first.")});
    std::optional<Result<Secret>> key;
    api.rotateKey(QStringLiteral("anna"), into(key));
    ASSERT_TRUE(eventually([&] { return key.has_value(); }));
    EXPECT_EQ(key->error().category(), ErrorCategory::Denied);
    EXPECT_EQ(signedOut.count(), 1);
    EXPECT_FALSE(api.session().has_value());
}

TEST_F(ARelayApi, StaysSignedInWhenAnotherSignInFails) {
    signIn();
    hub.answer("POST /session", {401, problemJson(401, "account.wrong_credentials", "That is not it.")});
    std::optional<Result<wire::Session>> session;
    api.signIn(QStringLiteral("berta"), Secret("wrong"), into(session));
    ASSERT_TRUE(eventually([&] { return session.has_value(); }));
    EXPECT_FALSE(session->has_value());
    EXPECT_TRUE(api.session().has_value());
}

TEST_F(ARelayApi, GivesOutANewKey) {
    signIn();
    hub.answer("POST /channels/anna/key", {200, wire::toJson(wire::StreamKey{Secret("live-key")})});
    std::optional<Result<Secret>> key;
    api.rotateKey(QStringLiteral("anna"), into(key));
    ASSERT_TRUE(eventually([&] { return key.has_value(); }));
    ASSERT_TRUE(key->has_value());
    EXPECT_TRUE((*key)->matches("live-key"));
}

TEST_F(ARelayApi, DoesNotCallBackWhoeverIsGone) {
    bool called = false;
    {
        QObject asker;
        api.fetchRelay({&asker, [&called](const Result<wire::RelayInfo>&) { called = true; }});
    }
    std::optional<Result<wire::RelayInfo>> second;
    api.fetchRelay(into(second));
    ASSERT_TRUE(eventually([&] { return second.has_value() && hub.requests().size() == 2; }));
    EXPECT_FALSE(called);
}

TEST_F(ARelayApi, RefusesTheThirtyThirdRequestThatWaits) {
    std::optional<Result<wire::RelayInfo>> last;
    for (int i = 0; i < 32; ++i) {
        api.fetchRelay({});
    }
    api.fetchRelay(into(last));
    ASSERT_TRUE(last.has_value());
    EXPECT_EQ(last->error().category(), ErrorCategory::Unavailable);
}

TEST_F(ARelayApi, KeepsItsSessionWhereAnotherTokenIsRefused) {
    signIn();
    hub.answer("GET /me", {401, problemJson(401, "account.sign_in_needed", "Sign in first.")});
    QSignalSpy lost(&api, &RelayApi::sessionLost);
    std::optional<Result<wire::Session>> stale;
    api.resume(Secret("t-0"), into(stale));
    ASSERT_TRUE(eventually([&] { return stale.has_value(); }));
    EXPECT_TRUE(api.session().has_value());
    EXPECT_EQ(lost.count(), 0);
    std::optional<Result<QByteArray>> own;
    api.request({"GET", QStringLiteral("/me")}, into(own));
    ASSERT_TRUE(eventually([&] { return own.has_value(); }));
    EXPECT_FALSE(api.session().has_value());
    ASSERT_EQ(lost.count(), 1);
    EXPECT_EQ(lost[0][0].toString(), QStringLiteral("Sign in first."));
}

}  // namespace footlight::client
