#include "tests/core/relay/api/chat_fixture.h"

namespace footlight::tests {
namespace {

struct BadInput {
    std::string text;
    std::string code;
    std::string field;  ///< empty: the whole text is at fault
};

const std::string kId = "01890a5d-ac96-774b-bcce-b302099a8057";

std::string message(const std::string& type, const std::string& members) {
    return R"({"type":")" + type + R"(","channel":"Ada",)" + members + "}";
}

/// Every kind of message, each of its members missing, of the wrong kind, too long, or about nothing.
const std::vector<BadInput> kBad{
    {"", "socket.invalid", ""},
    {"nonsense", "socket.invalid", ""},
    {"[]", "socket.invalid", ""},
    {"7", "socket.invalid", ""},
    {"{}", "socket.invalid", "type"},
    {R"({"type":7})", "socket.invalid", "type"},
    {R"({"type":"dance"})", "socket.invalid", "type"},
    {R"({"type":"hello"})", "socket.hello_again", ""},
    {R"({"type":"hello","guest":"short"})", "socket.invalid", "guest"},
    {R"({"type":"hello","kind":"god"})", "socket.invalid", "kind"},
    {R"({"type":"join","watching":true})", "socket.invalid", "channel"},
    {R"({"type":"join","channel":"Ada"})", "socket.invalid", "watching"},
    {R"({"type":"join","channel":"Ada","watching":"yes"})", "socket.invalid", "watching"},
    {message("join", R"("watching":true,"after":"yesterday")"), "socket.invalid", "after"},
    {R"({"type":"join","channel":"nobody","watching":true})", "channel.unknown", "channel"},
    {R"({"type":"leave"})", "socket.invalid", "channel"},
    {message("say", R"("nonce":"n")"), "socket.invalid", "text"},
    {message("say", R"("text":"","nonce":"n")"), "socket.invalid", "text"},
    {message("say", R"("text":")" + std::string(501, 'a') + R"(","nonce":"n")"), "socket.invalid", "text"},
    {message("say", R"("text":"hi")"), "socket.invalid", "nonce"},
    {message("say", R"("text":"hi","nonce":")" + std::string(65, 'n') + R"(")"), "socket.invalid", "nonce"},
    {message("say", R"("text":"hi","nonce":"n","replyTo":7)"), "socket.invalid", "replyTo"},
    {message("say", R"("text":"hi","nonce":"n","replyTo":")" + kId + R"(")"), "chat.unknown_reply",
     "replyTo"},
    {message("say", R"("text":"a\nb","nonce":"n")"), "chat.text", "text"},
    {message("say", R"("text":"/bam","nonce":"n")"), "chat.command", "text"},
    {R"({"type":"say","channel":"Bob","text":"hi","nonce":"n"})", "socket.not_joined", "channel"},
    {message("edit", R"("text":"hi")"), "socket.invalid", "id"},
    {message("edit", R"("id":")" + kId + R"(","text":"hi")"), "chat.unknown_message", "id"},
    {message("delete", R"("id":"7")"), "socket.invalid", "id"},
    {message("delete", R"("id":")" + kId + R"(")"), "chat.unknown_message", "id"},
    {message("pin", R"("id":")" + kId + R"(")"), "chat.unknown_message", "id"},
    {message("unpin", R"("id":")" + kId + R"(")"), "chat.not_pinned", "id"},
    {message("react", R"("kind":"fire","count":1)"), "reaction.kind", "kind"},
    {message("react", R"("kind":"\ud83d\udd25","count":99)"), "reaction.count", "count"},
    {message("react", R"("kind":"\ud83d\udd25","count":1.5)"), "socket.invalid", "count"},
    {message("vote", R"("option":1)"), "socket.invalid", "poll"},
    {message("vote", R"("poll":")" + kId + R"(","option":"first")"), "socket.invalid", "option"},
    {message("vote", R"("poll":")" + kId + R"(","option":0)"), "poll.unknown", "poll"},
    {message("raiseHand", R"("raised":"high")"), "socket.invalid", "raised"},
    {message("ask", R"("text":"why?")"), "socket.invalid", "nonce"},
    {message("ask", R"("text":"a\tb","nonce":"n")"), "chat.question", "text"},
    {message("upvote", R"("question":")" + kId + R"(")"), "question.unknown", "question"},
    {message("closeQuestion", R"("question":")" + kId + R"(")"), "question.unknown", "question"},
    {message("watch", R"("state":"asleep")"), "socket.invalid", "state"},
    {message("watch", R"("state":"paused","rendition":"a\u202eb")"), "watch.rendition", "rendition"},
    {R"({"type":"ping"})", "socket.invalid", "clientTime"},
    {R"({"type":"ping","clientTime":-1})", "socket.invalid", "clientTime"},
};

class BadInputTest : public ChatTest {
protected:
    void expectRefused(SocketClient& at, const BadInput& bad) {
        at.sendText(bad.text);
        const auto error = at.next<wire::ErrorMessage>();
        ASSERT_TRUE(error) << bad.text;
        EXPECT_EQ(error->code, bad.code) << bad.text;
        EXPECT_EQ(error->field.value_or(""), bad.field) << bad.text;
        EXPECT_FALSE(error->message.empty()) << bad.text;
    }
};

TEST_F(BadInputTest, IsAnsweredWithTheFieldAtFaultAndTheConnectionStays) {
    auto ada = enter("Ada");
    for (const auto& bad : kBad) {
        expectRefused(ada, bad);
    }
    ada.send(wire::Ping{});
    EXPECT_TRUE(ada.next<wire::Pong>());
}

TEST_F(BadInputTest, IsAnsweredWithItsNonce) {
    auto ada = enter("Ada");
    const auto nonceOf = [&ada](const std::string& text) {
        ada.sendText(text);
        const auto error = ada.next<wire::ErrorMessage>();
        EXPECT_TRUE(error) << text;
        return error ? error->nonce.value_or("none") : "";
    };
    EXPECT_EQ(nonceOf(message("say", R"("nonce":"n1")")), "n1");
    EXPECT_EQ(nonceOf(message("say", R"("text":7,"nonce":"n2")")), "n2");
    EXPECT_EQ(nonceOf(R"({"type":"dance","nonce":"n3"})"), "n3");
    EXPECT_EQ(nonceOf(message("say", R"("text":"hi","nonce":7)")), "none");
    EXPECT_EQ(nonceOf(message("say", R"("text":"hi","nonce":")" + std::string(65, 'n') + R"(")")), "none");
    EXPECT_EQ(nonceOf(R"(["nonce"])"), "none");
    EXPECT_EQ(nonceOf("nonsense"), "none");
}

TEST_F(BadInputTest, WhatIsOneTooManyNamesItsField) {
    auto ada = enter("Ada");
    for (int i = 0; i < 3; ++i) {
        ada.send(wire::Ask{"Ada", "Why " + std::to_string(i) + "?", "q" + std::to_string(i)});
    }
    expectRefused(ada, {message("ask", R"("text":"why?","nonce":"n")"), "question.too_many", "text"});
}

TEST_F(BadInputTest, WhatComesTooEarlyIsToldSo) {
    auto early = socket();
    for (const auto& bad : kBad) {
        early.sendText(bad.text);
        if (bad.code == "socket.hello_again") {
            ASSERT_TRUE(early.next<wire::Welcome>());
            return;
        }
        const auto error = early.next<wire::ErrorMessage>();
        ASSERT_TRUE(error) << bad.text;
        EXPECT_EQ(error->code, "socket.invalid") << bad.text;
    }
}

TEST_F(BadInputTest, AGuestIsToldToSignIn) {
    auto guest = joined("Ada");
    for (const wire::ClientMessage& asked :
         {wire::ClientMessage(wire::Say{"Ada", "hi", "n"}),
          wire::ClientMessage(wire::React{"Ada", "\U0001f525", 1}),
          wire::ClientMessage(wire::RaiseHand{"Ada"}), wire::ClientMessage(wire::Ask{"Ada", "Why?", "n"})}) {
        EXPECT_EQ(refusalOf(guest, asked), "socket.sign_in_needed");
    }
    guest.send(wire::Watch{"Ada", wire::Activity::Paused});
    guest.send(wire::Ping{});
    EXPECT_TRUE(guest.next<wire::Pong>());
}

}  // namespace
}  // namespace footlight::tests
