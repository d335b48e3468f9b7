#include "tests/core/relay/hub/rooms_fixture.h"

#include <algorithm>

#include "core/relay/ports/account_data_store.h"
#include "core/relay/ports/community_stores.h"

namespace footlight::relay::hub {
namespace {

TEST_F(ChatRooms, AMessageIsFramedOnceForEverybody) {
    const auto ada = enter(ada_, false);
    const auto first = enter(std::nullopt, true);
    const auto second = enter(std::nullopt, true);
    say(ada, {"Ada", "hello", "n1"});
    ASSERT_EQ(first->frames.size(), 1U);
    ASSERT_EQ(second->frames.size(), 1U);
    EXPECT_EQ(first->frames[0].get(), second->frames[0].get());
    EXPECT_EQ(first->frames[0].get(), ada->frames.at(0).get());
}

TEST_F(ChatRooms, WhoIsMentionedIsToldOnceItIsOnDisk) {
    const auto bob = *database_->stores().accounts.create({"Bob", "", AccountRole::Member, clock_.utcNow()},
                                                          UnownedChannel::Refuse);
    const auto ada = enter(ada_, false);
    say(ada, {"Ada", "hello @bob @Ada @nobody", "n1"});
    EXPECT_TRUE(events_.mentions.empty());
    write();
    ASSERT_EQ(events_.mentions.size(), 1U);
    EXPECT_EQ(events_.mentions[0].names, std::vector<std::string>{"Bob"}) << "who exists, and not herself";
    EXPECT_EQ(events_.mentions[0].line.text, "hello @bob @Ada @nobody");
    EXPECT_EQ(events_.mentions[0].line.from, ada_);
    const auto said = ada->received<wire::Said>();
    ASSERT_EQ(said.size(), 1U);
    EXPECT_EQ(events_.mentions[0].line.message, said[0].id);
    const auto other = enter(bob, false);
    say(other, {"Ada", "yes @Ada", "n2", said[0].id});
    say(ada, {"Ada", "to myself", "n3", said[0].id});
    write();
    ASSERT_EQ(events_.replies.size(), 1U) << "not herself";
    EXPECT_EQ(events_.replies[0].to, ada_.id);
    EXPECT_EQ(events_.mentions.size(), 1U) << "who is answered is told so once";
}

TEST_F(ChatRooms, NobodyHearsOfWhatIsSaidAgainOrOfWhereTheyAreBanned) {
    const auto bob = *database_->stores().accounts.create({"Bob", "", AccountRole::Member, clock_.utcNow()},
                                                          UnownedChannel::Refuse);
    const auto ada = enter(ada_, false);
    say(ada, {"Ada", "hello @Bob", "n1"});
    say(ada, {"Ada", "hello @Bob", "n1"});
    write();
    EXPECT_EQ(events_.mentions.size(), 1U);
    say(ada, {"Ada", "/ban bob", "n2"});
    say(ada, {"Ada", "bye @Bob", "n3"});
    write();
    EXPECT_EQ(events_.mentions.size(), 1U);
}

TEST_F(ChatRooms, AcknowledgesWhatIsOnDiskAndNotBefore) {
    const auto ada = enter(ada_, false);
    say(ada, {"Ada", "hello", "n1"});
    EXPECT_TRUE(ada->received<wire::Said>().empty());
    write();
    ASSERT_EQ(ada->received<wire::Said>().size(), 1U);
    EXPECT_EQ(ada->received<wire::Said>()[0].nonce, "n1");
}

TEST_F(ChatRooms, WhoLeftBeforeTheAcknowledgementIsNotMissed) {
    auto ada = enter(ada_, false);
    say(ada, {"Ada", "hello", "n1"});
    rooms_.leave(*ada, "Ada");
    ada.reset();
    write();
    const auto guest = std::make_shared<FakeMember>(std::nullopt);
    EXPECT_EQ(join(guest, {"Ada", true}).history.size(), 1U);
}

TEST_F(ChatOfTwo, WhoIsBannedTakesNothingOfTheRoomsRate) {
    say(atAda_, {"Ada", "/ban bob", "n1"});
    for (int i = 0; i < 500; ++i) {
        say(atBob_, {"Ada", "noise", "b"});
    }
    say(atAda_, {"Ada", "hello", "n2"});
    EXPECT_EQ(refusals(*atAda_), std::vector<std::string>{});
    EXPECT_EQ(atAda_->received<wire::ChatMessage>().size(), 1U);
}

TEST_F(ChatOfTwo, WhatTheRulesRefuseTakesNothingOfTheRoomsRate) {
    for (int i = 0; i < 500; ++i) {
        say(atBob_, {"Ada", "two\nlines", "b"});
        take(atBob_, wire::Ask{"Ada", "two\nlines", "q"});
    }
    say(atAda_, {"Ada", "hello", "n2"});
    EXPECT_EQ(refusals(*atAda_), std::vector<std::string>{});
}

TEST_F(ChatOfTwo, WhatTheDiskRefusesIsTakenBackOnEveryScreen) {
    const auto eve = enter(stranger(), false);
    say(eve, {"Ada", "hello", "n1"});
    take(eve, wire::Ask{"Ada", "why?", "n2"});
    ASSERT_EQ(atBob_->received<wire::ChatMessage>().size(), 1U);
    ASSERT_EQ(atBob_->received<wire::QuestionAsked>().size(), 1U);
    write();
    const auto deleted = atBob_->received<wire::Deleted>();
    ASSERT_EQ(deleted.size(), 1U);
    EXPECT_EQ(deleted[0].id, atBob_->received<wire::ChatMessage>()[0].id);
    EXPECT_EQ(atBob_->received<wire::QuestionClosed>().size(), 1U);
    EXPECT_EQ(refusals(*eve).size(), 2U);
    const auto joined = look();
    EXPECT_TRUE(joined.history.empty());
    EXPECT_TRUE(joined.questions.empty());
}

TEST_F(ChatOfTwo, AVoteThatTheDiskRefusesMayBeCastAgain) {
    say(atAda_, {"Ada", "/poll Tea? | Yes | No", "n1"});
    take(atBob_, wire::Ask{"Ada", "why?", "n2"});
    write();
    const auto poll = atBob_->received<wire::PollChanged>().at(0).poll.id;
    const auto question = atBob_->received<wire::QuestionAsked>().at(0).question.id;
    const auto eve = enter(stranger(), false);
    for (int i = 0; i < 2; ++i) {
        take(eve, wire::Vote{"Ada", poll, 1, "v"});
        take(eve, wire::Upvote{"Ada", question, "u"});
        write();
    }
    const auto codes = refusals(*eve);
    EXPECT_EQ(codes.size(), 4U);
    EXPECT_EQ(std::ranges::count(codes, "poll.voted") + std::ranges::count(codes, "question.voted"), 0);
}

TEST_F(ChatOfTwo, NothingIsToldThatTheQueueRefuses) {
    say(atAda_, {"Ada", "/poll Tea? | Yes | No", "n1"});
    say(atBob_, {"Ada", "hello", "n1"});
    write();
    const auto id = atBob_->received<wire::Said>().at(0).id;
    const auto poll = atBob_->received<wire::PollChanged>().at(0).poll.id;
    fillTheQueue();
    const auto told = atBob_->frames.size();
    say(atAda_, {"Ada", "one", "n2"});
    say(atAda_, {"Ada", "/ban bob", "n3"});
    say(atAda_, {"Ada", "/slow 10", "n4"});
    say(atAda_, {"Ada", "/clear", "n5"});
    say(atAda_, {"Ada", "/mod bob", "n6"});
    take(atAda_, wire::Ask{"Ada", "why?", "n7"});
    take(atAda_, wire::PinMessage{"Ada", id, "n8"});
    take(atAda_, wire::Delete{"Ada", id, "n9"});
    take(atAda_, wire::Vote{"Ada", poll, 0, "n10"});
    EXPECT_EQ(refusals(*atAda_), std::vector<std::string>(9, "relay.busy"));
    EXPECT_EQ(atBob_->frames.size(), told);
    write();
    take(atAda_, wire::Vote{"Ada", poll, 0, "n11"});
    EXPECT_EQ(refusals(*atAda_).size(), 9U) << "the vote counts now";
}

TEST_F(ChatOfTwo, WhatWasDeletedStaysSoWhileTheDiskStillHasIt) {
    say(atBob_, {"Ada", "first", "first"});
    for (int i = 0; i < 60; ++i) {
        clock_.advance(std::chrono::seconds{10});
        say(atAda_, {"Ada", "line " + std::to_string(i), std::to_string(i)});
    }
    write();
    const auto first = atBob_->received<wire::Said>().at(0).id;
    take(atBob_, wire::Delete{"Ada", first});
    take(atBob_, wire::Edit{"Ada", first, "again"});
    take(atAda_, wire::PinMessage{"Ada", first});
    say(atAda_, {"Ada", "what?", "r", first});
    EXPECT_EQ(refusals(*atBob_), std::vector<std::string>{"chat.unknown_message"});
    EXPECT_EQ(refusals(*atAda_), (std::vector<std::string>{"chat.unknown_message", "chat.unknown_reply"}));
    EXPECT_TRUE(atAda_->received<wire::Edited>().empty());
}

TEST_F(ChatOfTwo, ABanTakesQuestionsAndTheHandWithIt) {
    take(atBob_, wire::Ask{"Ada", "why?", "q"});
    take(atBob_, wire::RaiseHand{"Ada", true, "h"});
    take(atBob_, wire::Watch{"Ada", wire::Activity::Watching, "720p"});
    say(atAda_, {"Ada", "/ban bob", "n1"});
    write();
    const auto closed = atAda_->received<wire::QuestionClosed>();
    ASSERT_EQ(closed.size(), 1U);
    EXPECT_EQ(closed[0].id, atAda_->received<wire::QuestionAsked>().at(0).question.id);
    take(atBob_, wire::Watch{"Ada", wire::Activity::Watching, "1080p"});
    const auto channel = **database_->stores().channels.find("Ada");
    for (const auto& attendee : rooms_.attendees(channel.id, "", 10).items) {
        EXPECT_NE(attendee.rendition, "1080p") << "a banned one writes nothing that others read";
    }
    const auto joined = look();
    EXPECT_TRUE(joined.hands.empty());
    EXPECT_TRUE(joined.questions.empty());
    EXPECT_TRUE(database_->stores().rooms.load(channel.id, clock_.utcNow())->audience.questions.empty());
}

TEST_F(ChatOfTwo, ARenditionIsANameAndNoText) {
    take(atBob_, wire::Watch{"Ada", wire::Activity::Watching, "buy my ponies"});
    const auto errors = atBob_->received<wire::ErrorMessage>();
    ASSERT_EQ(errors.size(), 1U);
    EXPECT_EQ(errors[0].field, "rendition");
    take(atBob_, wire::Watch{"Ada", wire::Activity::Watching, "720p60_source-1"});
    EXPECT_EQ(atBob_->received<wire::ErrorMessage>().size(), 1U);
}

TEST_F(ChatOfTwo, HandsGoUpAndDownAtSomeRate) {
    for (int i = 0; i < 50; ++i) {
        take(atBob_, wire::RaiseHand{"Ada", i % 2 == 0});
    }
    EXPECT_EQ(refusals(*atBob_), std::vector<std::string>(30, "chat.too_fast"));
}

TEST_F(ChatOfTwo, ADeletedAccountIsGoneFromOpenRoomsAndItsOwnIsClosed) {
    const auto carl = make("Carl");
    const auto atCarl = std::make_shared<FakeMember>(carl);
    ASSERT_TRUE(run(rooms_.join(atCarl, {"carl", false})));
    ASSERT_TRUE(run(rooms_.join(atBob_, {"carl", false})));
    ASSERT_TRUE(run(rooms_.join(atCarl, {"ada", false})));
    say(atCarl, {"Ada", "my secret", "n1"});
    take(atCarl, wire::Ask{"Ada", "why?", "n2"});
    ASSERT_TRUE(database_->stores().community.accountData.erase(carl.id, "deleted-1"));
    rooms_.erase(carl, "deleted-1");
    EXPECT_EQ(atBob_->received<wire::Cleared>().at(0).user->id, carl.id);
    EXPECT_EQ(atBob_->received<wire::Left>().at(0).channel, "Carl");
    say(atCarl, {"Ada", "still here", "n3"});
    EXPECT_EQ(refusals(*atCarl), std::vector<std::string>{"chat.banned"});
    write();
    const auto joined = look();
    EXPECT_TRUE(joined.history.empty());
    EXPECT_TRUE(joined.questions.empty());
    const auto ada = **database_->stores().channels.find("Ada");
    EXPECT_TRUE(database_->stores().messages.latest(ada.id, std::nullopt, 10)->empty())
        << "what was on its way to the disk as well";
    const auto again = make("Carl");
    const auto owner = std::make_shared<FakeMember>(again);
    ASSERT_TRUE(run(rooms_.join(owner, {"carl", false})));
    say(owner, {"Carl", "/slow 10", "n4"});
    EXPECT_EQ(refusals(*owner), std::vector<std::string>{}) << "a room of their own";
    rooms_.leave(*owner, "carl");
}

TEST_F(ChatRooms, ALiveBroadcastIsToldWithTheHostThatEachMemberKnows) {
    const auto near = enter(std::nullopt, true, "near");
    const auto far = enter(std::nullopt, true, "far");
    const auto channel = **database_->stores().channels.find("Ada");
    rooms_.announceLive(
        {channel, {BroadcastId::make(clock_.utcNow()), channel.id, "", clock_.utcNow()}, true, {}});
    EXPECT_EQ(near->received<wire::Live>().at(0).playback, "http://near/Ada");
    EXPECT_EQ(far->received<wire::Live>().at(0).playback, "http://far/Ada");
}

TEST_F(ChatRooms, ABigRoomIsToldItsViewersLessOften) {
    clock_.advance(std::chrono::minutes{1});
    const auto ada = enter(ada_, false);
    std::vector<std::shared_ptr<FakeMember>> crowd;
    for (int i = 0; i < 4'000; ++i) {
        crowd.push_back(enter(std::nullopt, true));
    }
    for (int half = 0; half < 8; ++half) {
        rooms_.leave(*crowd.back(), "Ada");
        crowd.pop_back();
        rooms_.tick();
        loop_.restart();
        loop_.run();  // until everybody had their turn
        clock_.advance(std::chrono::milliseconds{500});
    }
    const auto told = ada->received<wire::Presence>();
    ASSERT_EQ(told.size(), 4U) << "once a second for 4,000";
    EXPECT_EQ(told.back().viewers, 3'993);
}

TEST_F(ChatRooms, ALineIsNotPostedAgainInARoomThatWasOpenedAnew) {
    auto ada = enter(ada_, false);
    say(ada, {"Ada", "hello", "n1"});
    write();
    const auto first = ada->received<wire::Said>();
    ASSERT_EQ(first.size(), 1U);
    rooms_.leave(*ada, "Ada");
    clock_.advance(std::chrono::seconds{30});
    rooms_.tick();
    ada = enter(ada_, false);
    say(ada, {"Ada", "hello", "n1"});
    write();
    const auto again = ada->received<wire::Said>();
    ASSERT_EQ(again.size(), 1U);
    EXPECT_EQ(again[0].id, first[0].id);
    EXPECT_TRUE(ada->received<wire::ChatMessage>().empty());
    clock_.advance(std::chrono::minutes{2});
    say(ada, {"Ada", "hello", "n1"});
    EXPECT_EQ(ada->received<wire::ChatMessage>().size(), 1U) << "after two minutes it is another line";
}

TEST_F(ChatRooms, WhoeverJoinsReadsTheHistoryAsItIsThen) {
    const auto ada = enter(ada_, false);
    const auto textsFor = [&] {
        const auto guest = std::make_shared<FakeMember>(std::nullopt);
        std::vector<std::string> texts;
        for (const auto& message : join(guest, {"Ada", true}).history) {
            texts.push_back(message.text);
        }
        rooms_.leave(*guest, "Ada");
        return texts;
    };
    EXPECT_TRUE(textsFor().empty());
    say(ada, {"Ada", R"(one "history":[] two)", "n1"});
    EXPECT_EQ(textsFor(), std::vector<std::string>{R"(one "history":[] two)"});
    EXPECT_EQ(textsFor(), textsFor());
    say(ada, {"Ada", "three", "n2"});
    EXPECT_EQ(textsFor().size(), 2U);
    write();
    const auto id = ada->received<wire::Said>().at(0).id;
    take(ada, wire::Edit{"Ada", id, "better"});
    EXPECT_EQ(textsFor(), (std::vector<std::string>{"better", "three"}));
    take(ada, wire::Delete{"Ada", id});
    EXPECT_EQ(textsFor(), std::vector<std::string>{"three"});
    say(ada, {"Ada", "/clear", "n3"});
    EXPECT_TRUE(textsFor().empty());
    const auto channel = **database_->stores().channels.find("Ada");
    rooms_.announceTitle(channel.id, R"(a "history":[] title)");
    const auto guest = std::make_shared<FakeMember>(std::nullopt);
    EXPECT_EQ(join(guest, {"Ada", true}).title, R"(a "history":[] title)");
    rooms_.leave(*guest, "Ada");
}

TEST_F(ChatRooms, WhoeverJoinsIsToldWhatConcernsThem) {
    const auto bob = *database_->stores().accounts.create({"Bob", "", AccountRole::Member, clock_.utcNow()},
                                                          UnownedChannel::Refuse);
    const auto ada = enter(ada_, false);
    const auto joinedAs = [&](std::optional<accounts::Account> account, const std::string& host = "a") {
        const auto one = std::make_shared<FakeMember>(std::move(account), host);
        const auto joined = join(one, {"Ada", true});
        rooms_.leave(*one, "Ada");
        return joined;
    };
    for (int round = 0; round < 2; ++round) {
        EXPECT_EQ(joinedAs(ada_).role, wire::Role::Owner);
        EXPECT_EQ(joinedAs(bob).role, std::nullopt);
        EXPECT_EQ(joinedAs(std::nullopt).role, wire::Role::Guest);
        EXPECT_EQ(joinedAs(std::nullopt, "b").playback, "http://b/Ada");
        EXPECT_EQ(joinedAs(std::nullopt).playback, "http://a/Ada");
    }
    const auto first = std::make_shared<FakeMember>(std::nullopt);
    const auto second = std::make_shared<FakeMember>(std::nullopt);
    EXPECT_EQ(join(first, {"Ada", true}).viewers, 1);
    EXPECT_EQ(join(second, {"Ada", true}).viewers, 2);
    rooms_.leave(*first, "Ada");
    EXPECT_EQ(join(first, {"Ada", true}).viewers, 2);
    say(ada, {"Ada", "/poll Tea? | Yes | No", "p"});
    write();
    const auto poll = joinedAs(bob).poll;
    ASSERT_TRUE(poll);
    const auto voter = enter(bob, true);
    take(voter, wire::Vote{"Ada", poll->id, 1, "v"});
    EXPECT_EQ(joinedAs(bob).voted, 1);
    EXPECT_EQ(joinedAs(std::nullopt).voted, std::nullopt);
    EXPECT_EQ(joinedAs(std::nullopt).poll->options[1].votes, 1) << "at once, not only when all are told";
    say(ada, {"Ada", "/ban bob", "b"});
    EXPECT_TRUE(joinedAs(bob).restriction);
    EXPECT_FALSE(joinedAs(std::nullopt).restriction);
    for (const auto& one : {first, second, ada, voter}) {
        rooms_.leave(*one, "Ada");
    }
}

TEST_F(ChatRooms, WhoMissedMoreThanIsResumedLearnsHowManyLines) {
    const auto channel = **database_->stores().channels.find("Ada");
    std::vector<ChatChange> lines;
    std::vector<MessageId> ids;
    for (int i = 0; i < 400; ++i) {
        const auto at = clock_.utcNow() + std::chrono::milliseconds{i};
        ids.push_back(MessageId::make(at));
        lines.emplace_back(chat::Message{ids.back(), channel.id, ada_.id, "Ada", "line", at});
    }
    ASSERT_TRUE(database_->stores().rooms.apply(lines));
    clock_.advance(std::chrono::seconds{1});
    const auto guest = std::make_shared<FakeMember>(std::nullopt);
    const auto resumed = join(guest, {"Ada", true, ids[250]});
    EXPECT_EQ(resumed.resumed, true);
    EXPECT_EQ(resumed.history.size(), 149U);
    EXPECT_EQ(resumed.missed, std::nullopt);
    const auto late = join(guest, {"Ada", true, ids[99]});
    EXPECT_EQ(late.resumed, false);
    ASSERT_EQ(late.history.size(), 50U);
    EXPECT_EQ(late.missed, 250) << "300 said, 50 of them told";
    const auto ada = enter(ada_, false);
    say(ada, {"Ada", "another", "n1"});
    EXPECT_EQ(join(guest, {"Ada", true, ids[99]}).missed, 251) << "and one that is not on disk yet";
    EXPECT_EQ(join(guest, {"Ada", true}).missed, std::nullopt);
    rooms_.leave(*guest, "Ada");
}

TEST_F(ChatRooms, AnEmptyRoomIsClosedAfterTenSecondsAndOpensWithItsHistory) {
    const auto ada = enter(ada_, false);
    say(ada, {"Ada", "hello", "n1"});
    write();
    rooms_.leave(*ada, "Ada");
    clock_.advance(std::chrono::seconds{10});
    rooms_.tick();
    say(ada, {"Ada", "again", "n2"});
    EXPECT_EQ(ada->received<wire::ErrorMessage>().at(0).code, "socket.not_joined");
    const auto guest = std::make_shared<FakeMember>(std::nullopt);
    const auto joined = join(guest, {"Ada", true});
    ASSERT_EQ(joined.history.size(), 1U);
    EXPECT_EQ(joined.history[0].text, "hello");
}

}  // namespace
}  // namespace footlight::relay::hub
