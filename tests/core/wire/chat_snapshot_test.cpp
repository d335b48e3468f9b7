#include <gtest/gtest.h>

#include "core/wire/json.h"
#include "core/wire/socket.h"

namespace footlight::wire {
namespace {

const std::string kUser = "01890a5d-ac96-774b-bcce-b302099a8057";
const std::string kThing = "01890a5d-ac96-774b-bcce-b302099a8058";
const std::string kAda = R"({"id":"01890a5d-ac96-774b-bcce-b302099a8057","name":"Ada"})";

User ada() { return {*UserId::parse(kUser), "Ada"}; }
MessageId thing() { return *MessageId::parse(kThing); }
UtcTime at() { return utcFromMilliseconds(1'700'000'000'123); }

ChatMessage line() {
    ChatMessage message{thing(), "Ada", ada(), "hi @Ada :wave:", at(), Role::Moderator};
    message.replyTo = Quote{thing(), ada(), "hello"};
    message.mentions = {ada()};
    message.emotes = {{"wave", "00ff"}};
    message.editedAt = at();
    return message;
}
const std::string kLine =
    R"("id":")" + kThing + R"(","channel":"Ada","user":)" + kAda +
    R"(,"text":"hi @Ada :wave:","at":1700000000123,"role":"moderator","replyTo":{"id":")" + kThing +
    R"(","user":)" + kAda + R"(,"text":"hello"},"mentions":[)" + kAda +
    R"(],"emotes":[{"name":"wave","hash":"00ff"}],"editedAt":1700000000123})";

template <typename Message>
void expectSnapshot(const Message& message, const std::string& expected) {
    EXPECT_EQ(toJson(message), expected);
    const auto parsed = parse<Message>(expected);
    ASSERT_TRUE(parsed) << parsed.error().message;
    EXPECT_EQ(toJson(*parsed), expected);
}

TEST(WireChatSnapshot, WhatTheClientAsks) {
    expectSnapshot<ClientMessage>(
        Join{"Ada", true, thing()},
        R"({"type":"join","channel":"Ada","watching":true,"after":")" + kThing + R"("})");
    expectSnapshot<ClientMessage>(
        Say{"Ada", "yes", "n1", thing()},
        R"({"type":"say","channel":"Ada","text":"yes","nonce":"n1","replyTo":")" + kThing + R"("})");
    expectSnapshot<ClientMessage>(
        Edit{"Ada", thing(), "no", "n2"},
        R"({"type":"edit","channel":"Ada","id":")" + kThing + R"(","text":"no","nonce":"n2"})");
    expectSnapshot<ClientMessage>(Delete{"Ada", thing()},
                                  R"({"type":"delete","channel":"Ada","id":")" + kThing + R"("})");
    expectSnapshot<ClientMessage>(PinMessage{"Ada", thing()},
                                  R"({"type":"pin","channel":"Ada","id":")" + kThing + R"("})");
    expectSnapshot<ClientMessage>(
        UnpinMessage{"Ada", thing(), "n3"},
        R"({"type":"unpin","channel":"Ada","id":")" + kThing + R"(","nonce":"n3"})");
}

TEST(WireChatSnapshot, WhatHappensToMessages) {
    expectSnapshot<ServerMessage>(line(), R"({"type":"message",)" + kLine);
    expectSnapshot<ServerMessage>(Edited{line()}, R"({"type":"edited","message":{)" + kLine + "}");
    expectSnapshot<ServerMessage>(
        Deleted{"Ada", thing(), ada()},
        R"({"type":"deleted","channel":"Ada","id":")" + kThing + R"(","by":)" + kAda + "}");
    expectSnapshot<ServerMessage>(
        Cleared{"Ada", ada(), ada()},
        R"({"type":"cleared","channel":"Ada","user":)" + kAda + R"(,"by":)" + kAda + "}");
    expectSnapshot<ServerMessage>(Pinned{"Ada", {line(), ada(), at()}},
                                  R"({"type":"pinned","channel":"Ada","pin":{"message":{)" + kLine +
                                      R"(,"by":)" + kAda + R"(,"at":1700000000123}})");
    expectSnapshot<ServerMessage>(Unpinned{"Ada", thing()},
                                  R"({"type":"unpinned","channel":"Ada","id":")" + kThing + R"("})");
    expectSnapshot<ServerMessage>(Done{"n1"}, R"({"type":"done","nonce":"n1"})");
    expectSnapshot<ServerMessage>(Done{"n1", "Bob is banned."},
                                  R"({"type":"done","nonce":"n1","text":"Bob is banned."})");
}

