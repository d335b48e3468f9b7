#include <gmock/gmock.h>

#include "core/relay/ports/channel_store.h"
#include "core/relay/ports/message_store.h"
#include "tests/core/relay/api/chat_fixture.h"

namespace footlight::tests {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class Moderation : public ChatTest {
protected:
    SocketClient ada_ = enter("Ada");
    SocketClient bob_ = enter("Bob");
    SocketClient carl_ = enter("Carl");
};

TEST_F(Moderation, CommandsThatAreWrongSayWhatIsRight) {
    ada_.send(wire::Say{"Ada", "/timeout", "n1"});
    const auto error = ada_.next<wire::ErrorMessage>();
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code, "chat.command");
    EXPECT_EQ(error->field, "text");
    EXPECT_EQ(error->nonce, "n1");
    EXPECT_THAT(error->message, StartsWith("Write /timeout NAME [TIME] [REASON], for example"));
    EXPECT_EQ(refusalOf(ada_, "/bam bob"), "chat.command");
    EXPECT_EQ(refusalOf(ada_, "/ban nobody"), "chat.no_such_person");
    EXPECT_EQ(refusalOf(ada_, "/delete"), "chat.command");
    EXPECT_EQ(refusalOf(bob_, "/ban carl"), "chat.not_allowed");
    EXPECT_THAT(command(bob_, "/help"), StartsWith("/help: lists what you may write"));
    EXPECT_THAT(command(bob_, "/help"), Not(HasSubstr("/ban")));
    EXPECT_THAT(command(ada_, "/help"), HasSubstr("/mod NAME"));
}

TEST_F(Moderation, ABanHoldsInEveryConnectionAtOnceAndAfterARestart) {
    auto second = enter("Bob");
    say(bob_, "spam");
    EXPECT_EQ(command(ada_, "/ban bob too loud"), "Bob is banned.");
    for (auto* connection : {&bob_, &second}) {
        const auto told = connection->next<wire::Restricted>();
        ASSERT_TRUE(told && told->restriction);
        EXPECT_EQ(*told->restriction, (wire::Restriction{std::nullopt, "too loud"}));
        EXPECT_EQ(refusalOf(*connection, "but"), "chat.banned");
    }
    EXPECT_EQ(carl_.next<wire::Cleared>()->user, users_["Bob"]) << "what they said is gone";
    hub_.stop();
    hub_.start();
    auto again = socket();
    ASSERT_TRUE(again.hello(tokens_["Bob"]));
    const auto room = again.join("Ada");
    EXPECT_TRUE(room->history.empty());
    EXPECT_EQ(room->restriction, (wire::Restriction{std::nullopt, "too loud"}));
    EXPECT_EQ(refusalOf(again, "but"), "chat.banned");
    auto owner = enter("Ada");
    EXPECT_EQ(command(owner, "/unban Bob"), "Bob may take part again.");
    EXPECT_FALSE(again.next<wire::Restricted>()->restriction);
    EXPECT_EQ(say(again, "thanks").text, "thanks");
    EXPECT_EQ(refusalOf(owner, "/unban Bob"), "chat.not_restricted");
}

TEST_F(Moderation, ATimeOutEndsByItself) {
    EXPECT_EQ(command(ada_, "/timeout bob 1s"), "Bob is timed out for 1 s.");
    const auto until = bob_.next<wire::Restricted>()->restriction->until;
    ASSERT_TRUE(until);
    EXPECT_EQ(refusalOf(bob_, "but"), "chat.timed_out");
    std::optional<wire::Said> said;
    for (int i = 0; i < 500 && !said; ++i) {
        bob_.send(wire::Say{"Ada", "again", nextNonce()});
        while (const auto text = said ? std::nullopt : bob_.receive(std::chrono::milliseconds{100})) {
            for (const auto& message : wire::parseServerText(*text)) {
                if (std::holds_alternative<wire::Said>(message)) {
                    said = std::get<wire::Said>(message);
                }
            }
        }
    }
    ASSERT_TRUE(said);
    EXPECT_GE(SystemClock().utcNow(), *until);
}

