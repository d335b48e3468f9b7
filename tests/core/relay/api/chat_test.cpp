#include "tests/core/relay/api/chat_fixture.h"

namespace footlight::tests {
namespace {

class Chat : public ChatTest {
protected:
    wire::MessagePage search(const std::string& query) {
        return client().get("/api/v1/channels/Ada/messages?" + query).as<wire::MessagePage>();
    }
};

TEST_F(Chat, ARoleStandsBesideWhatIsSaid) {
    auto ada = enter("Ada");
    auto bob = enter("Bob");
    EXPECT_EQ(say(ada, "welcome").role, wire::Role::Owner);
    EXPECT_EQ(say(bob, "thanks").role, std::nullopt);
    EXPECT_EQ(bob.join("Ada")->role, std::nullopt);
    EXPECT_EQ(ada.join("Ada")->role, wire::Role::Owner);
    EXPECT_EQ(joined("Ada").join("Ada")->role, wire::Role::Guest);
}

TEST_F(Chat, AReplyQuotesWhatItAnswers) {
    auto ada = enter("Ada");
    auto bob = enter("Bob");
    const auto question = say(ada, "who is there?");
    ASSERT_TRUE(bob.next<wire::ChatMessage>());
    const auto answer = say(bob, "I am", question.id);
    const wire::Quote quote{question.id, users_["Ada"], "who is there?"};
    EXPECT_EQ(answer.replyTo, quote);
    EXPECT_EQ(search("").items.back().replyTo, quote);
    EXPECT_EQ(refusalOf(bob, wire::Say{"Ada", "and you?", "x", MessageId::make(SystemClock().utcNow())}),
              "chat.unknown_reply");
}

TEST_F(Chat, WhoIsNamedIsMentionedWithTheirTrueName) {
    auto ada = enter("Ada");
    const auto said = say(ada, "hi @BOB and @nobody, mail ada@bob.example");
    EXPECT_EQ(said.mentions, std::vector<wire::User>{users_["Bob"]});
    EXPECT_EQ(search("").items.back(), said);
}

TEST_F(Chat, TextIsComposedAndZalgoRefused) {
    auto ada = enter("Ada");
    EXPECT_EQ(say(ada, "e\u0301").text, "\u00e9");
    EXPECT_EQ(refusalOf(ada, "e\u0301\u0301\u0301\u0301\u0301"), "chat.text");
    EXPECT_EQ(say(ada, "//shrug").text, "/shrug");
}

TEST_F(Chat, AMessageIsEditedByWhoSaidItAndReadsSoFromThenOn) {
    auto ada = enter("Ada");
    auto bob = enter("Bob");
    const auto said = say(bob, "helo");
    bob.send(wire::Edit{"Ada", said.id, "hello @Carl", "e1"});
    const auto edited = ada.next<wire::Edited>();
    ASSERT_TRUE(edited);
    EXPECT_EQ(edited->message.id, said.id);
    EXPECT_EQ(edited->message.text, "hello @Carl");
    EXPECT_EQ(edited->message.mentions, std::vector<wire::User>{users_["Carl"]});
    EXPECT_TRUE(edited->message.editedAt);
    const auto done = bob.next<wire::Done>();
    ASSERT_TRUE(done);
    EXPECT_EQ(done->nonce, "e1");
    EXPECT_EQ(search("q=hell").items, std::vector{edited->message});
    EXPECT_TRUE(search("q=helo").items.empty());
    EXPECT_EQ(refusalOf(ada, wire::Edit{"Ada", said.id, "hacked"}), "chat.not_allowed");
    EXPECT_EQ(refusalOf(bob, wire::Edit{"Ada", said.id, " "}), "chat.text");
}

TEST_F(Chat, OnesOwnMessagesAndThoseOfPeopleBelowAreDeleted) {
    auto ada = enter("Ada");
    auto bob = enter("Bob");
    auto carl = enter("Carl");
    const auto own = say(bob, "mine");
    const auto others = say(bob, "mine too");
    const auto owners = say(ada, "the owner's");
    EXPECT_EQ(refusalOf(carl, wire::Delete{"Ada", own.id}), "chat.not_allowed");
    EXPECT_EQ(refusalOf(carl, wire::Delete{"Ada", owners.id}), "chat.not_allowed");
    bob.send(wire::Delete{"Ada", own.id, "d1"});
    ASSERT_TRUE(bob.next<wire::Done>());
    ada.send(wire::Delete{"Ada", others.id, "d2"});
    ASSERT_TRUE(ada.next<wire::Done>());
    EXPECT_EQ(carl.next<wire::Deleted>()->id, own.id);
    const auto second = carl.next<wire::Deleted>();
    EXPECT_EQ(second->id, others.id);
    EXPECT_EQ(second->by, users_["Ada"]);
    EXPECT_EQ(search("").items, std::vector{owners});
    EXPECT_EQ(refusalOf(bob, wire::Delete{"Ada", own.id}), "chat.unknown_message");
}

TEST_F(Chat, PinsAreShownToWhoJoinsAlsoAfterARestart) {
    auto ada = enter("Ada");
    auto bob = enter("Bob");
    const auto said = say(bob, "read me");
    EXPECT_EQ(refusalOf(bob, wire::PinMessage{"Ada", said.id}), "chat.not_allowed");
    ada.send(wire::PinMessage{"Ada", said.id, "p1"});
    const auto pinned = bob.next<wire::Pinned>();
    ASSERT_TRUE(pinned);
    EXPECT_EQ(pinned->pin.message, said);
    EXPECT_EQ(pinned->pin.by, users_["Ada"]);
    ASSERT_TRUE(ada.next<wire::Done>());
    EXPECT_EQ(refusalOf(ada, wire::PinMessage{"Ada", said.id}), "chat.pinned");
    hub_.stop();
    hub_.start();
    auto again = socket();
    ASSERT_TRUE(again.hello(tokens_["Ada"]));
    const auto room = again.join("Ada");
    EXPECT_EQ(room->pins, std::vector{pinned->pin});
    again.send(wire::UnpinMessage{"Ada", said.id, "u1"});
    EXPECT_TRUE(again.next<wire::Done>());
    EXPECT_EQ(refusalOf(again, wire::UnpinMessage{"Ada", said.id}), "chat.not_pinned");
    EXPECT_TRUE(again.join("Ada")->pins.empty());
}

TEST_F(Chat, WhoComesBackHearsWhatTheyMissed) {
    auto ada = enter("Ada");
    auto bob = enter("Bob");
    const auto one = say(ada, "one");
    const auto two = say(ada, "two");
    ada.send(wire::Leave{"Ada"});
    const auto three = say(bob, "three");
    bob.send(wire::Edit{"Ada", three.id, "three!", "e"});
    ASSERT_TRUE(bob.next<wire::Done>());
    ada.send(wire::Join{"Ada", true, two.id});
    auto room = ada.next<wire::Joined>();
    ASSERT_TRUE(room);
    EXPECT_EQ(room->resumed, true);
    ASSERT_EQ(room->history.size(), 1U);
    EXPECT_EQ(room->history[0].text, "three!");
    ada.send(wire::Edit{"Ada", one.id, "one!", "e"});
    ASSERT_TRUE(ada.next<wire::Done>());
    ada.send(wire::Delete{"Ada", two.id, "d"});
    ASSERT_TRUE(ada.next<wire::Done>());
    for (const bool isRestarted : {false, true}) {
        if (isRestarted) {
            hub_.stop();
            hub_.start();
        }
        auto back = socket();
        ASSERT_TRUE(back.hello(tokens_["Carl"]));
        back.send(wire::Join{"Ada", true, two.id});
        room = back.next<wire::Joined>();
        ASSERT_TRUE(room);
        EXPECT_EQ(room->resumed, true) << isRestarted;
        EXPECT_EQ(room->history.size(), 1U);
        ASSERT_EQ(room->edited.size(), 1U);
        EXPECT_EQ(room->edited[0].text, "one!");
        EXPECT_EQ(room->deleted, std::vector{two.id});
    }
}

TEST_F(Chat, TooMuchIsNotResumed) {
    auto ada = enter("Ada");
    const auto one = say(ada, "one");
    command(ada, "/clear");
    ada.send(wire::Join{"Ada", true, one.id});
    const auto room = ada.next<wire::Joined>();
    ASSERT_TRUE(room);
    EXPECT_EQ(room->resumed, false);
    EXPECT_TRUE(room->history.empty());
    EXPECT_EQ(room->missed, std::nullopt) << "what was cleared is missed by nobody";
}

TEST_F(Chat, IsSearchedByWordsAndByPerson) {
    auto ada = enter("Ada");
    auto bob = enter("Bob");
    const auto one = say(ada, "The violin is tuned");
    const auto two = say(bob, "violins everywhere");
    EXPECT_EQ(search("q=violin").items, (std::vector{one, two}));
    EXPECT_EQ(search("q=violin&from=bob").items, std::vector{two});
    EXPECT_EQ(search("q=violin&limit=1").items, std::vector{two});
    EXPECT_EQ(search("q=violin&limit=1&before=" + two.id.text()).items, std::vector{one});
    EXPECT_TRUE(search("q=cello").items.empty());
    EXPECT_EQ(client().get("/api/v1/channels/Ada/messages?q=x&from=nobody").problem().code,
              "chat.no_such_person");
    EXPECT_EQ(client().get("/api/v1/channels/Ada/messages?q=" + std::string(201, 'x')).problem().field, "q");
}

TEST_F(Chat, ARoomAndAnAddressHaveRatesOfTheirOwn) {
    hub_.stop();
    hub_.hubOptions.chat.roomPerSecond = 0.001;
    hub_.hubOptions.chat.roomBurst = 2;
    hub_.start();
    auto ada = enter("Ada");
    auto bob = enter("Bob");
    say(ada, "one");
    say(bob, "two");
    EXPECT_EQ(refusalOf(bob, "three"), "chat.too_fast");
    hub_.stop();
    hub_.hubOptions.chat = {};
    hub_.hubOptions.chat.addressPerSecond = 0.001;
    hub_.hubOptions.chat.addressBurst = 2;
    hub_.apiOptions.loopbackExempt = false;
    hub_.start();
    auto carl = enter("Carl");
    auto again = enter("Bob");
    say(carl, "one");
    say(again, "two");
    EXPECT_EQ(refusalOf(carl, "three"), "chat.too_fast");
}

}  // namespace
}  // namespace footlight::tests
