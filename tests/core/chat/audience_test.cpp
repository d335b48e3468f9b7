#include "core/chat/audience.h"

#include <gtest/gtest.h>

#include "core/chat/crowd.h"

namespace footlight::chat {
namespace {

constexpr UtcTime kNow{std::chrono::milliseconds{1'700'000'000'000}};

Person person(const char* name) { return {UserId::make(kNow), name}; }

template <typename T>
std::string codeOf(const Result<T>& result) {
    return result ? "" : std::string(result.error().code());
}

TEST(ChatReactions, AreOneCountAKind) {
    Reactions reactions;
    const auto ada = person("Ada");
    const auto bob = person("Bob");
    EXPECT_TRUE(reactions.isEmpty());
    EXPECT_TRUE(reactions.add(ada.user, "\U0001f525", 3, {}));
    EXPECT_TRUE(reactions.add(bob.user, "\U0001f525", 4, {}));
    EXPECT_TRUE(reactions.add(bob.user, ":wave:", 1, {{"wave", "00ff"}}));
    EXPECT_EQ(reactions.take(), (std::map<std::string, std::int64_t>{{"\U0001f525", 7}, {":wave:", 1}}));
    EXPECT_TRUE(reactions.isEmpty());
}

TEST(ChatReactions, TenASecondOfOneUser) {
    Reactions reactions;
    const auto ada = person("Ada");
    EXPECT_TRUE(reactions.add(ada.user, "\U0001f525", 9, {}));
    EXPECT_EQ(codeOf(reactions.add(ada.user, "\U0001f525", 2, {})), "reaction.too_fast");
    EXPECT_TRUE(reactions.add(ada.user, "\U0001f525", 1, {}));
    reactions.take();
    EXPECT_TRUE(reactions.add(ada.user, "\U0001f525", 10, {}));
}

TEST(ChatReactions, AreEmojiOrTheChannelsEmotes) {
    Reactions reactions;
    const auto ada = person("Ada");
    for (const auto* kind : {"fire", "", ":nope:", "\U0001f525 \U0001f525",
                             "\U0001f525\U0001f525\U0001f525\U0001f525"
                             "\U0001f525\U0001f525\U0001f525\U0001f525\U0001f525"}) {
        EXPECT_EQ(codeOf(reactions.add(ada.user, kind, 1, {})), "reaction.kind") << kind;
    }
    EXPECT_EQ(codeOf(reactions.add(ada.user, "\U0001f525", 0, {})), "reaction.count");
    EXPECT_EQ(codeOf(reactions.add(ada.user, "\U0001f525", 11, {})), "reaction.count");
}

TEST(ChatPoll, OneVoteAMember) {
    PollBox box;
    const auto ada = person("Ada");
    const auto bob = person("Bob");
    const auto poll = box.start(ada, {"Tea?", {"Yes", "No"}, {}, std::chrono::seconds{60}}, kNow);
    ASSERT_TRUE(poll);
    EXPECT_EQ(codeOf(box.start(ada, {"Coffee?", {"Yes", "No"}}, kNow)), "poll.open");
    EXPECT_TRUE(box.vote(bob.user, poll->id, 1, kNow));
    EXPECT_EQ(codeOf(box.vote(bob.user, poll->id, 0, kNow)), "poll.voted");
    EXPECT_EQ(codeOf(box.vote(ada.user, poll->id, 2, kNow)), "poll.option");
    EXPECT_EQ(codeOf(box.vote(ada.user, poll->id, -1, kNow)), "poll.option");
    EXPECT_EQ(codeOf(box.vote(ada.user, PollId::make(kNow), 0, kNow)), "poll.unknown");
    EXPECT_EQ(box.counts(), (std::vector<std::int64_t>{0, 1}));
    EXPECT_EQ(box.voteOf(bob.user), 1U);
    EXPECT_EQ(box.voteOf(ada.user), std::nullopt);
    EXPECT_FALSE(box.isDue(kNow + std::chrono::milliseconds{59'999}));
    EXPECT_TRUE(box.isDue(kNow + std::chrono::seconds{60}));
    EXPECT_EQ(codeOf(box.vote(ada.user, poll->id, 0, kNow + std::chrono::seconds{60})), "poll.over");
    EXPECT_TRUE(box.close());
    EXPECT_EQ(codeOf(box.close()), "poll.none");
    EXPECT_TRUE(box.start(ada, {"Coffee?", {"Yes", "No"}}, kNow));
    EXPECT_EQ(box.counts(), (std::vector<std::int64_t>{0, 0}));
}

TEST(ChatPoll, ItsTextsAreChecked) {
    PollBox box;
    EXPECT_EQ(codeOf(box.start(person("Ada"), {"", {"Yes", "No"}}, kNow)), "chat.question");
    EXPECT_EQ(codeOf(box.start(person("Ada"), {"Tea?", {"Yes", " "}}, kNow)), "chat.option");
    EXPECT_EQ(codeOf(box.start(person("Ada"), {std::string(201, 'x'), {"Yes", "No"}}, kNow)),
              "chat.question");
}

TEST(ChatQuestions, AreVotedForOnceAndNotByWhoAsked) {
    Questions questions;
    const auto ada = person("Ada");
    const auto bob = person("Bob");
    const auto asked = questions.ask(ada, "When is the next one?", kNow);
    ASSERT_TRUE(asked);
    EXPECT_EQ(codeOf(questions.vote(ada.user, asked->id)), "question.voted");
    EXPECT_TRUE(questions.vote(bob.user, asked->id));
    EXPECT_EQ(codeOf(questions.vote(bob.user, asked->id)), "question.voted");
    EXPECT_EQ(questions.takeChangedVotes(), (std::map<QuestionId, std::int64_t>{{asked->id, 1}}));
    EXPECT_TRUE(questions.takeChangedVotes().empty());
    EXPECT_TRUE(questions.remove(asked->id));
    EXPECT_EQ(codeOf(questions.remove(asked->id)), "question.unknown");
    EXPECT_EQ(codeOf(questions.vote(bob.user, asked->id)), "question.unknown");
}

TEST(ChatQuestions, ThreeOfOnePersonAndAHundredInAll) {
    Questions questions;
    const auto ada = person("Ada");
    EXPECT_EQ(codeOf(questions.ask(ada, "a\nb", kNow)), "chat.question");
    for (int i = 0; i < 3; ++i) {
        EXPECT_TRUE(questions.ask(ada, "Why?", kNow));
    }
    EXPECT_EQ(codeOf(questions.ask(ada, "Why?", kNow)), "question.too_many");
    for (int i = 3; i < 100; ++i) {
        EXPECT_TRUE(questions.ask(person("Somebody"), "Why?", kNow));
    }
    EXPECT_EQ(codeOf(questions.ask(person("Somebody"), "Why?", kNow)), "question.too_many");
    EXPECT_EQ(questions.removeOf(ada.user).size(), 3U);
    EXPECT_EQ(questions.open().size(), 97U);
}

TEST(ChatHands, StandInTheOrderOfTheirRaising) {
    Hands hands;
    const auto ada = person("Ada");
    const auto bob = person("Bob");
    EXPECT_FALSE(hands.takeChanged());
    EXPECT_TRUE(hands.raise(ada));
    EXPECT_TRUE(hands.raise(bob));
    EXPECT_TRUE(hands.takeChanged());
    EXPECT_TRUE(hands.raise(ada));
    EXPECT_FALSE(hands.takeChanged()) << "it was up";
    EXPECT_EQ(hands.raised(), (std::vector{ada, bob}));
    EXPECT_TRUE(hands.lower(ada.user));
    EXPECT_FALSE(hands.lower(ada.user));
    EXPECT_TRUE(hands.takeChanged());
    for (int i = 1; i < 100; ++i) {
        EXPECT_TRUE(hands.raise(person("Somebody")));
    }
    EXPECT_EQ(codeOf(hands.raise(ada)), "hand.too_many");
}

class ChatCrowd : public testing::Test {
protected:
    Attendance of(const Person& somebody, Activity activity = Activity::Watching) {
        return {somebody.user.text(), somebody, true, activity, ""};
    }
    const Person ada_ = person("Ada");
    const Person bob_ = person("Bob");
    Crowd crowd_;
};

TEST_F(ChatCrowd, CountsEverybodyOnceHoweverManyConnections) {
    crowd_.enter(1, of(ada_));
    crowd_.enter(2, of(ada_));
    crowd_.enter(3, {"guest:x", {}, true, Activity::Watching, ""});
    crowd_.enter(4, {"guest:x", {}, true, Activity::Watching, ""});
    crowd_.enter(5, {"bot", {}, false, Activity::Watching, ""});
    EXPECT_EQ(crowd_.viewers(), 2);
    EXPECT_EQ(crowd_.guests(), 1);
    crowd_.leave(1);
    crowd_.leave(3);
    EXPECT_EQ(crowd_.viewers(), 2);
    crowd_.leave(2);
    crowd_.leave(4);
    crowd_.leave(5);
    EXPECT_EQ(crowd_.viewers(), 0);
    EXPECT_EQ(crowd_.guests(), 0);
    EXPECT_EQ(crowd_.people(), 0U);
}

TEST_F(ChatCrowd, TheChannelsOwnPeopleAreListedAndNeverViewers) {
    auto own = of(ada_);
    own.isCounted = false;
    crowd_.enter(1, own);
    crowd_.enter(2, own);
    crowd_.enter(3, of(bob_));
    EXPECT_EQ(crowd_.viewers(), 1);
    EXPECT_FALSE(crowd_.isWatching(ada_.user.text()));
    EXPECT_EQ(crowd_.page("", 10),
              (std::vector<Presence>{{ada_, Activity::Watching, ""}, {bob_, Activity::Watching, ""}}));
    crowd_.leave(1);
    crowd_.leave(2);
    EXPECT_EQ(crowd_.viewers(), 1);
    EXPECT_EQ(crowd_.people(), 1U);
}

TEST_F(ChatCrowd, WhoWatchesOnOneConnectionWatches) {
    crowd_.enter(1, of(ada_, Activity::Here));
    EXPECT_EQ(crowd_.viewers(), 0);
    crowd_.enter(2, of(ada_));
    crowd_.change(2, Activity::Watching, "720p");
    EXPECT_EQ(crowd_.page("", 10), (std::vector{Presence{ada_, Activity::Watching, "720p"}}));
    crowd_.change(2, Activity::Paused, "720p");
    EXPECT_EQ(crowd_.viewers(), 0);
    EXPECT_EQ(crowd_.page("", 10).at(0).activity, Activity::Paused);
    crowd_.change(9, Activity::Watching, "");
    EXPECT_EQ(crowd_.viewers(), 0) << "nobody's connection";
    crowd_.enter(2, of(ada_));
    EXPECT_EQ(crowd_.viewers(), 1) << "joined again";
}

TEST_F(ChatCrowd, TellsChangesOfPeopleAndPagesByName) {
    crowd_.enter(1, of(bob_));
    crowd_.enter(2, of(ada_));
    crowd_.enter(3, {"guest:x", {}, true, Activity::Watching, ""});
    auto changes = crowd_.takeChanges();
    EXPECT_EQ(changes.came.size(), 2U);
    EXPECT_TRUE(changes.left.empty() && changes.isWhole);
    EXPECT_TRUE(crowd_.takeChanges().came.empty());
    crowd_.leave(1);
    changes = crowd_.takeChanges();
    EXPECT_EQ(changes.left, std::vector{bob_.user});
    crowd_.enter(1, of(bob_));
    EXPECT_EQ(crowd_.page("", 1).at(0).person, ada_);
    EXPECT_EQ(crowd_.page("Ada", 1).at(0).person, bob_);
    EXPECT_TRUE(crowd_.page("Bob", 1).empty());
    crowd_.takeChanges();
    for (std::uint64_t i = 10; i <= 10 + Crowd::kToldAtOnce; ++i) {
        crowd_.enter(i, of(person(("p" + std::to_string(i)).c_str())));
    }
    changes = crowd_.takeChanges();
    EXPECT_FALSE(changes.isWhole);
    EXPECT_TRUE(changes.came.empty());
}

}  // namespace
}  // namespace footlight::chat