TEST(WireChatSnapshot, WhoMayDoWhat) {
    expectSnapshot<ServerMessage>(
        ModesChanged{"Ada", {30, 10, true}},
        R"({"type":"modes","channel":"Ada","modes":{"slow":30,"followersFor":10,"emoteOnly":true}})");
    expectSnapshot<ServerMessage>(RoleChanged{"Ada", ada(), Role::Vip},
                                  R"({"type":"role","channel":"Ada","user":)" + kAda + R"(,"role":"vip"})");
    expectSnapshot<ServerMessage>(
        Restricted{"Ada", Restriction{at(), "spam"}},
        R"({"type":"restricted","channel":"Ada","restriction":{"until":1700000000123,"reason":"spam"}})");
    expectSnapshot<ServerMessage>(Restricted{"Ada", std::nullopt},
                                  R"({"type":"restricted","channel":"Ada"})");
}

TEST(WireChatSnapshot, JoiningTellsAllOfIt) {
    Joined joined{"Ada", "Maths", false, 3, {}, "http://m", {}};
    joined.role = Role::Owner;
    joined.pins = {{line(), ada(), at()}};
    joined.restriction = Restriction{{}, ""};
    joined.resumed = true;
    joined.edited = {line()};
    joined.deleted = {thing()};
    joined.missed = 153;
    expectSnapshot<ServerMessage>(
        joined,
        R"({"type":"joined","channel":"Ada","title":"Maths","live":false,"viewers":3,"playback":"http://m",)"
        R"("history":[],"role":"owner","modes":{"slow":0,"emoteOnly":false},"pins":[{"message":{)" +
            kLine + R"(,"by":)" + kAda +
            R"(,"at":1700000000123}],"restriction":{"reason":""},"resumed":true,"edited":[{)" + kLine +
            R"(],"deleted":[")" + kThing + R"("],"missed":153})");
}

TEST(WireAudienceSnapshot, WhatTheClientAsks) {
    const auto poll = *PollId::parse(kThing);
    const auto question = *QuestionId::parse(kThing);
    expectSnapshot<ClientMessage>(Hello{std::nullopt, "guest-1234", ClientKind::Bot},
                                  R"({"type":"hello","guest":"guest-1234","kind":"bot"})");
    expectSnapshot<ClientMessage>(
        React{"Ada", "\U0001f525", 3},
        "{\"type\":\"react\",\"channel\":\"Ada\",\"kind\":\"\U0001f525\",\"count\":3}");
    expectSnapshot<ClientMessage>(Vote{"Ada", poll, 1, "n"}, R"({"type":"vote","channel":"Ada","poll":")" +
                                                                 kThing + R"(","option":1,"nonce":"n"})");
    expectSnapshot<ClientMessage>(RaiseHand{"Ada", true},
                                  R"({"type":"raiseHand","channel":"Ada","raised":true})");
    expectSnapshot<ClientMessage>(Ask{"Ada", "Why?", "n"},
                                  R"({"type":"ask","channel":"Ada","text":"Why?","nonce":"n"})");
    expectSnapshot<ClientMessage>(Upvote{"Ada", question},
                                  R"({"type":"upvote","channel":"Ada","question":")" + kThing + R"("})");
    expectSnapshot<ClientMessage>(
        CloseQuestion{"Ada", question},
        R"({"type":"closeQuestion","channel":"Ada","question":")" + kThing + R"("})");
    expectSnapshot<ClientMessage>(Watch{"Ada", Activity::Paused, "720p"},
                                  R"({"type":"watch","channel":"Ada","state":"paused","rendition":"720p"})");
}

