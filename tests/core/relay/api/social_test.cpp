#include "core/wire/friend.h"
#include "core/wire/notification.h"
#include "core/wire/page.h"
#include "core/wire/schedule.h"
#include "tests/core/relay/api/hub_fixture.h"
#include "tests/support/process.h"

namespace footlight::tests {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using wire::NotificationKind;
using wire::PublishEventType;

class ApiSocial : public HubTest {
protected:
    ApiSocial() : ada_(client()), bob_(client()) {
        ada_.signUp("Ada");
        bob_.signUp("Bob");
    }

    static wire::FriendList friends(RestClient& who) {
        return who.get("/api/v1/me/friends").as<wire::FriendList>();
    }
    static std::vector<wire::Notification> inbox(RestClient& who) {
        return who.get("/api/v1/me/notifications").as<wire::NotificationPage>().items;
    }
    static std::string entry(UtcTime starts, const std::string& title) {
        return wire::toJson(wire::NewScheduleEntry{starts, std::nullopt, title, "maths"});
    }

    RestClient ada_;
    RestClient bob_;
    SystemClock clock_;
};

TEST_F(ApiSocial, FriendsAskAndAnswerAndHearOfIt) {
    EXPECT_EQ(ada_.send("PUT", "/api/v1/me/friends/bob").status, 204U);
    EXPECT_EQ(friends(bob_).items.at(0).how, wire::Friendship::WasAsked);
    EXPECT_FALSE(friends(bob_).items.at(0).online) << "of friends alone";
    ASSERT_TRUE(waitUntil([&] { return inbox(bob_).size() == 1; }));
    EXPECT_EQ(inbox(bob_)[0].kind, NotificationKind::FriendRequest);
    EXPECT_EQ(bob_.send("PUT", "/api/v1/me/friends/ADA").status, 204U);
    ASSERT_TRUE(waitUntil([&] { return inbox(ada_).size() == 1; }));
    EXPECT_EQ(inbox(ada_)[0].kind, NotificationKind::FriendAccepted);
    EXPECT_FALSE(friends(ada_).items.at(0).online);
    auto here = socket();
    ASSERT_TRUE(here.hello(bob_.token()));
    ASSERT_TRUE(waitUntil([&] { return friends(ada_).items.at(0).online; }));
    EXPECT_EQ(friends(ada_).items.at(0).user.name, "Bob");
    EXPECT_EQ(ada_.send("DELETE", "/api/v1/me/friends/Bob").status, 204U);
    EXPECT_TRUE(friends(bob_).items.empty());
}

/// Ada and Bob are friends; Bob may watch.
class ApiFriendsWatching : public ApiSocial {
protected:
    ApiFriendsWatching() {
        carl_.signUp("Carl");
        ada_.send("PUT", "/api/v1/me/friends/Bob");
        bob_.send("PUT", "/api/v1/me/friends/Ada");
        EXPECT_TRUE(adaHere_.hello(ada_.token()));
    }
    std::vector<std::string> watchedBy(RestClient& asker) {
        std::vector<std::string> all;
        for (const auto& one : asker.get("/api/v1/me/friends/watching").as<wire::FriendsWatching>().items) {
            all.push_back(one.user.name + " " + one.channel.value_or(""));
        }
        return all;
    }
    void show(bool isShown) {
        const auto reply = bob_.send("PUT", "/api/v1/me/privacy", wire::toJson(wire::Privacy{isShown}));
        EXPECT_EQ(reply.as<wire::Privacy>(), wire::Privacy{isShown});
    }