TEST_F(Moderation, RolesAreGivenTakenAndKept) {
    EXPECT_EQ(refusalOf(bob_, "/vip carl"), "chat.not_allowed");
    EXPECT_EQ(command(ada_, "/mod bob"), "Bob is a moderator from now on.");
    const auto told = carl_.next<wire::RoleChanged>();
    EXPECT_EQ(told->user, users_["Bob"]);
    EXPECT_EQ(told->role, wire::Role::Moderator);
    EXPECT_EQ(refusalOf(bob_, "/mod carl"), "chat.not_allowed");
    EXPECT_EQ(refusalOf(bob_, "/ban ada"), "chat.not_allowed");
    EXPECT_EQ(command(bob_, "/vip carl"), "Carl is a VIP from now on.");
    EXPECT_EQ(refusalOf(ada_, "/unmod carl"), "chat.no_change");
    hub_.stop();
    hub_.start();
    auto bob = socket();
    ASSERT_TRUE(bob.hello(tokens_["Bob"]));
    EXPECT_EQ(bob.join("Ada")->role, wire::Role::Moderator);
    EXPECT_EQ(say(bob, "still here").role, wire::Role::Moderator);
    EXPECT_EQ(client().get("/api/v1/channels/Ada/messages").as<wire::MessagePage>().items.back().role,
              wire::Role::Moderator);
    auto ada = enter("Ada");
    EXPECT_EQ(command(ada, "/unmod bob"), "Bob is a member from now on.");
    EXPECT_EQ(refusalOf(bob, "/vip carl"), "chat.not_allowed");
}

TEST_F(Moderation, ASlowRoomIsToldAndHolds) {
    EXPECT_EQ(command(ada_, "/slow 2m"), "A member speaks once in 2 min.");
    EXPECT_EQ(bob_.next<wire::ModesChanged>()->modes, (wire::Modes{120, std::nullopt, false}));
    say(bob_, "one");
    EXPECT_EQ(refusalOf(bob_, "two"), "chat.slow");
    say(ada_, "one");
    say(ada_, "two");
    EXPECT_EQ(joined("Ada").join("Ada")->modes.slow, 120);
    command(ada_, "/slow off");
    say(bob_, "two");
}

TEST_F(Moderation, FollowersOnly) {
    command(ada_, "/followers");
    EXPECT_EQ(bob_.next<wire::ModesChanged>()->modes, (wire::Modes{0, 0, false}));
    EXPECT_EQ(refusalOf(bob_, "hello"), "chat.followers_only");
    auto rest = client();
    rest.setToken(tokens_["Bob"]);
    EXPECT_LT(rest.send("PUT", "/api/v1/channels/Ada/follow").status, 300U);
    EXPECT_EQ(say(bob_, "hello").text, "hello");
    command(ada_, "/followers 10m");
    EXPECT_EQ(refusalOf(bob_, "hello again"), "chat.followers_only");
    command(ada_, "/followers off");
    say(carl_, "hello");
}

TEST_F(Moderation, EmotesOnly) {
    command(ada_, "/emoteonly");
    EXPECT_EQ(refusalOf(bob_, "hello"), "chat.emote_only");
    say(bob_, "\U0001f600");
    say(ada_, "words");
    command(ada_, "/emoteonly off");
    say(bob_, "hello");
}

TEST_F(Moderation, AMessageIsDeletedAndPinnedByNameOrAsAReply) {
    const auto one = say(bob_, "one");
    const auto two = say(bob_, "two");
    command(ada_, "/pin bob");
    EXPECT_EQ(carl_.next<wire::Pinned>()->pin.message.id, two.id);
    command(ada_, "/pin", one.id);
    EXPECT_EQ(carl_.next<wire::Pinned>()->pin.message.id, one.id);
    command(ada_, "/unpin");
    EXPECT_EQ(carl_.next<wire::Unpinned>()->id, one.id);
    command(ada_, "/delete bob");
    EXPECT_EQ(carl_.next<wire::Deleted>()->id, two.id);
    command(ada_, "/delete", one.id);
    EXPECT_EQ(carl_.next<wire::Deleted>()->id, one.id);
    EXPECT_EQ(refusalOf(ada_, "/delete bob"), "chat.unknown_message");
    EXPECT_TRUE(ada_.join("Ada")->pins.empty());
}

