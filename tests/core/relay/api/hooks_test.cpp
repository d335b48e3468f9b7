#include "core/wire/hooks.h"

#include "core/wire/channel.h"
#include "tests/core/relay/api/hub_fixture.h"

namespace footlight::tests {
namespace {

using wire::PublishEventType;

class Hooks : public HubTest {
protected:
    Hooks() : ada_(client()) {
        ada_.signUp("Ada");
        key_ = ada_.makeKey("Ada");
    }
    bool isLive() { return ada_.get("/api/v1/channels/Ada").as<wire::Channel>().live; }

    RestClient ada_;
    std::string key_;
};

TEST_F(Hooks, NeedTheSecret) {
    const auto body = wire::toJson(wire::PublishHook{Secret(key_), "10.0.0.7", ""});
    auto stranger = client();
    EXPECT_EQ(stranger.send("POST", "/hooks/v1/publish", body).status, 401U);
    stranger.setToken("the hook secreT");
    EXPECT_EQ(stranger.send("POST", "/hooks/v1/publish", body).status, 401U);
    EXPECT_EQ(stranger.send("POST", "/hooks/v1/events", R"({"events":[]})").status, 401U);
    EXPECT_EQ(ada_.hook("publish", body).status, 200U);
}

TEST_F(Hooks, AnUnknownKeyIsRefusedAndSaysWhatToDo) {
    const auto reply =
        ada_.hook("publish", R"({"streamKey":"made-up","address":"10.0.0.7","encoder":"FMLE/3.0"})");
    EXPECT_EQ(reply.status, 403U);
    EXPECT_EQ(reply.problem().code, "publish.unknown_key");
    EXPECT_EQ(reply.body.find("made-up"), std::string::npos) << "keys are never repeated";
    EXPECT_EQ(ada_.hook("publish", R"({"streamKey":""})").status, 400U);
}

TEST_F(Hooks, ARotatedKeyIsWorthNothing) {
    const auto fresh = ada_.makeKey("Ada");
    EXPECT_EQ(ada_.hook("publish", wire::toJson(wire::PublishHook{Secret(key_), "", ""})).status, 403U);
    EXPECT_EQ(ada_.publish(fresh).channel, "Ada");
}

TEST_F(Hooks, ABroadcastIsOneThingFromStartToEnd) {
    const auto grant = ada_.publish(key_);
    EXPECT_EQ(ada_.publish(key_).broadcastId, grant.broadcastId) << "asked again before it began";
    EXPECT_FALSE(isLive());
    ada_.tell(PublishEventType::Started, grant);
    EXPECT_TRUE(isLive());
    ada_.tell(PublishEventType::Lost, grant);
    EXPECT_TRUE(isLive()) << "the grace period runs";
    EXPECT_EQ(ada_.publish(key_).broadcastId, grant.broadcastId);
    ada_.tell(PublishEventType::Resumed, grant);
    ada_.tell(PublishEventType::Ended, grant);
    EXPECT_FALSE(isLive());
    EXPECT_NE(ada_.publish(key_).broadcastId, grant.broadcastId) << "the next one is another";
}

TEST_F(Hooks, AGrantCarriesWhatTheOwnerChose) {
    EXPECT_EQ(ada_.publish(key_).policy, wire::ChannelPolicy{}) << "60 s, recorded, public";
    ada_.send("PATCH", "/api/v1/channels/Ada/settings",
              R"({"graceSeconds":5,"recorded":false,"visibility":"protected","rtmpPlay":false})");
    ada_.send("POST", "/api/v1/channels/Ada/targets",
              R"({"name":"YouTube","url":"rtmps://a.example/live2","streamKey":"yt-1","audioTrack":1})");
    const auto policy = ada_.publish(key_).policy;
    EXPECT_EQ(policy.graceMs, 5'000);
    EXPECT_FALSE(policy.recorded);
    EXPECT_EQ(policy.visibility, wire::Visibility::Protected);
    EXPECT_FALSE(policy.rtmpPlay);
    ASSERT_EQ(policy.targets.size(), 1U);
    EXPECT_EQ(policy.targets[0].streamKey.reveal(), "yt-1");
    EXPECT_EQ(policy.targets[0].audioTrack, 1);
}

TEST_F(Hooks, AnEventThatComesAgainChangesNothing) {
    const auto grant = ada_.publish(key_);
    ada_.tell(PublishEventType::Started, grant);
    ada_.tell(PublishEventType::Ended, grant);
    EXPECT_EQ(ada_.tell(PublishEventType::Started, grant).status, 204U);
    EXPECT_EQ(ada_.tell(PublishEventType::Health, grant).status, 204U);
    EXPECT_FALSE(isLive());
}

TEST_F(Hooks, ANewBroadcastTakesTheFormersPlace) {
    const auto first = ada_.publish(key_);
    ada_.tell(PublishEventType::Started, first);
    auto second = first;
    second.broadcastId = BroadcastId::make(utcFromMilliseconds(1'700'000'001'000));
    ada_.tell(PublishEventType::Started, second);
    EXPECT_EQ(ada_.publish(key_).broadcastId, second.broadcastId);
    ada_.tell(PublishEventType::Ended, first);
    EXPECT_TRUE(isLive()) << "the former one's end says nothing about the new one";
}

TEST_F(Hooks, AnUnknownChannelDoesNotHoldUpTheOthers) {
    const auto grant = ada_.publish(key_);
    const wire::PublishEvent ghost{PublishEventType::Started,
                                   "nobody",
                                   BroadcastId::make(utcFromMilliseconds(1)),
                                   utcFromMilliseconds(1),
                                   {}};
    const wire::PublishEvent real{
        PublishEventType::Started, "Ada", grant.broadcastId, utcFromMilliseconds(2), {}};
    EXPECT_EQ(ada_.hook("events", wire::toJson(wire::PublishEvents{{ghost, real}})).status, 204U);
    EXPECT_TRUE(isLive());
}

TEST_F(Hooks, WhatWasOnAirIsOnAirAfterARestart) {
    const auto grant = ada_.publish(key_);
    ada_.tell(PublishEventType::Started, grant);
    hub_.stop();
    hub_.start();
    ada_ = client();
    EXPECT_TRUE(isLive());
    EXPECT_EQ(ada_.publish(key_).broadcastId, grant.broadcastId);
}

TEST_F(Hooks, WhatStaysSilentIsOnAirForItsGraceAlsoAfterARestart) {
    const auto grant = ada_.publish(key_);
    ada_.tell(PublishEventType::Started, grant);
    hub_.stop();
    hub_.hubOptions.silentBroadcast = std::chrono::milliseconds{60};
    hub_.start();
    ada_ = client();
    auto viewer = joined("Ada", "", false);
    EXPECT_FALSE(viewer.receive(std::chrono::milliseconds{300})) << "60 s of grace run";
    EXPECT_TRUE(isLive());
    EXPECT_EQ(ada_.publish(key_).broadcastId, grant.broadcastId);
}

TEST_F(Hooks, WhatStaysSilentHasEnded) {
    ASSERT_EQ(ada_.send("PATCH", "/api/v1/channels/Ada/settings", R"({"graceSeconds":0})").status, 200U);
    const auto grant = ada_.publish(key_);
    ada_.tell(PublishEventType::Started, grant);
    hub_.stop();
    hub_.hubOptions.silentBroadcast = std::chrono::milliseconds{60};
    hub_.start();
    ada_ = client();
    auto viewer = joined("Ada");
    EXPECT_TRUE(viewer.next<wire::Ended>() || !isLive());
    EXPECT_FALSE(isLive());
    ada_.tell(PublishEventType::Health, grant);
    EXPECT_TRUE(viewer.next<wire::Live>()) << "it was only the hook that was cut";
}

}  // namespace
}  // namespace footlight::tests