    RestClient carl_ = client();
    SocketClient adaHere_ = socket();
};

TEST_F(ApiFriendsWatching, AreListedAndToldOf) {
    EXPECT_TRUE(watchedBy(ada_).empty());
    {
        auto bob = joined("Carl", bob_.token());
        auto news = adaHere_.next<wire::FriendWatching>();
        ASSERT_TRUE(news);
        EXPECT_EQ(news->user.name, "Bob");
        EXPECT_EQ(news->channel, "Carl");
        EXPECT_TRUE(news->since);
        EXPECT_EQ(watchedBy(ada_), std::vector<std::string>{"Bob Carl"});
        EXPECT_TRUE(watchedBy(carl_).empty()) << "no friend of his";
        bob.send(wire::Watch{"Carl", wire::Activity::Paused});
        news = adaHere_.next<wire::FriendWatching>();
        ASSERT_TRUE(news);
        EXPECT_FALSE(news->channel);
        EXPECT_TRUE(watchedBy(ada_).empty());
        bob.send(wire::Watch{"Carl", wire::Activity::Watching});
        EXPECT_EQ(adaHere_.next<wire::FriendWatching>()->channel, "Carl");
    }
    EXPECT_FALSE(adaHere_.next<wire::FriendWatching>()->channel) << "gone";
}

TEST_F(ApiFriendsWatching, WhoDoesNotWantItIsNotSeen) {
    EXPECT_EQ(bob_.get("/api/v1/me/privacy").as<wire::Privacy>(), wire::Privacy{true});
    const auto bob = joined("Carl", bob_.token());
    EXPECT_EQ(adaHere_.next<wire::FriendWatching>()->channel, "Carl");
    show(false);
    EXPECT_TRUE(watchedBy(ada_).empty());
    EXPECT_FALSE(adaHere_.next<wire::FriendWatching>()->channel);
    EXPECT_EQ(bob_.get("/api/v1/me/privacy").as<wire::Privacy>(), wire::Privacy{false});
    show(true);
    EXPECT_EQ(adaHere_.next<wire::FriendWatching>()->channel, "Carl");
    EXPECT_EQ(bob_.send("PUT", "/api/v1/me/privacy", "{}").status, 400U);
    EXPECT_EQ(client().get("/api/v1/me/friends/watching").status, 401U);
}

TEST_F(ApiFriendsWatching, ChannelsInNoListAreTheirOwnersAlone) {
    ada_.send("PATCH", "/api/v1/channels/Ada/settings", R"({"visibility":"unlisted"})");
    auto carl = joined("Carl", carl_.token());
    carl.send(wire::Say{"Carl", "/vip Bob", "vip"});
    ASSERT_TRUE(carl.next<wire::Done>()) << "so that no link is needed";
    carl_.send("PATCH", "/api/v1/channels/Carl/settings", R"({"visibility":"protected"})");
    const auto hidden = joined("Carl", bob_.token());
    EXPECT_TRUE(watchedBy(ada_).empty());
    const auto adas = joined("Ada", bob_.token());
    EXPECT_EQ(watchedBy(ada_), std::vector<std::string>{"Bob Ada"});
    carl_.send("PATCH", "/api/v1/channels/Carl/settings", R"({"visibility":"public"})");
    EXPECT_EQ(watchedBy(ada_), (std::vector<std::string>{"Bob Ada", "Bob Carl"})) << "the newest first";
}

TEST_F(ApiFriendsWatching, AFriendMayBeCalledWatching) {
    client().signUp("watching");
    EXPECT_EQ(ada_.send("PUT", "/api/v1/me/friends/watching").status, 204U);
    EXPECT_EQ(ada_.send("DELETE", "/api/v1/me/friends/watching").status, 204U);
}

TEST_F(ApiSocial, NobodyBefriendsThemselvesOrNobody) {
    EXPECT_EQ(ada_.send("PUT", "/api/v1/me/friends/Ada").problem().code, "friend.yourself");
    EXPECT_EQ(ada_.send("PUT", "/api/v1/me/friends/Eve").problem().code, "account.unknown");
    EXPECT_EQ(client().get("/api/v1/me/friends").status, 401U);
}

TEST_F(ApiSocial, AChannelTellsOfItselfAndIsFoundByIt) {
    const std::string about =
        R"({"description":"slowly","links":[{"name":"home","url":"https://a.example/"}],)"
        R"("category":"science","tags":["maths"]})";
    EXPECT_EQ(bob_.send("PUT", "/api/v1/channels/Ada/page", about).problem().code, "channel.not_yours");
    EXPECT_EQ(ada_.send("PUT", "/api/v1/channels/Ada/page", about).status, 200U);
    const auto seen = client().get("/api/v1/channels/ada/page").as<wire::ChannelAbout>();
    EXPECT_EQ(seen.category, "science");
    ASSERT_EQ(seen.links.size(), 1U);
    EXPECT_EQ(seen.links[0].url, "https://a.example/");
    const auto found = client().get("/api/v1/directory?tag=maths").as<wire::Directory>();
    ASSERT_EQ(found.items.size(), 1U);
    EXPECT_EQ(found.items[0].channel, "Ada");
    EXPECT_FALSE(found.items[0].live);
    EXPECT_EQ(client().get("/api/v1/directory?search=slow").as<wire::Directory>().items.size(), 1U);
    EXPECT_TRUE(client().get("/api/v1/directory?live=true").as<wire::Directory>().items.empty());
}

TEST_F(ApiSocial, WhatIsOnAirComesFirst) {
    EXPECT_EQ(client().get("/api/v1/directory").as<wire::Directory>().items.at(0).channel, "Ada");
    const auto grant = bob_.publish(bob_.makeKey("Bob"));
    EXPECT_EQ(bob_.tell(PublishEventType::Started, grant).status, 204U);
    const auto all = client().get("/api/v1/directory").as<wire::Directory>().items;
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].channel, "Bob");
    EXPECT_TRUE(all[0].live);
    EXPECT_EQ(client().get("/api/v1/directory?live=true").as<wire::Directory>().items.size(), 1U);
    EXPECT_EQ(client().get("/api/v1/directory?live=maybe").problem().field, "live");
}

