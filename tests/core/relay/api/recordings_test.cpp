#include "core/accounts/media_token.h"
#include "core/wire/recording.h"
#include "tests/core/relay/api/hub_fixture.h"
#include "tests/support/process.h"

namespace footlight::tests {
namespace {

using wire::PublishEventType;
using wire::RecordingPhase;

class ApiRecordings : public HubTest {
protected:
    ApiRecordings() : ada_(client()) {
        ada_.signUp("Ada");
        key_ = ada_.makeKey("Ada");
    }

    /// A broadcast with a recording of `bytes`, ended where it is not to stay on air.
    std::string broadcast(std::int64_t bytes, bool ends = true) {
        const auto grant = ada_.publish(key_);
        ada_.tell(PublishEventType::Started, grant);
        tell(grant, {RecordingPhase::Writing, "", bytes / 2, 1'000});
        if (ends) {
            ada_.tell(PublishEventType::Ended, grant);
            tell(grant, {RecordingPhase::Finished, "", bytes, 2'000, {{utcFromMilliseconds(5'000), 900}}});
        }
        return grant.broadcastId.text();
    }
    void tell(const wire::PublishGrant& grant, wire::RecordingStatus status) {
        wire::PublishEvent event{PublishEventType::Recording, grant.channel, grant.broadcastId,
                                 utcFromMilliseconds(1'700'000'000'000)};
        event.recording = std::move(status);
        EXPECT_EQ(ada_.hook("events", wire::toJson(wire::PublishEvents{{event}})).status, 204U);
    }
    Reply recording(const std::string& method, const std::string& id, const std::string& body = "") {
        return ada_.send(method, "/api/v1/recordings/" + id, body);
    }
    wire::RecordingPage page(const std::string& query = "") {
        return ada_.get("/api/v1/channels/Ada/recordings" + query).as<wire::RecordingPage>();
    }
    wire::Commands commands(std::int64_t after) {
        RestClient origin(hub_.port());
        origin.setToken(kHookSecret);
        return origin.get("/hooks/v1/commands?after=" + std::to_string(after)).as<wire::Commands>();
    }

