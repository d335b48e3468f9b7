#include <functional>

#include "core/wire/channel.h"
#include "tests/core/relay/api/chat_fixture.h"

namespace footlight::tests {
namespace {

class AudienceOfARoom : public ChatTest {
protected:
    /// Done, for a message that wants to know.
    bool isDone(SocketClient& from, const wire::ClientMessage& message) {
        from.send(message);
        return from.next<wire::Done>().has_value();
    }
    /// The poll once it reads like this.
    std::optional<wire::Poll> pollUntil(SocketClient& at,
                                        const std::function<bool(const wire::Poll&)>& isSo) {
        while (const auto changed = at.next<wire::PollChanged>()) {
            if (isSo(changed->poll)) {
                return changed->poll;
            }
        }
        return std::nullopt;
    }

    SocketClient ada_ = enter("Ada");
    SocketClient bob_ = enter("Bob");
    SocketClient carl_ = enter("Carl");
};

TEST_F(AudienceOfARoom, ReactionsComeAsOneCountAKind) {
    constexpr auto kFire = "\U0001f525";
    // The first second may end at any time in between: what comes adds up.
    for (int i = 0; i < 10; ++i) {
        bob_.send(wire::React{"Ada", kFire, 1});
    }
    carl_.send(wire::React{"Ada", kFire, 7});
    std::int64_t total = 0;
    int told = 0;
    while (total < 17) {
        const auto reactions = ada_.next<wire::Reactions>();
        ASSERT_TRUE(reactions);
        ASSERT_EQ(reactions->counts.size(), 1U);
        EXPECT_EQ(reactions->counts[0].kind, kFire);
        total += reactions->counts[0].count;
        ++told;
    }
    EXPECT_EQ(total, 17);
    EXPECT_LT(told, 11) << "one a second, not one a reaction";
    EXPECT_EQ(refusalOf(bob_, wire::React{"Ada", "fire", 1}), "reaction.kind");
    EXPECT_EQ(refusalOf(bob_, wire::React{"Ada", kFire, 11}), "reaction.count");
}

TEST_F(AudienceOfARoom, APollIsVotedInOnceClosedByItsTimerAndKept) {
    EXPECT_EQ(command(ada_, "/poll 1h Tea or coffee? | Tea | Coffee"), "The poll is open.");
    const auto poll = bob_.next<wire::PollChanged>()->poll;
    EXPECT_EQ(poll.question, "Tea or coffee?");
    ASSERT_EQ(poll.options.size(), 2U);
    EXPECT_TRUE(isDone(bob_, wire::Vote{"Ada", poll.id, 1, "v"}));
    EXPECT_EQ(refusalOf(bob_, wire::Vote{"Ada", poll.id, 0}), "poll.voted");
    EXPECT_TRUE(pollUntil(carl_, [](const wire::Poll& one) { return one.options[1].votes == 1; }));
    EXPECT_EQ(refusalOf(carl_, wire::Vote{"Ada", poll.id, 2}), "poll.option");
    EXPECT_EQ(refusalOf(ada_, "/poll Another? | Yes | No"), "poll.open");
    EXPECT_EQ(refusalOf(bob_, "/poll end"), "chat.not_allowed");
    hub_.stop();
    hub_.start();
    auto bob = socket();
    ASSERT_TRUE(bob.hello(tokens_["Bob"]));
    const auto room = bob.join("Ada");
    ASSERT_TRUE(room && room->poll);
    EXPECT_EQ(room->poll->options[1].votes, 1);
    EXPECT_EQ(room->voted, 1);
    EXPECT_EQ(refusalOf(bob, wire::Vote{"Ada", poll.id, 0}), "poll.voted");
    auto ada = enter("Ada");
    EXPECT_EQ(command(ada, "/poll end"), "The poll is closed.");
    EXPECT_FALSE(bob.next<wire::PollChanged>()->poll.open);
    EXPECT_EQ(refusalOf(ada, wire::Vote{"Ada", poll.id, 0}), "poll.over");
    EXPECT_FALSE(bob.join("Ada")->poll);
}

TEST_F(AudienceOfARoom, AQuizTellsWhatIsRightAtItsEnd) {
    command(ada_, "/quiz 10s Two and two? | Three | *Four");
    const auto begun = bob_.next<wire::PollChanged>()->poll;
    EXPECT_TRUE(begun.isQuiz);
    EXPECT_EQ(begun.right, std::nullopt);
    EXPECT_EQ(begun.endsAt - begun.at, std::chrono::seconds{10});
    std::optional<wire::Poll> over;
    for (int i = 0; i < 20 && !over; ++i) {
        over = pollUntil(bob_, [](const wire::Poll& one) { return !one.open; });
    }
    ASSERT_TRUE(over) << "its timer closes it";
    EXPECT_EQ(over->right, 1);
    EXPECT_GE(SystemClock().utcNow(), over->endsAt);
}

TEST_F(AudienceOfARoom, HandsAreAQueueAndGoDownWithTheirPeople) {
    EXPECT_TRUE(isDone(bob_, wire::RaiseHand{"Ada", true, "h"}));
    EXPECT_TRUE(isDone(carl_, wire::RaiseHand{"Ada", true, "h"}));
    std::vector<wire::User> hands;
    while (hands.size() < 2) {
        const auto changed = ada_.next<wire::HandsChanged>();
        ASSERT_TRUE(changed);
        hands = changed->hands;
    }
    EXPECT_EQ(hands, (std::vector{users_["Bob"], users_["Carl"]}));
    EXPECT_EQ(joined("Ada").join("Ada")->hands, hands);
    EXPECT_EQ(command(ada_, "/lower bob"), "Bob's hand is down.");
    carl_.send(wire::Leave{"Ada"});
    do {
        const auto changed = ada_.next<wire::HandsChanged>();
        ASSERT_TRUE(changed);
        hands = changed->hands;
    } while (!hands.empty());
}

TEST_F(AudienceOfARoom, QuestionsAreVotedUpAnsweredAndKept) {
    EXPECT_TRUE(isDone(bob_, wire::Ask{"Ada", "When is the next one?", "q1"}));
    const auto asked = carl_.next<wire::QuestionAsked>();
    ASSERT_TRUE(asked);
    EXPECT_EQ(asked->question.user, users_["Bob"]);
    EXPECT_TRUE(isDone(carl_, wire::Upvote{"Ada", asked->question.id, "u"}));
    EXPECT_EQ(refusalOf(carl_, wire::Upvote{"Ada", asked->question.id}), "question.voted");
    const auto votes = ada_.next<wire::QuestionVotes>();
    ASSERT_TRUE(votes);
    EXPECT_EQ(votes->questions, (std::vector<wire::QuestionVote>{{asked->question.id, 1}}));
    hub_.stop();
    hub_.start();
    auto carl = socket();
    ASSERT_TRUE(carl.hello(tokens_["Carl"]));
    const auto room = carl.join("Ada");
    ASSERT_EQ(room->questions.size(), 1U);
    EXPECT_EQ(room->questions[0].text, "When is the next one?");
    EXPECT_EQ(room->questions[0].votes, 1);
    EXPECT_EQ(refusalOf(carl, wire::Upvote{"Ada", asked->question.id}), "question.voted");
    EXPECT_EQ(refusalOf(carl, wire::CloseQuestion{"Ada", asked->question.id}), "chat.not_allowed");
    auto ada = enter("Ada");
    EXPECT_TRUE(isDone(ada, wire::CloseQuestion{"Ada", asked->question.id, "c"}));
    EXPECT_EQ(carl.next<wire::QuestionClosed>()->id, asked->question.id);
    EXPECT_TRUE(carl.join("Ada")->questions.empty());
}

TEST_F(AudienceOfARoom, WhoIsBannedTakesNoPart) {
    command(ada_, "/ban bob");
    for (const wire::ClientMessage& message :
         {wire::ClientMessage(wire::React{"Ada", "\U0001f525", 1}),
          wire::ClientMessage(wire::RaiseHand{"Ada"}), wire::ClientMessage(wire::Ask{"Ada", "Why?", "q"})}) {
        EXPECT_EQ(refusalOf(bob_, message), "chat.banned");
    }
}

class PresenceInARoom : public ChatTest {
protected:
    /// Reads until the count is this; what else was told is kept.
    bool viewersBecome(SocketClient& at, std::int64_t viewers) {
        while (const auto told = at.next<wire::Presence>()) {
            for (const auto& attendee : told->changed) {
                seen_[attendee.user.name] = attendee;
            }
            for (const auto& user : told->left) {
                left_.push_back(user);
            }
            if (told->viewers == viewers) {
                return true;
            }
        }
        return false;
    }
    wire::AttendeePage list(const std::string& query = "") {
        return client().get("/api/v1/channels/Ada/viewers" + query).as<wire::AttendeePage>();
    }
    SocketClient connected(const wire::Hello& hello) {
        auto made = socket();
        made.send(hello);
        EXPECT_TRUE(made.next<wire::Welcome>());
        return made;
    }

