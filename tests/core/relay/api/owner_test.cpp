#include <fstream>
#include <future>

#include "core/accounts/media_token.h"
#include "core/wire/channel.h"
#include "core/wire/channel_input.h"
#include "core/wire/channel_settings.h"
#include "core/wire/recording.h"
#include "core/wire/target.h"
#include "tests/core/relay/api/hub_fixture.h"

namespace footlight::tests {
namespace {

using wire::PublishEventType;

constexpr auto kId = "01890a5d-ac96-774b-bcce-b302099a8057";

class ApiOwner : public HubTest {
protected:
    ApiOwner() : ada_(client()), bob_(client()) {
        ada_.signUp("Ada");
        bob_.signUp("Bob");
        key_ = ada_.makeKey("Ada");
    }

    Reply ada(const std::string& method, const std::string& path, const std::string& body = "") {
        return ada_.send(method, "/api/v1/channels/Ada" + path, body);
    }
    wire::PublishGrant goLive() {
        auto grant = ada_.publish(key_);
        EXPECT_EQ(ada_.tell(PublishEventType::Started, grant).status, 204U);
        return grant;
    }
    wire::Commands commands(std::int64_t after) {
        RestClient origin(hub_.port());
        origin.setToken(kHookSecret);
        return origin.get("/hooks/v1/commands?after=" + std::to_string(after)).as<wire::Commands>();
    }
    wire::StreamInputs inputs(std::int64_t after) {
        RestClient origin(hub_.port());
        origin.setToken(kHookSecret);
        return origin.get("/hooks/v1/inputs?after=" + std::to_string(after)).as<wire::StreamInputs>();
    }
    void tellRecording(const wire::PublishGrant& grant, wire::RecordingStatus status) {
        wire::PublishEvent event{PublishEventType::Recording, grant.channel, grant.broadcastId,
                                 utcFromMilliseconds(1'700'000'000'000)};
        event.recording = std::move(status);
        EXPECT_EQ(ada_.hook("events", wire::toJson(wire::PublishEvents{{event}})).status, 204U);
    }