    RestClient ada_;
    std::string key_;
};

TEST_F(ApiRecordings, GrowOnAirAndAreAVideoWhenTheBroadcastEnds) {
    const auto id = broadcast(100, false);
    auto one = recording("GET", id).as<wire::Recording>();
    EXPECT_EQ(one.phase, RecordingPhase::Writing);
    EXPECT_EQ(one.bytes, 50);
    EXPECT_FALSE(one.endedAt);
    wire::PublishGrant grant = ada_.publish(key_);
    tell(grant, {RecordingPhase::Writing, "", 60, 1'200});
    EXPECT_EQ(recording("GET", id).as<wire::Recording>().bytes, 60) << "told, not yet on disk";
    ada_.tell(PublishEventType::Ended, grant);
    tell(grant, {RecordingPhase::Finished, "", 80, 1'500});
    one = recording("GET", id).as<wire::Recording>();
    EXPECT_EQ(one.phase, RecordingPhase::Finished);
    EXPECT_EQ(one.durationMs, 1'500);
    EXPECT_TRUE(one.endedAt);
    EXPECT_EQ(one.playback, "http://relay.example:2222/vod/" + id + "/index.m3u8");
    EXPECT_EQ(one.download, "http://relay.example:2222/vod/" + id + "/download.mp4");
}

TEST_F(ApiRecordings, ArePagedNewestFirst) {
    const auto first = broadcast(1);
    const auto second = broadcast(1);
    const auto third = broadcast(1);
    const auto newest = page("?limit=2");
    ASSERT_EQ(newest.items.size(), 2U);
    EXPECT_EQ(newest.items[0].id.text(), third);
    ASSERT_TRUE(newest.next);
    const auto rest = page("?limit=2&page=" + *newest.next);
    ASSERT_EQ(rest.items.size(), 1U);
    EXPECT_EQ(rest.items[0].id.text(), first);
    EXPECT_FALSE(rest.next);
    EXPECT_EQ(ada_.get("/api/v1/channels/Ada/recordings?page=x").problem().field, "page");
    EXPECT_EQ(ada_.get("/api/v1/channels/Ada/recordings?limit=0").problem().field, "limit");
}

/// What is said during a broadcast of Ada's, beside what is said before and after.
class ApiRecordedChat : public ApiRecordings {
protected:
    ApiRecordedChat() : here_(joined("Ada", ada_.token())) {
        say("before");
        const auto grant = ada_.publish(key_);
        ada_.tell(PublishEventType::Started, grant, SystemClock().utcNow());
        tell(grant, {RecordingPhase::Writing, "", 1, 1'000});
        for (const auto* text : {"one", "two", "three"}) {
            say(text);
        }
        ada_.tell(PublishEventType::Ended, grant, SystemClock().utcNow());
        tell(grant, {RecordingPhase::Finished, "", 2, 2'000});
        say("after");
        id_ = grant.broadcastId.text();
    }

    /// Each at another millisecond than what came before and comes next.
    void say(const std::string& text) {
        pass();
        here_.send(wire::Say{"Ada", text, text});
        EXPECT_TRUE(here_.next<wire::Said>());
        pass();
    }
    void pass() {
        const auto now = SystemClock().utcNow();
        EXPECT_TRUE(waitUntil([&] { return SystemClock().utcNow() > now + std::chrono::milliseconds{2}; }));
    }
    wire::RecordedChat chat(const std::string& query = "") {
        return client().get("/api/v1/recordings/" + id_ + "/chat" + query).as<wire::RecordedChat>();
    }
    static std::vector<std::string> textsOf(const wire::RecordedChat& chat) {
        std::vector<std::string> texts;
        for (const auto& message : chat.items) {
            texts.push_back(message.text);
        }
        return texts;
    }

    SocketClient here_;
    std::string id_;
};

TEST_F(ApiRecordedChat, IsWhatWasSaidOnAir) {
    const auto whole = chat();
    EXPECT_EQ(textsOf(whole), (std::vector<std::string>{"one", "two", "three"}));
    EXPECT_FALSE(whole.next);
    const auto offset = [&](std::size_t i) {
        return std::to_string((whole.items.at(i).at - whole.startedAt) / std::chrono::milliseconds{1});
    };
    EXPECT_EQ(textsOf(chat("?from=" + offset(1))), (std::vector<std::string>{"two", "three"}));
    EXPECT_EQ(textsOf(chat("?to=" + offset(1))), (std::vector<std::string>{"one"}));
    EXPECT_EQ(textsOf(chat("?from=" + offset(1) + "&to=" + offset(2))), (std::vector<std::string>{"two"}));
    EXPECT_EQ(textsOf(chat("?to=31536000000")).size(), 3U) << "not beyond the end";
    const auto page = chat("?limit=2");
    EXPECT_EQ(page.items.size(), 2U);
    ASSERT_TRUE(page.next);
    EXPECT_EQ(textsOf(chat("?limit=2&page=" + *page.next)), (std::vector<std::string>{"three"}));
}

TEST_F(ApiRecordedChat, IsForWhoeverMayPlayTheRecording) {
    const auto path = "/api/v1/recordings/" + id_ + "/chat";
    ada_.send("PATCH", "/api/v1/channels/Ada/settings", R"({"visibility":"protected"})");
    EXPECT_EQ(client().get(path).problem().code, "recording.unknown");
    EXPECT_EQ(ada_.get(path).as<wire::RecordedChat>().items.size(), 3U);
    const accounts::MediaTokens tokens{Secret(kMediaKey)};
    const auto until = SystemClock().utcNow() + std::chrono::hours(1);
    for (const auto& subject : {id_, std::string("ada")}) {
        const auto token = tokens.make({accounts::MediaPurpose::Play, subject, until});
        EXPECT_EQ(client().get(path + "?access=" + token).as<wire::RecordedChat>().items.size(), 3U)
            << subject;
    }
    for (const auto& bad : {tokens.make({accounts::MediaPurpose::Play, "bob", until}),
                            tokens.make({accounts::MediaPurpose::Upload, id_, until}),
                            tokens.make({accounts::MediaPurpose::Play, id_, UtcTime{}}), std::string("x")}) {
        EXPECT_EQ(client().get(path + "?access=" + bad).status, 404U);
    }
    EXPECT_EQ(client().get("/api/v1/recordings/x/chat").status, 404U);
    for (const auto* bad : {"from=-1", "to=x", "page=x", "limit=0", "from=9999999999999"}) {
        const std::string text(bad);
        EXPECT_EQ(client().get(path + "?" + text).problem().field, text.substr(0, text.find('='))) << text;
    }
    EXPECT_EQ(recording("DELETE", id_).status, 204U);
    EXPECT_EQ(ada_.get(path).status, 404U);
}

TEST_F(ApiRecordings, AreListedForOthersAsFarAsTheyMayPlayThem) {
    const auto id = broadcast(1);
    const auto onAir = broadcast(1, false);
    const auto list = "/api/v1/channels/ada/recordings";
    EXPECT_EQ(page().items.size(), 2U);
    const auto seen = client().get(list).as<wire::RecordingPage>();
    ASSERT_EQ(seen.items.size(), 1U) << "what is on air is watched, not kept yet";
    EXPECT_EQ(seen.items[0].id.text(), id);
    EXPECT_EQ(seen.items[0].playback, "http://relay.example:2222/vod/" + id + "/index.m3u8");
    EXPECT_EQ(seen.items[0].download, "");
    EXPECT_EQ(seen.items[0].holes, 0);
    ada_.send("PATCH", "/api/v1/channels/Ada/settings", R"({"visibility":"unlisted","retentionDays":30})");
    auto bob = client();
    bob.signUp("Bob");
    const auto unlisted = bob.get(list).as<wire::RecordingPage>();
    ASSERT_EQ(unlisted.items.size(), 1U) << "whoever knows the name";
    EXPECT_FALSE(unlisted.items[0].expiresAt);
    ada_.send("PATCH", "/api/v1/channels/Ada/settings", R"({"visibility":"protected"})");
    EXPECT_EQ(bob.get(list).problem().code, "channel.protected");
    EXPECT_EQ(client().get(list).status, 403U);
    EXPECT_EQ(page().items.size(), 2U) << "its owner's all the same";
    const accounts::MediaTokens tokens{Secret(kMediaKey)};
    const auto until = SystemClock().utcNow() + std::chrono::hours(1);
    const auto link = tokens.make({accounts::MediaPurpose::Play, "ada", until});
    const auto opened = client().get(std::string(list) + "?access=" + link).as<wire::RecordingPage>();
    ASSERT_EQ(opened.items.size(), 1U);
    EXPECT_NE(opened.items[0].playback.find("/t/"), std::string::npos) << "it plays with a token of its own";
    const auto ofOne = tokens.make({accounts::MediaPurpose::Play, id, until});
    EXPECT_EQ(client().get(std::string(list) + "?access=" + ofOne).status, 403U)
        << "one recording is not all";
    EXPECT_EQ(recording("DELETE", id).status, 204U);
    EXPECT_EQ(client().get("/api/v1/channels/nobody/recordings").status, 404U);
}

TEST_F(ApiRecordings, OthersPageThroughThemWhileTheChannelIsOnAir) {
    const auto first = broadcast(1);
    const auto second = broadcast(1);
    static_cast<void>(broadcast(1, false));
    const std::string list = "/api/v1/channels/ada/recordings?limit=1";
    const auto page = client().get(list).as<wire::RecordingPage>();
    ASSERT_EQ(page.items.size(), 1U);
    EXPECT_EQ(page.items[0].id.text(), second);
    ASSERT_TRUE(page.next) << "there is an older one";
    const auto rest = client().get(list + "&page=" + *page.next).as<wire::RecordingPage>();
    ASSERT_EQ(rest.items.size(), 1U);
    EXPECT_EQ(rest.items[0].id.text(), first);
    EXPECT_FALSE(rest.next);
}

TEST_F(ApiRecordings, AreRenamedAndKept) {
    const auto id = broadcast(1);
    ada_.send("PATCH", "/api/v1/channels/Ada/settings", R"({"retentionDays":30})");
    const auto expiring = recording("GET", id).as<wire::Recording>();
    ASSERT_TRUE(expiring.expiresAt);
    EXPECT_EQ(*expiring.expiresAt - *expiring.endedAt, std::chrono::hours{24 * 30});
    const auto kept = recording("PATCH", id, R"({"title":"Maths ☀","keep":true})").as<wire::Recording>();
    EXPECT_EQ(kept.title, "Maths ☀");
    EXPECT_TRUE(kept.keep);
    EXPECT_FALSE(kept.expiresAt);
    EXPECT_EQ(recording("GET", id).as<wire::Recording>(), kept);
    EXPECT_EQ(recording("PATCH", id, R"({"title":"a\nb"})").status, 400U);
}

TEST_F(ApiRecordings, AreDeletedThroughTheOriginAlsoOverARestart) {
    const auto id = broadcast(1);
    const auto onAir = broadcast(1, false);
    EXPECT_EQ(recording("DELETE", onAir).problem().code, "recording.on_air");
    const auto before = commands(0).next;
    ASSERT_EQ(recording("DELETE", id).status, 204U);
    EXPECT_EQ(recording("GET", id).status, 404U);
    const auto told = commands(before);
    ASSERT_EQ(told.commands.size(), 1U);
    EXPECT_EQ(told.commands[0].type, wire::CommandType::DeleteRecording);
    EXPECT_EQ(told.commands[0].broadcastId->text(), id);
    hub_.stop();
    hub_.start();
    const auto again = commands(told.next);
    ASSERT_EQ(again.commands.size(), 2U) << "nobody said that it was done";
    EXPECT_EQ(again.commands[1].broadcastId->text(), id);
    EXPECT_TRUE(commands(again.next).commands.empty());
    EXPECT_EQ(commands(0).commands.size(), 1U) << "done: only the policy of what is on air is left";
}

TEST_F(ApiRecordings, AHoleIsFilledThroughATicket) {
    const auto id = broadcast(1);
    const auto holes = ada_.get("/api/v1/recordings/" + id + "/holes").as<wire::HoleList>();
    ASSERT_EQ(holes.items.size(), 1U);
    EXPECT_EQ(holes.items[0], (wire::RecordingHole{utcFromMilliseconds(5'000), 900}));
    const auto reply = ada_.send("POST", "/api/v1/recordings/" + id + "/holes/0/fill");
    ASSERT_EQ(reply.status, 201U);
    const auto url = reply.as<wire::FillTicket>().url;
    const std::string root = "http://relay.example:2222/t/";
    const auto end = "/vod/" + id + "/fill?from=5000&to=5900";
    ASSERT_TRUE(url.starts_with(root) && url.ends_with(end)) << url;
    const auto claim =
        accounts::MediaTokens(Secret(kMediaKey))
            .read(url.substr(root.size(), url.size() - root.size() - end.size()), SystemClock().utcNow());
    ASSERT_TRUE(claim);
    EXPECT_EQ(claim->purpose, accounts::MediaPurpose::Upload);
    EXPECT_EQ(claim->subject, id + "/5000-5900");
    for (const auto* none : {"1", "-1", "x", "0x"}) {
        EXPECT_EQ(ada_.send("POST", "/api/v1/recordings/" + id + "/holes/" + none + "/fill").problem().code,
                  "recording.no_hole");
    }
}

TEST_F(ApiRecordings, OfAProtectedChannelPlayWithAToken) {
    const auto id = broadcast(1);
    ada_.send("PATCH", "/api/v1/channels/Ada/settings", R"({"visibility":"protected"})");
    const auto one = recording("GET", id).as<wire::Recording>();
    EXPECT_TRUE(one.playback.starts_with("http://relay.example:2222/t/"));
    EXPECT_TRUE(one.playback.ends_with("/vod/" + id + "/index.m3u8"));
    EXPECT_TRUE(one.download.starts_with("http://relay.example:2222/t/"));
}

TEST_F(ApiRecordings, TheOldestGiveWayToABudget) {
    const auto first = broadcast(100);
    const auto second = broadcast(100);
    hub_.stop();
    hub_.hubOptions.recordedBytes = 150;
    hub_.start();
    const auto token = ada_.token();
    ada_ = client();
    ada_.setToken(token);
    auto told = commands(0);
    if (told.commands.empty()) {
        told = commands(told.next);
    }
    ASSERT_EQ(told.commands.size(), 1U);
    EXPECT_EQ(told.commands[0].broadcastId->text(), first);
    EXPECT_EQ(page().items.size(), 1U);
    EXPECT_EQ(page().items[0].id.text(), second);
}

TEST_F(ApiRecordings, AnUnknownBroadcastsStateIsPassedOver) {
    const auto id = broadcast(1);
    wire::PublishGrant ghost = ada_.publish(key_);
    ghost.broadcastId = BroadcastId::make(utcFromMilliseconds(1));
    tell(ghost, {RecordingPhase::Finished, "", 1, 1});
    EXPECT_EQ(recording("GET", ghost.broadcastId.text()).status, 404U);
    EXPECT_EQ(recording("GET", "no-id").status, 404U);
    EXPECT_EQ(page().items.size(), 1U);
    EXPECT_EQ(page().items[0].id.text(), id);
}

}  // namespace
}  // namespace footlight::tests