    std::map<std::string, wire::Attendee> seen_;
    std::vector<UserId> left_;
};

TEST_F(PresenceInARoom, EverybodyCountsOnceAndBotsEdgesAndTheOwnerNever) {
    auto ada = enter("Ada");
    auto bob = enter("Bob");
    ASSERT_TRUE(viewersBecome(ada, 1)) << "not the owner";
    auto again = enter("Bob");
    auto guest = connected({std::nullopt, "guest-1234"});
    auto guestAgain = connected({std::nullopt, "guest-1234"});
    auto other = connected({std::nullopt, "guest-5678"});
    auto bot = connected({std::nullopt, std::nullopt, wire::ClientKind::Bot});
    auto edge = connected({std::nullopt, std::nullopt, wire::ClientKind::Edge});
    for (auto* one : {&guest, &guestAgain, &bot, &edge}) {
        ASSERT_TRUE(one->join("Ada"));
    }
    EXPECT_EQ(other.join("Ada")->viewers, 3);
    EXPECT_EQ(list().viewers, 3);
    EXPECT_EQ(list().guests, 2);
    EXPECT_EQ(client().get("/api/v1/channels/Ada").as<wire::Channel>().viewers, 3);
}

TEST_F(PresenceInARoom, WhatPeopleDoIsToldAsChangesAndListed) {
    auto ada = enter("Ada");
    auto carl = enter("Carl");
    {
        auto bob = enter("Bob");
        ASSERT_TRUE(viewersBecome(ada, 2));
        bob.send(wire::Watch{"Ada", wire::Activity::Watching, "720p"});
        bob.send(wire::Watch{"Ada", wire::Activity::Paused, "720p"});
        ASSERT_TRUE(viewersBecome(ada, 1));
        EXPECT_EQ(seen_["Bob"], (wire::Attendee{users_["Bob"], wire::Activity::Paused, "720p"}));
        EXPECT_EQ(list().items, (std::vector<wire::Attendee>{
                                    {users_["Ada"], wire::Activity::Watching, {}, wire::Role::Owner},
                                    {users_["Bob"], wire::Activity::Paused, "720p"},
                                    {users_["Carl"], wire::Activity::Watching}}));
        EXPECT_EQ(list("?limit=2").next, "Bob");
        EXPECT_EQ(list("?limit=1&page=Bob").items.at(0).user, users_["Carl"]);
        bob.send(wire::Watch{"Ada", wire::Activity::Watching, "720p"});
        ASSERT_TRUE(viewersBecome(ada, 2));
    }
    ASSERT_TRUE(viewersBecome(ada, 1));
    EXPECT_EQ(left_, std::vector{users_["Bob"].id});
    EXPECT_EQ(list().items.size(), 2U);
}

TEST_F(PresenceInARoom, WhoSaysNothingIsListedAsWhatTheyAre) {
    auto ada = enter("Ada");
    command(ada, "/mod bob");
    command(ada, "/vip carl");
    auto bob = enter("Bob");
    auto carl = enter("Carl");
    ASSERT_TRUE(viewersBecome(ada, 2));
    EXPECT_EQ(seen_["Bob"].role, wire::Role::Moderator);
    EXPECT_EQ(seen_["Carl"].role, wire::Role::Vip);
    command(ada, "/unvip carl");
    std::map<std::string, std::optional<wire::Role>> roles;
    for (const auto& attendee : list().items) {
        roles[attendee.user.name] = attendee.role;
    }
    EXPECT_EQ(roles, (std::map<std::string, std::optional<wire::Role>>{
                         {"Ada", wire::Role::Owner}, {"Bob", wire::Role::Moderator}, {"Carl", {}}}));
}

}  // namespace
}  // namespace footlight::tests