TEST_F(ApiSocial, TheDirectoryIsPagedAlsoWhereWhatCameLastHasMoved) {
    for (const auto* name : {"Carl", "Dora", "Emil"}) {
        client().signUp(name);
    }
    EXPECT_EQ(ada_.send("PUT", "/api/v1/channels/Dora/follow").status, 204U);
    const auto namesOn = [&](const std::string& query, std::optional<std::string>& next) {
        const auto page = client().get("/api/v1/directory?limit=2" + query).as<wire::Directory>();
        next = page.next;
        std::vector<std::string> names;
        for (const auto& item : page.items) {
            names.push_back(item.channel);
        }
        return names;
    };
    std::optional<std::string> next;
    EXPECT_EQ(namesOn("", next), (std::vector<std::string>{"Dora", "Ada"}));
    ASSERT_TRUE(next);
    EXPECT_EQ(ada_.send("PUT", "/api/v1/channels/Bob/follow").status, 204U);
    EXPECT_EQ(namesOn("&page=" + *next, next), (std::vector<std::string>{"Carl", "Emil"}))
        << "behind Ada, though Bob is before her now";
    EXPECT_FALSE(next);
    for (const auto* bad : {"2", "x", "1.1.1.", "1.-1.1.ada", "9.1.1.ada"}) {
        EXPECT_EQ(client().get(std::string("/api/v1/directory?page=") + bad).problem().field, "page") << bad;
    }
}

TEST_F(ApiSocial, WhatIsWrongWithAPageIsNamed) {
    const auto codeOf = [&](const std::string& links, const std::string& tags) {
        return ada_
            .send("PUT", "/api/v1/channels/Ada/page",
                  R"({"description":"","links":[)" + links + R"(],"category":"","tags":[)" + tags + "]}")
            .problem()
            .code;
    };
    EXPECT_EQ(codeOf(R"({"name":"x","url":"javascript:x"})", ""), "page.link");
    EXPECT_EQ(codeOf(R"({"name":"","url":"https://a/"})", ""), "request.invalid");
    EXPECT_EQ(codeOf("", R"("Two Words")"), "page.tag");
    EXPECT_EQ(codeOf("", R"("a","b","c","d","e","f","g","h","i","j","k")"), "request.invalid");
}

TEST_F(ApiSocial, AScheduleIsListedChangedAndSubscribedTo) {
    const auto starts = clock_.utcNow() + hours{5};
    const auto made = ada_.send("POST", "/api/v1/channels/Ada/schedule", entry(starts, "Sums"));
    ASSERT_EQ(made.status, 201U) << made.body;
    const auto id = made.as<wire::ScheduleEntry>().id.text();
    EXPECT_EQ(made.as<wire::ScheduleEntry>().endsAt, utcFromMilliseconds(toMilliseconds(starts)) + hours{1});
    EXPECT_EQ(bob_.send("DELETE", "/api/v1/channels/Ada/schedule/" + id).status, 403U);
    EXPECT_EQ(ada_.send("PUT", "/api/v1/channels/Ada/schedule/" + id, entry(starts, "More sums")).status,
              200U);
    const auto list = client().get("/api/v1/channels/ada/schedule").as<wire::ScheduleList>();
    ASSERT_EQ(list.items.size(), 1U);
    EXPECT_EQ(list.items[0].title, "More sums");
    const auto calendar = client().get("/api/v1/channels/ada/schedule.ics");
    EXPECT_EQ(calendar.headers.at("Content-Type"), "text/calendar; charset=utf-8");
    EXPECT_NE(calendar.body.find("SUMMARY:More sums\r\n"), std::string::npos) << calendar.body;
    EXPECT_EQ(ada_.send("DELETE", "/api/v1/channels/Ada/schedule/" + id).status, 204U);
    EXPECT_EQ(ada_.send("DELETE", "/api/v1/channels/Ada/schedule/" + id).problem().code, "schedule.unknown");
    EXPECT_EQ(ada_.send("POST", "/api/v1/channels/Ada/schedule", entry(clock_.utcNow() - hours{3}, "x"))
                  .problem()
                  .code,
              "schedule.time");
}

TEST_F(ApiSocial, FollowersHearSomeTimeBeforeItBegins) {
    EXPECT_EQ(bob_.send("PUT", "/api/v1/channels/Ada/follow").status, 204U);
    // One is due now, and one in five hours.
    const auto soon = clock_.utcNow() + minutes{10};
    EXPECT_EQ(
        ada_.send("POST", "/api/v1/channels/Ada/schedule", entry(clock_.utcNow() + hours{5}, "Later")).status,
        201U);
    EXPECT_EQ(ada_.send("POST", "/api/v1/channels/Ada/schedule", entry(soon, "Sums")).status, 201U);
    ASSERT_TRUE(waitUntil([&] { return inbox(bob_).size() == 1; }));
    const auto told = inbox(bob_)[0];
    EXPECT_EQ(told.kind, NotificationKind::StartsSoon);
    EXPECT_EQ(told.title, "Sums");
    EXPECT_EQ(toMilliseconds(told.at), toMilliseconds(soon));
}

}  // namespace
}  // namespace footlight::tests