TEST(WireAudienceSnapshot, WhatTheRelayTells) {
    Poll poll{*PollId::parse(kThing), ada(), "Tea?", {{"Yes", 3}, {"No", 1}}, at(), at(), false, true, 1};
    expectSnapshot<ServerMessage>(
        PollChanged{"Ada", poll},
        R"({"type":"poll","channel":"Ada","poll":{"id":")" + kThing + R"(","by":)" + kAda +
            R"(,"question":"Tea?","options":[{"text":"Yes","votes":3},{"text":"No","votes":1}],"at":1700000000123,)"
            R"("endsAt":1700000000123,"open":false,"isQuiz":true,"right":1}})");
    expectSnapshot<ServerMessage>(
        Reactions{"Ada", {{":wave:", 984}}},
        R"({"type":"reactions","channel":"Ada","counts":[{"kind":":wave:","count":984}]})");
    expectSnapshot<ServerMessage>(HandsChanged{"Ada", {ada()}},
                                  R"({"type":"hands","channel":"Ada","hands":[)" + kAda + "]}");
    const auto question = *QuestionId::parse(kThing);
    expectSnapshot<ServerMessage>(QuestionAsked{"Ada", {question, ada(), "Why?", at(), 2}},
                                  R"({"type":"question","channel":"Ada","question":{"id":")" + kThing +
                                      R"(","user":)" + kAda +
                                      R"(,"text":"Why?","at":1700000000123,"votes":2}})");
    expectSnapshot<ServerMessage>(
        QuestionVotes{"Ada", {{question, 3}}},
        R"({"type":"questionVotes","channel":"Ada","questions":[{"id":")" + kThing + R"(","votes":3}]})");
    expectSnapshot<ServerMessage>(QuestionClosed{"Ada", question},
                                  R"({"type":"questionClosed","channel":"Ada","id":")" + kThing + R"("})");
    expectSnapshot<ServerMessage>(
        EmotesChanged{"Ada", {{"wave", "00ff"}}},
        R"({"type":"emotes","channel":"Ada","emotes":[{"name":"wave","hash":"00ff"}]})");
    expectSnapshot<ServerMessage>(Presence{"Ada", 4, {{ada(), Activity::Watching, "720p"}}, {ada().id}, true},
                                  R"({"type":"presence","channel":"Ada","viewers":4,"changed":[{"user":)" +
                                      kAda + R"(,"state":"watching","rendition":"720p"}],"left":[")" + kUser +
                                      R"("],"partial":true})");
    expectSnapshot(
        AttendeePage{{{ada(), Activity::Here}, {ada(), Activity::Paused, {}, Role::Vip}}, 4, 3, "Ada"},
        R"({"items":[{"user":)" + kAda + R"(,"state":"here"},{"user":)" + kAda +
            R"(,"state":"paused","role":"vip"}],"viewers":4,"guests":3,"next":"Ada"})");
    expectSnapshot<ServerMessage>(
        FriendWatching{ada(), "Bob", at()},
        R"({"type":"friendWatching","user":)" + kAda + R"(,"channel":"Bob","since":1700000000123})");
    expectSnapshot<ServerMessage>(FriendWatching{ada()}, R"({"type":"friendWatching","user":)" + kAda + "}");
    expectSnapshot(RecordedChat{at(), {line()}, kThing},
                   R"({"startedAt":1700000000123,"items":[{)" + kLine + R"(],"next":")" + kThing + R"("})");
    expectSnapshot(EmoteList{{{"wave", "00ff"}}}, R"({"items":[{"name":"wave","hash":"00ff"}]})");
}

}  // namespace
}  // namespace footlight::wire