TEST_F(Moderation, ClearingEmptiesEveryScreenAndTheDisk) {
    say(bob_, "one");
    say(carl_, "two");
    EXPECT_EQ(command(ada_, "/clear bob"), "All messages of Bob are deleted.");
    EXPECT_EQ(carl_.next<wire::Cleared>()->user, users_["Bob"]);
    EXPECT_EQ(client().get("/api/v1/channels/Ada/messages").as<wire::MessagePage>().items.size(), 1U);
    EXPECT_EQ(command(ada_, "/clear"), "The chat is cleared; recordings keep theirs.");
    EXPECT_EQ(carl_.next<wire::Cleared>()->user, std::nullopt);
    EXPECT_TRUE(client().get("/api/v1/channels/Ada/messages").as<wire::MessagePage>().items.empty());
    EXPECT_TRUE(carl_.join("Ada")->history.empty());
}

TEST_F(Moderation, WhatEverybodyMayWrite) {
    EXPECT_EQ(command(bob_, "/mods"), "There is no moderator here.");
    command(ada_, "/mod carl");
    command(ada_, "/VIP bob");
    EXPECT_EQ(command(bob_, "/mods"), "The moderator here: Carl.");
    EXPECT_EQ(command(bob_, "/Vips"), "The VIP here: Bob.");
    EXPECT_EQ(say(bob_, "/me waves").text, "*waves*");
    command(bob_, "/raisehand");
    const auto hands = carl_.next<wire::HandsChanged>();
    ASSERT_TRUE(hands);
    EXPECT_EQ(hands->hands, std::vector{users_["Bob"]});
    EXPECT_EQ(refusalOf(bob_, "/announce nothing"), "chat.not_allowed");
    const auto line = say(ada_, "/announce Back soon");
    EXPECT_EQ(line.text, "Back soon");
    EXPECT_EQ(bob_.next<wire::Pinned>()->pin.message.id, line.id);
    EXPECT_EQ(bob_.join("Ada")->pins.size(), 1U);
}

TEST_F(Moderation, ATimeOutHidesAndClearingByNameDeletes) {
    const auto line = say(bob_, "spam");
    const auto read = [this] {
        return client().get("/api/v1/channels/Ada/messages").as<wire::MessagePage>().items.size();
    };
    const auto kept = [this, &line] {
        const auto database = store::Database::open(hub_.databaseFile());
        const auto stores = (*database)->stores();
        const auto channel = (**stores.channels.find("Ada")).id;
        const auto hour = std::chrono::hours{1};
        return stores.messages.between(channel, line.at - hour, line.at + hour, std::nullopt, 10)->size();
    };
    command(ada_, "/timeout bob 10m");
    EXPECT_EQ(carl_.next<wire::Cleared>()->user, users_["Bob"]);
    EXPECT_EQ(read(), 0U);
    EXPECT_EQ(kept(), 1U) << "recordings replay it";
    command(ada_, "/untimeout bob");
    EXPECT_EQ(read(), 0U) << "what is hidden stays so";
    EXPECT_EQ(refusalOf(carl_, wire::Say{"Ada", "what?", nextNonce(), line.id}), "chat.unknown_reply");
    command(ada_, "/clear bob");
    EXPECT_EQ(kept(), 0U) << "deleted for good";
}

TEST_F(Moderation, WhatWasClearedStaysSoHoweverOftenARoomIsCleared) {
    say(bob_, "one");
    const auto only = say(carl_, "two");
    command(ada_, "/clear");
    for (int i = 0; i < 2; ++i) {
        hub_.stop();
        hub_.start();
        auto ada = enter("Ada");
        command(ada, "/clear");
        EXPECT_TRUE(client().get("/api/v1/channels/Ada/messages").as<wire::MessagePage>().items.empty());
        EXPECT_TRUE(ada.join("Ada")->history.empty());
    }
    hub_.stop();
    hub_.start();
    auto ada = enter("Ada");
    EXPECT_GT(say(ada, "three").id, only.id);
    EXPECT_EQ(ada.join("Ada")->history.size(), 1U);
}

}  // namespace
}  // namespace footlight::tests
