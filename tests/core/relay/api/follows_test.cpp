#include "core/wire/channel.h"
#include "core/wire/follow.h"
#include "core/wire/follower.h"
#include "tests/core/relay/api/hub_fixture.h"

namespace footlight::tests {
namespace {

class ApiFollows : public HubTest {};

TEST_F(ApiFollows, FollowersAreCountedAndTheAskerSeesTheirOwn) {
    static_cast<void>(signUp("Stage"));
    auto ada = client();
    ada.signUp("Ada");
    EXPECT_EQ(ada.send("PUT", "/api/v1/channels/STAGE/follow").status, 204U);
    EXPECT_EQ(ada.send("PUT", "/api/v1/channels/stage/follow").status, 204U);
    const auto seen = ada.get("/api/v1/channels/stage").as<wire::Channel>();
    EXPECT_EQ(seen.followers, 1);
    EXPECT_EQ(seen.following, true);
    const auto guest = client().get("/api/v1/channels/stage").as<wire::Channel>();
    EXPECT_EQ(guest.followers, 1);
    EXPECT_EQ(guest.following, std::nullopt);
    EXPECT_EQ(ada.send("DELETE", "/api/v1/channels/stage/follow").status, 204U);
    const auto after = ada.get("/api/v1/channels/stage").as<wire::Channel>();
    EXPECT_EQ(after.followers, 0);
    EXPECT_EQ(after.following, false);
}

TEST_F(ApiFollows, SinceWhenIsToldToWhoKeepsOrderAndToThemselves) {
    auto stage = client();
    stage.signUp("Stage");
    auto ada = client();
    ada.signUp("Ada");
    auto bob = client();
    bob.signUp("Bob");
    const auto path = std::string("/api/v1/channels/stage/followers/ada");
    EXPECT_FALSE(stage.get(path).as<wire::Follower>().since) << "not yet";
    EXPECT_EQ(ada.send("PUT", "/api/v1/channels/stage/follow").status, 204U);
    const auto seen = stage.get(path).as<wire::Follower>();
    EXPECT_EQ(seen.user.name, "Ada");
    ASSERT_TRUE(seen.since);
    EXPECT_EQ(ada.get(path).as<wire::Follower>(), seen);
    EXPECT_EQ(bob.get(path).status, 403U);
    EXPECT_EQ(bob.get(path).problem().code, "follow.not_shown");
    EXPECT_EQ(bob.get("/api/v1/channels/stage/followers/nobody").problem().code, "follow.not_shown")
        << "nor who exists";
    EXPECT_FALSE(bob.get("/api/v1/channels/stage/followers/BOB").as<wire::Follower>().since) << "oneself";
    EXPECT_EQ(client().get(path).status, 401U);
    auto room = joined("Stage", stage.token());
    room.send(wire::Say{"Stage", "/mod Bob", "n"});
    ASSERT_TRUE(room.next<wire::Done>());
    EXPECT_EQ(bob.get(path).as<wire::Follower>(), seen) << "a moderator by now";
    EXPECT_EQ(stage.get("/api/v1/channels/stage/followers/nobody").problem().code, "account.unknown");
    EXPECT_EQ(stage.get("/api/v1/channels/nowhere/followers/ada").problem().code, "channel.unknown");
}

TEST_F(ApiFollows, WhatOneFollowsIsListedInPages) {
    auto ada = client();
    ada.signUp("Ada");
    for (const auto* name : {"Cara", "bert", "Dora"}) {
        static_cast<void>(signUp(name));
        EXPECT_EQ(ada.send("PUT", std::string("/api/v1/channels/") + name + "/follow").status, 204U);
    }
    const auto first = ada.get("/api/v1/me/follows?limit=2").as<wire::FollowPage>();
    ASSERT_EQ(first.items.size(), 2U);
    EXPECT_EQ(first.items[0].channel, "bert");
    EXPECT_FALSE(first.items[0].live);
    EXPECT_EQ(first.next, "Cara");
    const auto second = ada.get("/api/v1/me/follows?limit=2&page=Cara").as<wire::FollowPage>();
    ASSERT_EQ(second.items.size(), 1U);
    EXPECT_EQ(second.items[0].channel, "Dora");
    EXPECT_EQ(second.next, std::nullopt);
}

TEST_F(ApiFollows, OwnAndUnknownChannelsAndGuestsAreRefused) {
    auto ada = client();
    ada.signUp("Ada");
    const auto own = ada.send("PUT", "/api/v1/channels/Ada/follow");
    EXPECT_EQ(own.status, 400U);
    EXPECT_EQ(own.problem().code, "follow.own_channel");
    EXPECT_EQ(ada.send("PUT", "/api/v1/channels/Nobody/follow").problem().code, "channel.unknown");
    EXPECT_EQ(ada.send("DELETE", "/api/v1/channels/Nobody/follow").status, 404U);
    EXPECT_EQ(client().send("PUT", "/api/v1/channels/Ada/follow").status, 401U);
    EXPECT_EQ(client().get("/api/v1/me/follows").status, 401U);
    EXPECT_EQ(ada.get("/api/v1/me/follows?limit=0").status, 400U);
}

}  // namespace
}  // namespace footlight::tests
