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
    expectSnapshot<ServerMessage>(
        joined,
        R"({"type":"joined","channel":"Ada","title":"Maths","live":false,"viewers":3,"playback":"http://m",)"
        R"("history":[],"role":"owner","modes":{"slow":0,"emoteOnly":false},"pins":[{"message":{)" +
            kLine + R"(,"by":)" + kAda +
            R"(,"at":1700000000123}],"restriction":{"reason":""},"resumed":true,"edited":[{)" + kLine +
            R"(],"deleted":[")" + kThing + R"("]})");
}

}  // namespace
}  // namespace footlight::wire
