#include <gtest/gtest.h>

#include <QSignalSpy>

#include "tests/ui/chat/some_chat.h"
#include "ui/chat/chat_people.h"
#include "ui/chat/line_wording.h"

namespace footlight::chatui {
namespace {

QDateTime now() { return QDateTime::currentDateTime(); }

class AChatModel : public testing::Test {
protected:
    AChatModel() { model.setOwnName(QStringLiteral("me")); }
    ChatModel model;
};

TEST_F(AChatModel, OwnLineBecomesItsMessageWhicheverComesFirst) {
    const auto first = messageOf("me", "hello", 1);
    model.appendOwn(QStringLiteral("n1"), QStringLiteral("hello"), now());
    model.acknowledge(QStringLiteral("n1"), first.id);
    model.append(first);
    model.append(first);
    const auto second = messageOf("me", "again", 2);
    model.appendOwn(QStringLiteral("n2"), QStringLiteral("again"), now());
    model.append(second);
    model.acknowledge(QStringLiteral("n2"), second.id);
    ASSERT_EQ(model.rowCount(), 2);
    for (int row = 0; row < 2; ++row) {
        EXPECT_EQ(model.line(row).state, ChatLine::State::Shown);
        EXPECT_TRUE(model.line(row).nonce.isEmpty());
    }
    EXPECT_EQ(model.rowOf(second.id), 1);
}

TEST_F(AChatModel, OwnLineThatTheRelayWroteOtherwiseIsNotThereTwice) {
    const auto message = messageOf("me", "composed otherwise", 1);
    model.appendOwn(QStringLiteral("n1"), QStringLiteral("as it was typed"), now());
    model.append(message);
    model.acknowledge(QStringLiteral("n1"), message.id);
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_EQ(model.line(0).text, QStringLiteral("composed otherwise"));
}

TEST_F(AChatModel, DeletedLinesStayWithoutTheirTextInQuotes) {
    const auto said = messageOf("bertil", "secret", 1);
    auto answer = messageOf("anna", "oh", 2);
    answer.replyTo = wire::Quote{said.id, {{}, "bertil"}, "secret"};
    model.append(said);
    model.append(answer);
    model.markDeleted(said.id, QStringLiteral("erik"));
    EXPECT_EQ(model.line(0).state, ChatLine::State::Deleted);
    EXPECT_EQ(model.line(0).deletedBy, QStringLiteral("erik"));
    EXPECT_EQ(model.line(1).state, ChatLine::State::Shown);
    EXPECT_TRUE(model.line(1).quote->text.isEmpty());
    model.edit(said);
    EXPECT_EQ(model.line(0).state, ChatLine::State::Deleted) << "what is gone stays gone";
}

TEST_F(AChatModel, AllOfSomebodyIsDeletedWhateverTheCase) {
    model.append(messageOf("Bertil", "one", 1));
    model.append(messageOf("anna", "two", 2));
    model.append(messageOf("Bertil", "three", 3));
    model.markDeletedOf(QStringLiteral("bertil"), QStringLiteral("erik"));
    EXPECT_EQ(model.line(0).state, ChatLine::State::Deleted);
    EXPECT_EQ(model.line(1).state, ChatLine::State::Shown);
    EXPECT_EQ(model.line(2).state, ChatLine::State::Deleted);
}

TEST_F(AChatModel, MarksWhatConcernsUs) {
    auto mention = messageOf("anna", "@Me look", 1);
    mention.mentions = {{{}, "Me"}};
    auto answer = messageOf("anna", "yes", 2);
    answer.replyTo = wire::Quote{mention.id, {{}, "me"}, "?"};
    auto own = messageOf("me", "@me", 3);
    own.mentions = {{{}, "me"}};
    model.append(mention);
    model.append(answer);
    model.append(own);
    EXPECT_TRUE(model.line(0).mentionsUs);
    EXPECT_TRUE(model.line(1).mentionsUs);
    EXPECT_FALSE(model.line(2).mentionsUs);
}

TEST_F(AChatModel, LinesAreOfWhoeverIsSignedInByNow) {
    model.append(messageOf("me", "mine", 1));
    auto toMe = messageOf("bert", "hello", 2);
    toMe.mentions.push_back({{}, "me"});
    model.append(toMe);
    model.append(messageOf("cleo", "else", 3));
    model.appendOwn(QStringLiteral("n"), QStringLiteral("waits"), {});
    QSignalSpy changed(&model, &ChatModel::dataChanged);
    model.setOwnName(QStringLiteral("Bert"));
    EXPECT_FALSE(model.line(0).isOwn);
    EXPECT_TRUE(model.line(1).isOwn);
    EXPECT_FALSE(model.line(1).mentionsUs);
    EXPECT_TRUE(model.line(3).isOwn) << "until the relay refuses it";
    EXPECT_EQ(changed.count(), 2);
    model.setOwnName({});
    EXPECT_FALSE(model.line(1).isOwn);
    model.setOwnName(QStringLiteral("me"));
    EXPECT_TRUE(model.line(1).mentionsUs);
}

TEST_F(AChatModel, IdsAreFoundAfterOldLinesWentAndOthersWereDiscarded) {
    model.appendOwn(QStringLiteral("n"), QStringLiteral("refused"), now());
    std::vector<MessageId> ids;
    for (int i = 0; i < ChatModel::kMostLines + 20; ++i) {
        const auto message = messageOf("anna", std::to_string(i), i);
        ids.push_back(message.id);
        model.append(message);
        if (i == 10) {
            model.discard(QStringLiteral("n"));
        }
    }
    ASSERT_EQ(model.rowCount(), ChatModel::kMostLines);
    EXPECT_EQ(model.rowOf(ids.front()), -1);
    EXPECT_EQ(model.rowOf(ids.back()), ChatModel::kMostLines - 1);
    EXPECT_EQ(model.line(model.rowOf(ids[500])).text, QStringLiteral("500"));
}

TEST_F(AChatModel, AcknowledgedLineIsFoundByItsIdAfterAnEarlierOneWasDiscarded) {
    model.append(messageOf("anna", "hello", 1));
    model.appendOwn(QStringLiteral("n1"), QStringLiteral("too long"), now());
    model.refuse(QStringLiteral("n1"), QStringLiteral("too long"));
    const auto said = messageOf("me", "shorter", 2);
    model.appendOwn(QStringLiteral("n2"), QStringLiteral("shorter"), now());
    model.acknowledge(QStringLiteral("n2"), said.id);
    // The connection drops before the message comes; it is told again later.
    model.discard(QStringLiteral("n1"));
    ASSERT_EQ(model.rowCount(), 2);
    EXPECT_EQ(model.rowOf(said.id), 1);
    model.append(said);
    ASSERT_EQ(model.rowCount(), 2);
    EXPECT_EQ(model.line(1).text, QStringLiteral("shorter"));
    EXPECT_TRUE(model.line(1).nonce.isEmpty());
}

TEST_F(AChatModel, AcknowledgedLineIsNotTakenForAnotherMessageOfTheSameWords) {
    const auto first = messageOf("me", "yes", 1);
    const auto second = messageOf("me", "yes", 2);
    model.appendOwn(QStringLiteral("n1"), QStringLiteral("yes"), now());
    model.acknowledge(QStringLiteral("n1"), first.id);
    model.append(second);  // from another device
    model.append(first);
    ASSERT_EQ(model.rowCount(), 2);
    EXPECT_EQ(model.rowOf(first.id), 0);
    EXPECT_EQ(model.rowOf(second.id), 1);
}

TEST_F(AChatModel, AcknowledgedLineCanBeDeletedBeforeItsMessageHasCome) {
    const auto said = messageOf("me", "secret", 1);
    model.appendOwn(QStringLiteral("n1"), QStringLiteral("secret"), now());
    model.appendOwn(QStringLiteral("n2"), QStringLiteral("waits"), now());
    model.acknowledge(QStringLiteral("n1"), said.id);
    model.markDeletedOf(QStringLiteral("me"), QStringLiteral("erik"));
    EXPECT_EQ(model.line(0).state, ChatLine::State::Deleted);
    EXPECT_EQ(model.line(1).state, ChatLine::State::Waiting) << "the relay has not got that one";
    model.append(said);
    EXPECT_EQ(model.line(0).state, ChatLine::State::Deleted) << "what is gone stays gone";
    EXPECT_EQ(model.rowCount(), 2);
}

TEST_F(AChatModel, FirstUnreadLineIsMarkedOnce) {
    model.append(messageOf("anna", "read", 1));
    model.beginUnread();
    model.append(messageOf("anna", "new", 2));
    model.append(messageOf("anna", "newer", 3));
    EXPECT_FALSE(model.line(0).isFirstUnread);
    EXPECT_TRUE(model.line(1).isFirstUnread);
    EXPECT_FALSE(model.line(2).isFirstUnread);
    model.endUnread();
    EXPECT_FALSE(model.line(1).isFirstUnread);
    EXPECT_FALSE(model.hasUnread());
}

TEST_F(AChatModel, PeopleAreThoseWhoSpokeOrWereMentionedTheLatestFirst) {
    model.append(messageOf("anna", "1", 1));
    model.append(messageOf("bertil", "2", 2));
    auto mention = messageOf("Anna", "@carla", 3);
    mention.mentions = {{{}, "carla"}};
    model.append(mention);
    EXPECT_EQ(recentPeople(model, 10),
              (QStringList{QStringLiteral("Anna"), QStringLiteral("carla"), QStringLiteral("bertil")}));
    EXPECT_EQ(recentPeople(model, 1).size(), 1);
    EXPECT_EQ(linesOf(model, QStringLiteral("ANNA")), 2);
}

class AFeed : public testing::Test, protected SomeChat {
protected:
    ChatModel& model() { return chat.model(); }
    static wire::Joined again(std::optional<bool> resumed, std::vector<wire::ChatMessage> missed) {
        wire::Joined joined;
        joined.channel = "anna";
        joined.resumed = resumed;
        joined.history = std::move(missed);
        return joined;
    }
};

TEST_F(AFeed, ResumingAddsWhatWasMissedAndWhatBecameOfTheRest) {
    const auto kept = messageOf("anna", "kept", 1);
    const auto gone = messageOf("anna", "gone", 2);
    history = {kept, gone};
    enter("me");
    auto better = kept;
    better.text = "better";
    better.editedAt = better.at;
    auto joined = again(true, {messageOf("bertil", "missed", 3)});
    joined.edited = {better};
    joined.deleted = {gone.id};
    Q_EMIT relay.live().joined(joined);
    ASSERT_EQ(model().rowCount(), 3);
    EXPECT_EQ(model().line(0).text, QStringLiteral("better"));
    EXPECT_TRUE(model().line(0).isEdited);
    EXPECT_EQ(model().line(1).state, ChatLine::State::Deleted);
    EXPECT_EQ(model().line(2).text, QStringLiteral("missed"));
}

TEST_F(AFeed, WhatCannotBeResumedIsForgottenAndTheGapTold) {
    history = {messageOf("anna", "old", 1)};
    enter("me");
    auto joined = again(false, {messageOf("bertil", "new", 900)});
    joined.missed = 1204;
    Q_EMIT relay.live().joined(joined);
    ASSERT_EQ(model().rowCount(), 2);
    EXPECT_EQ(model().line(0).kind, ChatLine::Kind::Notice);
    EXPECT_TRUE(model().line(0).text.startsWith(QStringLiteral("1204 message(s) missed")))
        << model().line(0).text.toStdString();
    EXPECT_EQ(model().line(1).text, QStringLiteral("new"));
}

TEST(GapText, TellsWhatTheRelayKnowsAndNoMore) {
    EXPECT_TRUE(gapText(3).startsWith(QStringLiteral("3 message(s) missed")));
    EXPECT_TRUE(gapText(10'000).contains(QStringLiteral("or more")));
    EXPECT_FALSE(gapText({}).contains(QStringLiteral("missed")));
}

TEST_F(AFeed, JoiningOnceMoreShowsNothingTwice) {
    history = {messageOf("anna", "one", 1), messageOf("anna", "two", 2)};
    enter("me");
    Q_EMIT relay.live().joined(again(std::nullopt, history));
    EXPECT_EQ(model().rowCount(), 2);
}

TEST_F(AFeed, HearsOnlyItsOwnChannel) {
    enter("me");
    auto other = messageOf("anna", "elsewhere", 1);
    other.channel = "bertil";
    hear(other);
    EXPECT_EQ(model().rowCount(), 0);
    chat.setChannel({});
    hear(messageOf("anna", "after it was left", 2));
    EXPECT_EQ(model().rowCount(), 0);
}

TEST_F(AFeed, ACommandLeavesWhatItSaysAndARefusedOneStays) {
    enter("me", wire::Role::Moderator);
    chat.feed().say(QStringLiteral("/slow 30"));
    ASSERT_EQ(model().rowCount(), 1);
    const QString nonce = model().line(0).nonce;
    Q_EMIT relay.live().requestDone(nonce, QStringLiteral("Slow mode: 30 s.\nMore."));
    Q_EMIT relay.live().messageAcknowledged(nonce, std::nullopt);
    ASSERT_EQ(model().rowCount(), 2);
    EXPECT_EQ(model().line(0).text, QStringLiteral("Slow mode: 30 s."));
    chat.feed().say(QStringLiteral("//slow"));
    EXPECT_EQ(model().line(2).text, QStringLiteral("/slow"));
    const QString refused = model().line(2).nonce;
    Q_EMIT relay.live().messageRefused(refused, QStringLiteral("Too fast."), QStringLiteral("chat.too_fast"));
    EXPECT_EQ(model().line(2).state, ChatLine::State::Refused);
    chat.feed().sayAgain(refused);
    ASSERT_EQ(model().rowCount(), 3);
    EXPECT_EQ(model().line(2).text, QStringLiteral("/slow")) << "it is said, not done";
    EXPECT_EQ(model().line(2).state, ChatLine::State::Waiting);
    EXPECT_FALSE(model().line(2).isCommand);
}

TEST_F(AFeed, ClearingEmptiesTheChatAndSaysWho) {
    history = {messageOf("anna", "one", 1)};
    enter("me");
    Q_EMIT relay.live().messagesCleared({"anna", std::nullopt, {{}, "erik"}});
    ASSERT_EQ(model().rowCount(), 1);
    EXPECT_TRUE(model().line(0).text.contains(QStringLiteral("erik")));
}

class ARoom : public AFeed {
protected:
    Writing writing(qint64 secondsLater = 0) {
        return chat.room().writing(QDateTime::currentDateTime().addSecs(secondsLater));
    }
};

TEST_F(ARoom, GuestsAreToldToSignIn) {
    enter("", wire::Role::Guest);
    EXPECT_FALSE(writing().isOpen);
    EXPECT_EQ(writing().mend, Writing::Mend::SignIn);
    EXPECT_EQ(chat.room().ownRole(), chat::Role::Guest);
}

TEST_F(ARoom, WhoIsPutOutReadsWhyWhereOneWouldWrite) {
    enter("me");
    EXPECT_TRUE(writing().isOpen);
    Q_EMIT relay.live().putOut(QStringLiteral("berta"), QStringLiteral("gone"));
    EXPECT_TRUE(writing().isOpen) << "another room";
    Q_EMIT relay.live().putOut(QStringLiteral("anna"), QStringLiteral("for those with a link"));
    EXPECT_FALSE(writing().isOpen);
    EXPECT_EQ(writing().reason, QStringLiteral("for those with a link"));
    EXPECT_FALSE(chat.room().isConnected());
    enter("me");
    EXPECT_TRUE(writing().isOpen) << "came back with a link";
    Q_EMIT relay.live().joinRefused(QStringLiteral("anna"), QStringLiteral("not without a link"));
    EXPECT_EQ(writing().reason, QStringLiteral("not without a link"));
}

TEST_F(ARoom, ATimeOutCountsDownAndOpensAgain) {
    restriction =
        wire::Restriction{utcFromMilliseconds(QDateTime::currentMSecsSinceEpoch() + 90'000), "spam"};
    enter("me");
    EXPECT_FALSE(writing().isOpen);
    EXPECT_NEAR(static_cast<double>(writing().secondsLeft), 90, 2);
    EXPECT_TRUE(writing().reason.contains(QStringLiteral("spam")));
    EXPECT_TRUE(writing(95).isOpen);
    Q_EMIT relay.live().restricted({"anna", wire::Restriction{std::nullopt, ""}});
    EXPECT_FALSE(writing(95).isOpen) << "banned";
    Q_EMIT relay.live().restricted({"anna", std::nullopt});
    EXPECT_TRUE(writing().isOpen);
}

TEST_F(ARoom, SlowModePausesMembersAndNobodyElse) {
    modes.slow = 30;
    enter("me");
    EXPECT_TRUE(writing().isOpen);
    chat.room().noteSaid(QDateTime::currentDateTime());
    EXPECT_TRUE(writing(1).isPause);
    EXPECT_FALSE(writing(1).isOpen);
    EXPECT_TRUE(writing(31).isOpen);
    Q_EMIT relay.live().roleChanged({"anna", {{}, "me"}, wire::Role::Vip});
    EXPECT_TRUE(writing(1).isOpen);
}

TEST_F(ARoom, KnowsWhomItMayRestrict) {
    enter("me", wire::Role::Moderator);
    Q_EMIT relay.live().roleChanged({"anna", {{}, "erik"}, wire::Role::Moderator});
    EXPECT_TRUE(chat.room().mayRestrict(QStringLiteral("bertil")));
    EXPECT_FALSE(chat.room().mayRestrict(QStringLiteral("erik"))) << "an equal";
    EXPECT_FALSE(chat.room().mayRestrict(QStringLiteral("Anna"))) << "the channel's owner";
    EXPECT_FALSE(chat.room().mayRestrict(QStringLiteral("me")));
}

TEST_F(ARoom, PinsFollowTheirMessages) {
    const auto first = messageOf("bertil", "first", 1);
    const auto second = messageOf("carla", "second", 2);
    pins = {{first, {{}, "anna"}, {}}};
    enter("me");
    Q_EMIT relay.live().pinned({"anna", {second, {{}, "anna"}, {}}});
    ASSERT_EQ(chat.room().pins().size(), 2U);
    EXPECT_EQ(chat.room().pins().front().message.text, "second") << "the newest first";
    auto edited = first;
    edited.text = "edited";
    Q_EMIT relay.live().messageEdited(edited);
    EXPECT_EQ(chat.room().pins().back().message.text, "edited");
    Q_EMIT relay.live().messageDeleted({"anna", second.id, {{}, "anna"}});
    ASSERT_EQ(chat.room().pins().size(), 1U);
    Q_EMIT relay.live().unpinned({"anna", first.id});
    EXPECT_TRUE(chat.room().pins().empty());
}

}  // namespace
}  // namespace footlight::chatui
