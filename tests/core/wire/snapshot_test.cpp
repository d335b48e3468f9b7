#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/wire/channel.h"
#include "core/wire/hooks.h"
#include "core/wire/json.h"
#include "core/wire/problem.h"
#include "core/wire/relay_info.h"
#include "core/wire/socket.h"

namespace footlight::wire {
namespace {

constexpr auto kUser = "01890a5d-ac96-774b-bcce-b302099a8057";
constexpr auto kThing = "01890a5d-ac96-774b-bcce-b302099a8058";

template <typename SomeId>
SomeId id(const char* text) {
    return *SomeId::parse(text);
}

User ada() { return {id<UserId>(kUser), "Ada"}; }
UtcTime at() { return utcFromMilliseconds(1'700'000'000'123); }
ChatMessage line() { return {id<MessageId>(kThing), "Ada", ada(), "hello \"world\" ☀", at()}; }
Channel channel() {
    return {id<ChannelId>(kThing), "Ada", "Maths", true, 2, at(), "http://h:8081/live/Ada/index.m3u8"};
}

ChannelPolicy policy() {
    return {60'000, true,  Visibility::Unlisted,
            false,  "abc", {{id<TargetId>(kThing), "Elsewhere", "rtmp://a/live", Secret("k"), 1, true}}};
}
const std::string kPolicy =
    R"({"graceMs":60000,"recorded":true,"visibility":"unlisted","rtmpPlay":false,"slate":"abc",)"
    R"("targets":[{"id":"01890a5d-ac96-774b-bcce-b302099a8058","name":"Elsewhere","url":"rtmp://a/live",)"
    R"("streamKey":"k","audioTrack":1,"enabled":true}]})";

/// The text is what is expected, and reading it and writing it again gives the same.
template <typename Message>
void expectSnapshot(const Message& message, const std::string& expected) {
    EXPECT_EQ(toJson(message), expected);
    const auto parsed = parse<Message>(expected);
    ASSERT_TRUE(parsed) << parsed.error().message;
    EXPECT_EQ(toJson(*parsed), expected);
}

TEST(WireSnapshot, RelayAndProblem) {
    expectSnapshot(
        RelayInfo{"Attic",
                  "0.1.0",
                  at(),
                  "rtmp://h:1935/live",
                  "http://h:8081",
                  "http://h:8080/api/v1",
                  "ws://h:8080/api/v1/socket",
                  {},
                  "srt://h:10080"},
        R"({"name":"Attic","version":"0.1.0","time":1700000000123,"rtmp":"rtmp://h:1935/live",)"
        R"("media":"http://h:8081","api":"http://h:8080/api/v1","socket":"ws://h:8080/api/v1/socket",)"
        R"("srt":"srt://h:10080"})");
    expectSnapshot(
        Problem{"about:blank", "Too many requests", 429, "request.too_many", "Try again in 3 s.", {}, 3},
        R"({"type":"about:blank","title":"Too many requests","status":429,"code":"request.too_many",)"
        R"("detail":"Try again in 3 s.","retryAfter":3})");
}

TEST(WireSnapshot, Accounts) {
    expectSnapshot(SignUpRequest{"Ada", Secret("correct horse battery")},
                   R"({"name":"Ada","password":"correct horse battery"})");
    expectSnapshot(SignInRequest{"Ada", Secret("correct horse battery"), {}},
                   R"({"name":"Ada","password":"correct horse battery"})");
    expectSnapshot(SignInRequest{{}, {}, Secret("abc")}, R"({"ownerToken":"abc"})");
    expectSnapshot(Session{Secret("tok"), at(), ada(), "Ada"},
                   R"({"token":"tok","expiresAt":1700000000123,)"
                   R"("user":{"id":"01890a5d-ac96-774b-bcce-b302099a8057","name":"Ada"},"channel":"Ada"})");
    expectSnapshot(Me{ada(), "Ada"},
                   R"({"user":{"id":"01890a5d-ac96-774b-bcce-b302099a8057","name":"Ada"},"channel":"Ada"})");
}

TEST(WireSnapshot, Channels) {
    const std::string text =
        R"({"id":"01890a5d-ac96-774b-bcce-b302099a8058","name":"Ada","title":"Maths","live":true,)"
        R"("viewers":2,"startedAt":1700000000123,"playback":"http://h:8081/live/Ada/index.m3u8",)"
        R"("visibility":"public"})";
    expectSnapshot(channel(), text);
    expectSnapshot(ChannelPage{{channel()}, "Ada"}, R"({"items":[)" + text + R"(],"next":"Ada"})");
    expectSnapshot(ChannelPatch{"Maths"}, R"({"title":"Maths"})");
    expectSnapshot(StreamKey{Secret("key")}, R"({"streamKey":"key"})");
}

TEST(WireSnapshot, Hooks) {
    expectSnapshot(PublishHook{Secret("key"), "10.0.0.7", "FMLE/3.0"},
                   R"({"streamKey":"key","address":"10.0.0.7","encoder":"FMLE/3.0"})");
    expectSnapshot(PublishGrant{"Ada", id<ChannelId>(kThing), id<BroadcastId>(kUser), policy()},
                   R"({"channel":"Ada","channelId":"01890a5d-ac96-774b-bcce-b302099a8058",)"
                   R"("broadcastId":"01890a5d-ac96-774b-bcce-b302099a8057","policy":)" +
                       kPolicy + "}");
    const StreamHealth health{2'500'000, 30, 1280, 720, "avc1.64001f", "mp4a.40.2", 2};
    expectSnapshot(
        PublishEvents{{{PublishEventType::Started, "Ada", id<BroadcastId>(kUser), at(), {}},
                       {PublishEventType::Health, "Ada", id<BroadcastId>(kUser), at(), health}}},
        R"({"events":[{"type":"started","channel":"Ada","broadcastId":"01890a5d-ac96-774b-bcce-b302099a8057",)"
        R"("at":1700000000123},{"type":"health","channel":"Ada","broadcastId":"01890a5d-ac96-774b-bcce-b302099a8057",)"
        R"("at":1700000000123,"health":{"bitrate":2500000,"frameRate":3E1,"width":1280,"height":720,)"
        R"("videoCodec":"avc1.64001f","audioCodec":"mp4a.40.2","keyFrameInterval":2E0,"slot":"primary",)"
        R"("audioBitrate":0,"sampleRate":0,"channels":0,"hasBFrames":false,"driftMs":0E0,"lost":0,"advice":[]}}]})");
}

TEST(WireSnapshot, StatesOfABroadcast) {
    StreamHealth health;
    health.slot = IngestSlot::Backup;
    health.advice = {{"ingest.long_gop", AdviceSeverity::Warning, 8, "Set the key frame interval to 2 s."}};
    PublishEvent event{PublishEventType::Input, "Ada", id<BroadcastId>(kUser), at()};
    event.health = health;
    event.input = InputStatus{IngestSlot::Backup, false, true};
    event.recording = RecordingStatus{RecordingPhase::Paused, "The disk is full.", 7, 8, {{at(), 900}}};
    event.target = TargetStatus{id<TargetId>(kThing), TargetPhase::Refused, 1, 2, "wrong key"};
    expectSnapshot(
        PublishEvents{{event}},
        R"({"events":[{"type":"input","channel":"Ada","broadcastId":"01890a5d-ac96-774b-bcce-b302099a8057",)"
        R"("at":1700000000123,"health":{"bitrate":0,"frameRate":0E0,"width":0,"height":0,"videoCodec":"",)"
        R"("audioCodec":"","keyFrameInterval":0E0,"slot":"backup","audioBitrate":0,"sampleRate":0,"channels":0,)"
        R"("hasBFrames":false,"driftMs":0E0,"lost":0,"advice":[{"code":"ingest.long_gop","severity":"warning",)"
        R"("value":8E0,"text":"Set the key frame interval to 2 s."}]},"input":{"active":"backup",)"
        R"("hasPrimary":false,"hasBackup":true},"recording":{"phase":"paused","reason":"The disk is full.",)"
        R"("bytes":7,"durationMs":8,"holes":[{"at":1700000000123,"durationMs":900}]},)"
        R"("target":{"id":"01890a5d-ac96-774b-bcce-b302099a8058","phase":"refused","bitrate":1,"dropped":2,)"
        R"("detail":"wrong key"}}]})");
}

TEST(WireSnapshot, CommandsAndInputs) {
    expectSnapshot(Commands{{}, 7}, R"({"commands":[],"next":7})");
    Command change{CommandType::ChangePolicy, "Ada"};
    change.policy = policy();
    Command toBackup{CommandType::SwitchInput, "Ada"};
    toBackup.slot = IngestSlot::Backup;
    Command forget{CommandType::DeleteRecording, ""};
    forget.broadcastId = id<BroadcastId>(kUser);
    expectSnapshot(Commands{{change, toBackup, forget}, 8},
                   R"({"commands":[{"type":"changePolicy","channel":"Ada","policy":)" + kPolicy +
                       R"(},{"type":"switchInput","channel":"Ada","slot":"backup"},)"
                       R"({"type":"deleteRecording","channel":"",)"
                       R"("broadcastId":"01890a5d-ac96-774b-bcce-b302099a8057"}],"next":8})");
    expectSnapshot(StreamInputs{3,
                                {{id<InputId>(kThing),
                                  "Ada",
                                  "udp://239.0.0.1:5000",
                                  IngestSlot::Primary,
                                  {"10.0.0.7"},
                                  Secret(""),
                                  Secret("input-key")}}},
                   R"({"version":3,"inputs":[{"id":"01890a5d-ac96-774b-bcce-b302099a8058","channel":"Ada",)"
                   R"("url":"udp://239.0.0.1:5000","slot":"primary","sources":["10.0.0.7"],"passphrase":"",)"
                   R"("publishKey":"input-key"}]})");
}

TEST(WireSnapshot, SocketMessagesOfTheClient) {
    expectSnapshot<ClientMessage>(Hello{}, R"({"type":"hello"})");
    expectSnapshot<ClientMessage>(Hello{Secret("tok")}, R"({"type":"hello","token":"tok"})");
    expectSnapshot<ClientMessage>(Join{"Ada", true}, R"({"type":"join","channel":"Ada","watching":true})");
    expectSnapshot<ClientMessage>(Join{"Ada", true, std::nullopt, "token"},
                                  R"({"type":"join","channel":"Ada","watching":true,"playback":"token"})");
    expectSnapshot<ClientMessage>(Leave{"Ada"}, R"({"type":"leave","channel":"Ada"})");
    expectSnapshot<ClientMessage>(Say{"Ada", "hello", "n1"},
                                  R"({"type":"say","channel":"Ada","text":"hello","nonce":"n1"})");
    expectSnapshot<ClientMessage>(Ping{at()}, R"({"type":"ping","clientTime":1700000000123})");
}

TEST(WireSnapshot, SocketMessagesOfTheRelay) {
    const std::string user = R"({"id":"01890a5d-ac96-774b-bcce-b302099a8057","name":"Ada"})";
    const std::string message = R"("id":"01890a5d-ac96-774b-bcce-b302099a8058","channel":"Ada","user":)" +
                                user + R"(,"text":"hello \"world\" ☀","at":1700000000123})";
    expectSnapshot<ServerMessage>(Welcome{ada(), at()},
                                  R"({"type":"welcome","user":)" + user + R"(,"serverTime":1700000000123})");
    expectSnapshot<ServerMessage>(
        Joined{"Ada", "Maths", false, 3, {}, "http://m", {line()}},
        R"({"type":"joined","channel":"Ada","title":"Maths","live":false,"viewers":3,)"
        R"("playback":"http://m","history":[{)" +
            message + R"(],"modes":{"slow":0,"emoteOnly":false}})");
    expectSnapshot<ServerMessage>(Left{"Ada"}, R"({"type":"left","channel":"Ada"})");
    expectSnapshot<ServerMessage>(Left{"Ada", LeftBecause::Protected},
                                  R"({"type":"left","channel":"Ada","because":"protected"})");
    expectSnapshot<ServerMessage>(line(), R"({"type":"message",)" + message);
    expectSnapshot<ServerMessage>(
        Said{"n1", id<MessageId>(kThing)},
        R"({"type":"said","nonce":"n1","id":"01890a5d-ac96-774b-bcce-b302099a8058"})");
    expectSnapshot<ServerMessage>(Presence{"Ada", 4}, R"({"type":"presence","channel":"Ada","viewers":4})");
    expectSnapshot<ServerMessage>(
        Live{"Ada", "Maths", at(), "http://m"},
        R"({"type":"live","channel":"Ada","title":"Maths","startedAt":1700000000123,"playback":"http://m"})");
    expectSnapshot<ServerMessage>(Ended{"Ada"}, R"({"type":"ended","channel":"Ada"})");
    expectSnapshot<ServerMessage>(Titled{"Ada", "Maths"},
                                  R"({"type":"titled","channel":"Ada","title":"Maths"})");
    expectSnapshot<ServerMessage>(
        Health{"Ada", at(), false, {}},
        R"({"type":"health","channel":"Ada","at":1700000000123,"publishing":false,"health":{"bitrate":0,)"
        R"("frameRate":0E0,"width":0,"height":0,"videoCodec":"","audioCodec":"","keyFrameInterval":0E0,)"
        R"("slot":"primary","audioBitrate":0,"sampleRate":0,"channels":0,"hasBFrames":false,"driftMs":0E0,"lost":0,)"
        R"("advice":[]},"targets":[]})");
    Health withStates{"Ada", at(), true, {}, InputStatus{IngestSlot::Primary, true, true}};
    withStates.recording = RecordingStatus{RecordingPhase::Writing, "", 1, 2};
    withStates.targets = {{id<TargetId>(kThing), TargetPhase::Sending, 3, 0, ""}};
    EXPECT_THAT(
        toJson(ServerMessage(withStates)),
        testing::EndsWith(
            R"("input":{"active":"primary","hasPrimary":true,"hasBackup":true},)"
            R"("recording":{"phase":"writing","reason":"","bytes":1,"durationMs":2,"holes":[]},)"
            R"("targets":[{"id":"01890a5d-ac96-774b-bcce-b302099a8058","phase":"sending","bitrate":3,)"
            R"("dropped":0,"detail":""}]})"));
    expectSnapshot<ServerMessage>(Pong{at(), at()},
                                  R"({"type":"pong","clientTime":1700000000123,"serverTime":1700000000123})");
    expectSnapshot<ServerMessage>(
        ErrorMessage{"chat.text", "text", "too long", "n1"},
        R"({"type":"error","code":"chat.text","field":"text","message":"too long","nonce":"n1"})");
}

TEST(WireSnapshot, MessagePage) {
    EXPECT_EQ(*parse<wire::MessagePage>(toJson(wire::MessagePage{{line()}, "x"})),
              (wire::MessagePage{{line()}, "x"}));
}

}  // namespace
}  // namespace footlight::wire