    RestClient ada_;
    RestClient bob_;
    std::string key_;
};

struct Route {
    const char* method;
    std::string path;
};

std::vector<Route> ownerRoutes(const std::string& channel, const std::string& recording) {
    const auto below = "/api/v1/channels/" + channel;
    const auto id = std::string("/") + kId;
    const auto one = "/api/v1/recordings/" + recording;
    return {{"GET", below + "/settings"},
            {"PATCH", below + "/settings"},
            {"GET", below + "/ingest"},
            {"POST", below + "/input"},
            {"GET", below + "/slate"},
            {"PUT", below + "/slate"},
            {"DELETE", below + "/slate"},
            {"POST", below + "/end"},
            {"POST", below + "/links"},
            {"GET", below + "/targets"},
            {"POST", below + "/targets"},
            {"PATCH", below + "/targets" + id},
            {"DELETE", below + "/targets" + id},
            {"GET", below + "/inputs"},
            {"POST", below + "/inputs"},
            {"PATCH", below + "/inputs" + id},
            {"DELETE", below + "/inputs" + id},
            {"GET", one},
            {"PATCH", one},
            {"DELETE", one},
            {"GET", one + "/holes"},
            {"POST", one + "/holes/0/fill"}};
}

TEST_F(ApiOwner, OnlyTheOwnerIsLetIn) {
    const auto grant = goLive();
    tellRecording(grant, {wire::RecordingPhase::Finished, "", 1, 1, {{utcFromMilliseconds(1), 5}}});
    for (const auto& route : ownerRoutes("Ada", grant.broadcastId.text())) {
        EXPECT_EQ(client().send(route.method, route.path, "{}").status, 401U) << route.method << route.path;
        auto forged = client();
        forged.setToken("made-up");
        EXPECT_EQ(forged.send(route.method, route.path, "{}").status, 401U) << route.method << route.path;
        const auto bob = bob_.send(route.method, route.path, "{}");
        const bool isRecording = route.path.starts_with("/api/v1/recordings");
        EXPECT_EQ(bob.status, isRecording ? 404U : 403U) << route.method << route.path;
        EXPECT_EQ(bob.problem().code, isRecording ? "recording.unknown" : "channel.not_yours");
    }
    for (const auto& route : ownerRoutes("nobody", kId)) {
        EXPECT_EQ(ada_.send(route.method, route.path, "{}").status, 404U) << route.method << route.path;
    }
}

TEST_F(ApiOwner, SettingsAreChangedMemberByMemberWithinBounds) {
    EXPECT_EQ(ada("GET", "/settings").as<wire::ChannelSettings>(), wire::ChannelSettings{});
    EXPECT_EQ(ada("PATCH", "/settings", R"({"graceSeconds":90})").status, 200U);
    EXPECT_EQ(ada("PATCH", "/settings", R"({"retentionDays":30,"visibility":"unlisted"})").status, 200U);
    const auto settings = ada("GET", "/settings").as<wire::ChannelSettings>();
    EXPECT_EQ(settings.graceSeconds, 90);
    EXPECT_EQ(settings.retentionDays, 30);
    EXPECT_EQ(settings.visibility, wire::Visibility::Unlisted);
    EXPECT_TRUE(settings.recorded);
    for (const auto* bad : {R"({"graceSeconds":-1})", R"({"graceSeconds":3601})", R"({"retentionDays":-1})",
                            R"({"retentionDays":3651})", R"({"visibility":"secret"})", "[]"}) {
        EXPECT_EQ(ada("PATCH", "/settings", bad).status, 400U) << bad;
    }
    EXPECT_EQ(ada("GET", "/settings").as<wire::ChannelSettings>(), settings);
}

TEST_F(ApiOwner, AnUnlistedChannelIsInNoListButPlays) {
    goLive();
    ada("PATCH", "/settings", R"({"visibility":"unlisted"})");
    for (const auto* list : {"/api/v1/channels", "/api/v1/channels?live=true"}) {
        for (const auto& channel : client().get(list).as<wire::ChannelPage>().items) {
            EXPECT_NE(channel.name, "Ada");
        }
    }
    const auto channel = client().get("/api/v1/channels/Ada").as<wire::Channel>();
    EXPECT_TRUE(channel.live);
    EXPECT_EQ(channel.playback, "http://relay.example:2222/live/Ada/index.m3u8");
}

TEST_F(ApiOwner, AProtectedChannelPlaysForItsOwnerAndByLink) {
    ada("PATCH", "/settings", R"({"visibility":"protected"})");
    EXPECT_EQ(client().get("/api/v1/channels/Ada").as<wire::Channel>().playback, "");
    EXPECT_EQ(bob_.get("/api/v1/channels/Ada").as<wire::Channel>().playback, "");
    auto guest = socket();
    ASSERT_TRUE(guest.hello());
    EXPECT_EQ(guest.join("Ada")->playback, "");
    const auto own = ada_.get("/api/v1/channels/Ada").as<wire::Channel>().playback;
    const auto reply = ada("POST", "/links", R"({"hours":2})");
    ASSERT_EQ(reply.status, 201U);
    const accounts::MediaTokens tokens{Secret(kMediaKey)};
    for (const auto& url : {own, reply.as<wire::PlaybackLink>().url}) {
        const std::string root = "http://relay.example:2222/t/";
        const std::string end = "/live/Ada/index.m3u8";
        ASSERT_TRUE(url.starts_with(root) && url.ends_with(end)) << url;
        const auto token = url.substr(root.size(), url.size() - root.size() - end.size());
        const auto claim = tokens.read(token, SystemClock().utcNow());
        ASSERT_TRUE(claim);
        EXPECT_EQ(claim->subject, "ada");
        EXPECT_EQ(claim->purpose, accounts::MediaPurpose::Play);
    }
    const auto left = reply.as<wire::PlaybackLink>().expiresAt - SystemClock().utcNow();
    EXPECT_GT(left, std::chrono::minutes{119});
    EXPECT_LE(left, std::chrono::hours{2});
    EXPECT_EQ(ada("POST", "/links", R"({"hours":0})").problem().field, "hours");
    EXPECT_EQ(ada("POST", "/links", R"({"hours":8761})").status, 400U);
}

TEST_F(ApiOwner, IngestAddressesAreTold) {
    const auto addresses = ada("GET", "/ingest").as<wire::IngestAddresses>();
    EXPECT_EQ(addresses,
              (wire::IngestAddresses{"rtmp://relay.example:1111/live", "rtmp://relay.example:1111/backup"}));
}

TEST_F(ApiOwner, TargetsKeepTheirKeysToThemselves) {
    const auto made = ada("POST", "/targets",
                          R"({"name":"YouTube","url":"rtmps://a.example/live2","streamKey":"yt-secret-1"})");
    ASSERT_EQ(made.status, 201U);
    const auto id = made.as<wire::Target>().id.text();
    EXPECT_EQ(made.body.find("yt-secret-1"), std::string::npos);
    EXPECT_EQ(ada("GET", "/targets").body.find("yt-secret-1"), std::string::npos);
    EXPECT_EQ(ada("PATCH", "/targets/" + id, R"({"enabled":false,"name":"Tube"})").status, 200U);
    const auto list = ada("GET", "/targets").as<wire::TargetList>();
    ASSERT_EQ(list.items.size(), 1U);
    EXPECT_EQ(list.items[0].name, "Tube");
    EXPECT_FALSE(list.items[0].enabled);
    EXPECT_FALSE(list.items[0].status) << "nothing is on air";
    EXPECT_EQ(ada_.publish(key_).policy.targets[0].streamKey.reveal(), "yt-secret-1") << "it stays";
    for (const auto& entry : std::filesystem::directory_iterator(hub_.databaseFile().parent_path())) {
        if (!entry.is_regular_file()) {
            continue;
        }
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        EXPECT_EQ(bytes.find("yt-secret-1"), std::string::npos) << entry.path();
    }
    EXPECT_EQ(ada("DELETE", "/targets/" + id).status, 204U);
    EXPECT_EQ(ada("DELETE", "/targets/" + id).problem().code, "target.unknown");
    EXPECT_EQ(ada("PATCH", "/targets/none", "{}").problem().code, "target.unknown");
}

TEST_F(ApiOwner, ATargetHasRules) {
    for (const auto* bad : {R"({"name":"a","url":"http://a/live","streamKey":"k"})",
                            R"({"name":"a","url":"rtmp://a","streamKey":"k"})",
                            R"({"name":"a","url":"rtmp://u:p@a/live","streamKey":"k"})",
                            R"({"name":"a","url":"rtmp://a b/live","streamKey":"k"})",
                            R"({"name":"a","url":"rtmp://a:99999/live","streamKey":"k"})",
                            R"({"name":"a\nb","url":"rtmp://a/live","streamKey":"k"})",
                            R"({"name":"a","url":"rtmp://a/live","streamKey":"k k"})",
                            R"({"name":"a","url":"rtmp://a/live","streamKey":""})",
                            R"({"name":"a","url":"rtmp://a/live","streamKey":"k","audioTrack":16})",
                            R"({"name":"a","url":"rtmp://a/live"})"}) {
        EXPECT_EQ(ada("POST", "/targets", bad).status, 400U) << bad;
    }
    const auto* good = R"({"name":"a","url":"rtmp://[::1]:1936/live?x=1","streamKey":"k"})";
    for (int i = 0; i < 20; ++i) {
        ASSERT_EQ(ada("POST", "/targets", good).status, 201U);
    }
    const auto full = ada("POST", "/targets", good);
    EXPECT_EQ(full.status, 409U);
    EXPECT_EQ(full.problem().code, "target.too_many");
}

TEST_F(ApiOwner, ATargetShowsItsStateWhileOnAir) {
    const auto id = ada("POST", "/targets", R"({"name":"a","url":"rtmp://a/live","streamKey":"k"})")
                        .as<wire::Target>()
                        .id;
    const auto grant = goLive();
    EXPECT_EQ(ada("GET", "/targets").as<wire::TargetList>().items[0].status->phase, wire::TargetPhase::Off);
    wire::PublishEvent event{PublishEventType::Target, "Ada", grant.broadcastId, utcFromMilliseconds(2)};
    event.target = wire::TargetStatus{id, wire::TargetPhase::Waiting, 0, 3, "the key is refused"};
    ada_.hook("events", wire::toJson(wire::PublishEvents{{event}}));
    const auto status = ada("GET", "/targets").as<wire::TargetList>().items[0].status;
    ASSERT_TRUE(status);
    EXPECT_EQ(*status, *event.target);
}

TEST_F(ApiOwner, TheOwnersSocketHearsOfInputRecordingAndTargets) {
    const auto grant = goLive();
    auto own = joined("Ada", ada_.token(), false);
    auto guest = joined("Ada");
    wire::PublishEvent input{PublishEventType::Input, "Ada", grant.broadcastId, utcFromMilliseconds(2)};
    input.input = wire::InputStatus{wire::IngestSlot::Backup, true, true};
    wire::PublishEvent target{PublishEventType::Target, "Ada", grant.broadcastId, utcFromMilliseconds(2)};
    target.target = wire::TargetStatus{*TargetId::parse(kId), wire::TargetPhase::Sending, 5, 0, ""};
    wire::PublishEvent health{PublishEventType::Health, "Ada", grant.broadcastId, utcFromMilliseconds(3)};
    health.health = wire::StreamHealth{};
    health.health->advice = {{"ingest.long_gop", wire::AdviceSeverity::Warning, 8, "Set it to 2 s."}};
    tellRecording(grant, {wire::RecordingPhase::Paused, "The disk is full.", 7, 8});
    ada_.hook("events", wire::toJson(wire::PublishEvents{{target, input, health}}));
    const auto first = own.next<wire::Health>();
    ASSERT_TRUE(first);
    EXPECT_EQ(first->input, input.input) << "told at once";
    const auto second = own.next<wire::Health>();
    ASSERT_TRUE(second);
    EXPECT_EQ(second->health, *health.health);
    EXPECT_EQ(second->recording->reason, "The disk is full.");
    EXPECT_EQ(second->targets, std::vector{*target.target});
    ada_.tell(PublishEventType::Ended, grant);
    while (const auto text = guest.receive()) {
        EXPECT_EQ(text->find(R"("type":"health")"), std::string::npos);
        if (text->find(R"("type":"ended")") != std::string::npos) {
            break;
        }
    }
}

TEST_F(ApiOwner, ASwitchThatNoOriginHeardIsNotSaidToBeDone) {
    goLive();
    const auto asked = ada("POST", "/input", R"({"slot":"backup"})");
    EXPECT_EQ(asked.status, 503U);
    EXPECT_EQ(asked.problem().code, "relay.busy");
}

TEST_F(ApiOwner, CommandsReachAWaitingOriginInOrder) {
    const auto grant = goLive();
    const auto start = commands(0);
    ASSERT_EQ(start.commands.size(), 1U) << "all that it must know: the policy of what is on air";
    EXPECT_EQ(start.commands[0].type, wire::CommandType::ChangePolicy);
    EXPECT_TRUE(commands(start.next).commands.empty()) << "nothing new in half a second";
    auto switched =
        std::async(std::launch::async, [&] { return ada("POST", "/input", R"({"slot":"backup"})").status; });
    const auto first = commands(start.next);
    ASSERT_EQ(first.commands.size(), 1U);
    EXPECT_EQ(first.commands[0].type, wire::CommandType::SwitchInput);
    EXPECT_EQ(first.commands[0].slot, wire::IngestSlot::Backup);
    EXPECT_EQ(first.commands[0].broadcastId, grant.broadcastId);
    EXPECT_TRUE(commands(first.next).commands.empty());
    EXPECT_EQ(switched.get(), 204U) << "answered when the origin has done it";
    EXPECT_EQ(ada("PATCH", "/settings", R"({"graceSeconds":7})").status, 200U);
    EXPECT_EQ(ada("POST", "/end").status, 204U);
    const auto news = commands(first.next);
    ASSERT_EQ(news.commands.size(), 2U);
    EXPECT_EQ(news.commands[0].policy->graceMs, 7'000);
    EXPECT_EQ(news.commands[1].type, wire::CommandType::EndBroadcast);
    EXPECT_EQ(news.commands[1].broadcastId, grant.broadcastId);
    EXPECT_EQ(commands(news.next - 1).commands.size(), 1U) << "asked again, told again";
    EXPECT_EQ(ada("POST", "/end").problem().code, "broadcast.not_live");
    EXPECT_EQ(ada("POST", "/input", R"({"slot":"primary"})").problem().code, "broadcast.not_live");
}

TEST_F(ApiOwner, WhatTheOwnerEndedStaysEnded) {
    const auto grant = goLive();
    auto viewer = joined("Ada");
    ASSERT_EQ(ada("POST", "/end").status, 204U);
    EXPECT_TRUE(viewer.next<wire::Ended>());
    ada_.tell(PublishEventType::Health, grant);
    EXPECT_FALSE(ada_.get("/api/v1/channels/Ada").as<wire::Channel>().live);
    EXPECT_NE(ada_.publish(key_).broadcastId, grant.broadcastId);
}

TEST_F(ApiOwner, TheCommandsOfAnEarlierHubBeginAnew) {
    goLive();
    const auto former = commands(0).next;
    hub_.stop();
    hub_.start();
    const auto anew = commands(former);
    ASSERT_EQ(anew.commands.size(), 1U);
    EXPECT_EQ(anew.commands[0].type, wire::CommandType::ChangePolicy);
    EXPECT_GT(anew.next, former);
}

TEST_F(ApiOwner, HooksForOriginAndGatewayNeedTheSecret) {
    for (const auto* path : {"/hooks/v1/commands?after=0", "/hooks/v1/inputs?after=0"}) {
        EXPECT_EQ(client().get(path).status, 401U);
        EXPECT_EQ(ada_.get(path).status, 401U);
    }
    RestClient origin(hub_.port());
    origin.setToken(kHookSecret);
    EXPECT_EQ(origin.get("/hooks/v1/commands?after=x").status, 400U);
    EXPECT_EQ(origin.get("/hooks/v1/inputs?after=").status, 400U);
}

TEST_F(ApiOwner, InputsReachTheGatewayWithAKeyOfTheirOwn) {
    const auto none = inputs(0);
    EXPECT_TRUE(none.inputs.empty());
    const auto made =
        ada("POST", "/inputs",
            R"({"url":"srt://camera.example:9000","slot":"backup","passphrase":"ten letters"})");
    ASSERT_EQ(made.status, 201U) << made.body;
    EXPECT_TRUE(made.as<wire::ChannelInput>().hasPassphrase);
    EXPECT_EQ(made.body.find("ten letters"), std::string::npos);
    const auto one = inputs(none.version);
    ASSERT_EQ(one.inputs.size(), 1U);
    EXPECT_EQ(one.inputs[0].channel, "Ada");
    EXPECT_EQ(one.inputs[0].slot, wire::IngestSlot::Backup);
    EXPECT_EQ(one.inputs[0].passphrase.reveal(), "ten letters");
    const auto key = one.inputs[0].publishKey.reveal();
    EXPECT_EQ(ada_.publish(key).channel, "Ada");
    auto forged = key;
    forged.back() = forged.back() == '0' ? '1' : '0';
    EXPECT_EQ(ada_.hook("publish", wire::toJson(wire::PublishHook{Secret(forged), "", ""})).status, 403U);
    const auto id = made.as<wire::ChannelInput>().id.text();
    EXPECT_EQ(ada("PATCH", "/inputs/" + id, R"({"enabled":false})").status, 200U);
    EXPECT_TRUE(inputs(one.version).inputs.empty());
    EXPECT_EQ(ada_.hook("publish", wire::toJson(wire::PublishHook{Secret(key), "", ""})).status, 403U);
    EXPECT_EQ(ada("DELETE", "/inputs/" + id).status, 204U);
    EXPECT_TRUE(ada("GET", "/inputs").as<wire::ChannelInputList>().items.empty());
}

TEST_F(ApiOwner, AnInputHasRules) {
    for (const auto* bad :
         {R"({"url":"file:///etc/passwd"})", R"({"url":"http://a/x"})", R"({"url":"udp://host:5000"})",
          R"({"url":"udp://0.0.0.0:80"})", R"({"url":"udp://0.0.0.0:5000/x"})", R"({"url":"srt://a"})",
          R"({"url":"rtmp://a"})", R"({"url":"srt://a:1","sources":["10.0.0.1"]})",
          R"({"url":"udp://0.0.0.0:5000","sources":["somewhere"]})",
          R"({"url":"udp://0.0.0.0:5000","passphrase":"ten letters"})",
          R"({"url":"srt://a:1","passphrase":"short"})"}) {
        EXPECT_EQ(ada("POST", "/inputs", bad).status, 400U) << bad;
    }
    EXPECT_EQ(ada("POST", "/inputs", R"({"url":"udp://0.0.0.0:5000","sources":["10.0.0.1"]})").status, 201U);
    EXPECT_EQ(
        bob_.send("POST", "/api/v1/channels/Bob/inputs", R"({"url":"udp://0.0.0.0:5000"})").problem().code,
        "input.address_taken");
}

}  // namespace
}  // namespace footlight::tests
