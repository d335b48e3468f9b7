#include "core/wire/channel.h"

#include "tests/core/relay/api/hub_fixture.h"

namespace footlight::tests {
namespace {

class ApiChannels : public HubTest {};

TEST_F(ApiChannels, ArePagedByName) {
    for (const auto* name : {"Delta", "alpha", "Charlie", "bravo"}) {
        static_cast<void>(signUp(name));
    }
    const auto first = client().get("/api/v1/channels?limit=3").as<wire::ChannelPage>();
    ASSERT_EQ(first.items.size(), 3U);
    EXPECT_EQ(first.items[0].name, "alpha");
    ASSERT_EQ(first.next, "Charlie");
    const auto second = client().get("/api/v1/channels?limit=3&page=" + *first.next).as<wire::ChannelPage>();
    ASSERT_EQ(second.items.size(), 1U);
    EXPECT_EQ(second.items[0].name, "Delta");
    EXPECT_FALSE(second.next);
}

TEST_F(ApiChannels, AQueryThatIsWrongIsNamed) {
    for (const auto* limit : {"0", "101", "x", "", "1x", "-1"}) {
        const auto reply = client().get("/api/v1/channels?limit=" + std::string(limit));
        EXPECT_EQ(reply.status, 400U) << limit;
        EXPECT_EQ(reply.problem().field, "limit");
    }
    EXPECT_EQ(client().get("/api/v1/channels?live=maybe").problem().field, "live");
    static_cast<void>(signUp("Ada"));
    EXPECT_EQ(client().get("/api/v1/channels/Ada/messages?before=x").problem().field, "before");
}

TEST_F(ApiChannels, LiveOnesAreListedApart) {
    auto ada = client();
    ada.signUp("Ada");
    static_cast<void>(signUp("Bob"));
    EXPECT_TRUE(client().get("/api/v1/channels?live=true").as<wire::ChannelPage>().items.empty());
    const auto grant = ada.publish(ada.makeKey("Ada"));
    ASSERT_EQ(ada.tell(wire::PublishEventType::Started, grant).status, 204U);
    const auto live = client().get("/api/v1/channels?live=true").as<wire::ChannelPage>();
    ASSERT_EQ(live.items.size(), 1U);
    EXPECT_EQ(live.items[0].name, "Ada");
    EXPECT_TRUE(live.items[0].live);
    EXPECT_EQ(live.items[0].startedAt, utcFromMilliseconds(1'700'000'000'000));
    EXPECT_EQ(live.items[0].playback, "http://relay.example:2222/live/Ada/index.m3u8");
}

TEST_F(ApiChannels, OnlyTheOwnerChangesATitleAndMakesAKey) {
    auto ada = client();
    ada.signUp("Ada");
    auto bob = client();
    bob.signUp("Bob");
    const auto changed = ada.send("PATCH", "/api/v1/channels/ada", R"({"title":"Maths ☀"})");
    ASSERT_EQ(changed.status, 200U);
    EXPECT_EQ(changed.as<wire::Channel>().title, "Maths ☀");
    EXPECT_EQ(bob.send("PATCH", "/api/v1/channels/Ada", R"({"title":"Mine"})").problem().code,
              "channel.not_yours");
    EXPECT_EQ(bob.send("POST", "/api/v1/channels/Ada/key").status, 403U);
    EXPECT_EQ(client().send("POST", "/api/v1/channels/Ada/key").status, 401U);
    EXPECT_EQ(client().send("PATCH", "/api/v1/channels/Ada", R"({"title":"Mine"})").status, 401U);
    EXPECT_EQ(client().get("/api/v1/channels/Ada").as<wire::Channel>().title, "Maths ☀");
}

TEST_F(ApiChannels, ATitleHasRules) {
    auto ada = client();
    ada.signUp("Ada");
    EXPECT_EQ(ada.send("PATCH", "/api/v1/channels/Ada", R"({"title":"a\nb"})").problem().code,
              "channel.title");
    EXPECT_EQ(ada.send("PATCH", "/api/v1/channels/Ada", R"({"title":7})").problem().field, "title");
    EXPECT_EQ(ada.send("PATCH", "/api/v1/channels/Ada", R"({})").status, 200U);
}

TEST_F(ApiChannels, AnUnknownOneIsNotFound) {
    auto ada = client();
    ada.signUp("Ada");
    EXPECT_EQ(ada.get("/api/v1/channels/nobody").problem().code, "channel.unknown");
    EXPECT_EQ(ada.send("POST", "/api/v1/channels/nobody/key").status, 404U);
    EXPECT_EQ(ada.get("/api/v1/channels/nobody/messages").status, 404U);
}

}  // namespace
}  // namespace footlight::tests
