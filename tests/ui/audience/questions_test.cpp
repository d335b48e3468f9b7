#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>

#include "core/wire/problem.h"
#include "tests/ui/audience/room_fixture.h"
#include "ui/audience/audience_tabs.h"
#include "ui/audience/hands_strip.h"
#include "ui/audience/question_delegate.h"
#include "ui/audience/questions_panel.h"
#include "ui/widgets/text_label.h"

namespace footlight::audience {
namespace {

class Questions : public InARoom {
protected:
    Questions() {
        panel.resize(320, 480);
        panel.show();
    }
    wire::Question question(const std::string& text, std::int64_t votes,
                            const wire::User& by = user("carl")) {
        wire::Question made;
        made.id = QuestionId::make(clock.utcNow());
        made.user = by;
        made.text = text;
        made.at = clock.utcNow() + std::chrono::milliseconds(asked_++);
        made.votes = votes;
        return made;
    }
    void tell(const std::vector<wire::Question>& questions) {
        for (const auto& each : questions) {
            hub.tell(wire::QuestionAsked{"bob", each});
        }
        const int expected = room.questions.rowCount() + static_cast<int>(questions.size());
        ASSERT_TRUE(tests::eventually([&] { return room.questions.rowCount() == expected; }));
    }
    std::vector<std::string> texts() {
        std::vector<std::string> found;
        for (int row = 0; row < room.questions.rowCount(); ++row) {
            found.push_back(room.questions.index(row).data().toString().toStdString());
        }
        return found;
    }
    QPushButton* button(const char* text) {
        for (auto* each : panel.findChildren<QPushButton*>()) {
            if (each->text() == QLatin1String(text)) {
                return each;
            }
        }
        return nullptr;
    }
    bool says(const QString& words) {
        for (auto* label : panel.findChildren<widgets::TextLabel*>()) {
            if (label->isVisible() && label->text() == words) {
                return true;
            }
        }
        return false;
    }

    int asked_ = 0;
    QuestionsPanel panel{room.questions, room.hands};
};

TEST_F(Questions, AreSortedByVotesAndThenByAge) {
    const auto first = question("first", 1);
    const auto second = question("second", 5);
    const auto third = question("third", 1);
    tell({first, second, third});
    EXPECT_EQ(texts(), (std::vector<std::string>{"second", "first", "third"}));
    hub.tell(wire::QuestionVotes{"bob", {{third.id, 9}, {second.id, 6}}});
    EXPECT_TRUE(tests::eventually([this] {
        return texts() == std::vector<std::string>{"third", "second", "first"};
    })) << testing::PrintToString(texts());
    hub.tell(wire::QuestionVotes{"bob", {{third.id, 0}}});
    EXPECT_TRUE(tests::eventually([this] {
        return texts() == std::vector<std::string>{"second", "first", "third"};
    })) << testing::PrintToString(texts());
    hub.tell(wire::QuestionClosed{"bob", second.id});
    EXPECT_TRUE(tests::eventually([this] { return room.questions.rowCount() == 2; }));
}

TEST_F(Questions, AreAskedAndSayWhyNot) {
    auto* edit = panel.findChild<QLineEdit*>();
    edit->setText(QStringLiteral("  When do you sleep? "));
    QTest::keyClick(edit, Qt::Key_Return);
    const auto ask = heard<wire::Ask>();
    EXPECT_EQ(ask.text, "When do you sleep?");
    refuse(ask.nonce, "Three questions of yours wait already.");
    EXPECT_TRUE(
        tests::eventually([this] { return says(QStringLiteral("Three questions of yours wait already.")); }));
    EXPECT_FALSE(edit->text().isEmpty()) << "what was written is kept";
    QTest::keyClick(edit, Qt::Key_Return);
    ASSERT_TRUE(tests::eventually([this] { return hub.heardOf<wire::Ask>().size() == 2; }));
    confirm(heard<wire::Ask>().nonce);
    EXPECT_TRUE(tests::eventually([&] { return edit->text().isEmpty(); }));
}

TEST_F(Questions, AreAskedOnceAndWaitForTheirAnswer) {
    auto* edit = panel.findChild<QLineEdit*>();
    edit->setText(QStringLiteral("When do you sleep?"));
    QTest::keyClick(edit, Qt::Key_Return);
    QTest::keyClick(edit, Qt::Key_Return);
    QTest::keyClicks(edit, QStringLiteral("next"));
    EXPECT_EQ(edit->text(), QStringLiteral("When do you sleep?")) << "an answer clears nothing else";
    confirm(heard<wire::Ask>().nonce);
    ASSERT_TRUE(tests::eventually([&] { return edit->text().isEmpty(); }));
    EXPECT_EQ(hub.heardOf<wire::Ask>().size(), 1U);
    QTest::keyClicks(edit, QStringLiteral("And when do you wake?"));
    QTest::keyClick(edit, Qt::Key_Return);
    ASSERT_TRUE(tests::eventually([this] { return hub.heardOf<wire::Ask>().size() == 2; }));
    room.link.enter(QStringLiteral("carl"));
    EXPECT_TRUE(edit->text().isEmpty()) << "that was for the room before";
    QTest::keyClicks(edit, QStringLiteral("Hello"));
    EXPECT_EQ(edit->text(), QStringLiteral("Hello")) << "nothing is waited for here";
}

TEST_F(Questions, AreNotVotedUpByTheOtherButton) {
    tell({question("When do you sleep?", 4)});
    auto* list = panel.findChild<QListView*>();
    const QRect row = list->visualRect(room.questions.index(0));
    const QPoint votes(row.left() + 20, row.center().y());
    QTest::mouseClick(list->viewport(), Qt::RightButton, {}, votes);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, votes);
    heard<wire::Upvote>();
    EXPECT_EQ(hub.heardOf<wire::Upvote>().size(), 1U);
}

TEST_F(Questions, AreNotVotedForByWhoSignsInNext) {
    tell({question("When do you sleep?", 4)});
    room.questions.upvote(0);
    confirm(*heard<wire::Upvote>().nonce);
    const auto isVoted = [this] { return room.questions.index(0).data(QuestionBoard::IsVoted).toBool(); };
    ASSERT_TRUE(tests::eventually(isVoted));
    wire::Session session;
    session.user = user("dora");
    session.token = Secret("token-2");
    session.channel = "dora";
    hub.answer("POST /session", {200, wire::toJson(session)});
    std::optional<bool> votedBefore;
    QObject::connect(&relay.api(), &client::RelayApi::signedIn, &panel, [&] { votedBefore = isVoted(); });
    relay.api().signInAsOwner(Secret("owner"), {});
    ASSERT_TRUE(tests::eventually([&] { return votedBefore.has_value(); }));
    EXPECT_FALSE(*votedBefore);
}

TEST_F(Questions, AreVotedUpByAClickOnTheirVotes) {
    const auto wanted = question("When do you sleep?", 4);
    tell({wanted});
    auto* list = panel.findChild<QListView*>();
    const QRect row = list->visualRect(room.questions.index(0));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, QPoint(row.left() + 20, row.center().y()));
    const auto vote = heard<wire::Upvote>();
    EXPECT_EQ(vote.question, wanted.id);
    confirm(*vote.nonce);
    EXPECT_TRUE(
        tests::eventually([this] { return room.questions.index(0).data(QuestionBoard::IsVoted).toBool(); }));
    room.questions.upvote(0);
    EXPECT_EQ(hub.heardOf<wire::Upvote>().size(), 1U);
}

TEST_F(Questions, AreClosedByModeratorsAndByWhoAsked) {
    tell({question("of carl", 4), question("of anna", 2, self())});
    EXPECT_FALSE(room.questions.mayClose(0));
    EXPECT_TRUE(room.questions.mayClose(1)) << "one's own";
    auto* list = panel.findChild<QListView*>();
    list->setCurrentIndex(room.questions.index(0));
    EXPECT_FALSE(button("Answered")->isVisible());
    joinAs(wire::Role::Moderator);
    tell({question("of carl", 4)});
    list->setCurrentIndex(room.questions.index(0));
    ASSERT_TRUE(button("Answered")->isVisible());
    button("Answered")->click();
    EXPECT_EQ(heard<wire::CloseQuestion>().channel, "bob");
}

TEST_F(Questions, OfOthersAreNeverMoreThanTheRelayKeeps) {
    std::vector<wire::Question> many;
    for (int i = 0; i < 150; ++i) {
        many.push_back(question(std::to_string(i), i));
    }
    for (const auto& each : many) {
        Q_EMIT relay.live().questionAsked({"bob", each});
    }
    EXPECT_EQ(room.questions.rowCount(), 100);
}

TEST_F(Questions, HandsGoUpAndDownAndTellTheirPlace) {
    auto* own = button("Raise your hand");
    ASSERT_NE(own, nullptr);
    own->click();
    EXPECT_TRUE(heard<wire::RaiseHand>().raised);
    hub.tell(wire::HandsChanged{"bob", {user("carl"), self()}});
    ASSERT_TRUE(tests::eventually([this] { return room.hands.ownPlace() == 2; }));
    EXPECT_TRUE(says(QStringLiteral("You are number 2 of 2")));
    EXPECT_EQ(own->text(), QStringLiteral("Lower your hand"));
    own->click();
    ASSERT_TRUE(tests::eventually([this] { return hub.heardOf<wire::RaiseHand>().size() == 2; }));
    EXPECT_FALSE(heard<wire::RaiseHand>().raised);
    refuse(heard<wire::RaiseHand>().nonce, "The room is closed.");
    EXPECT_TRUE(tests::eventually([this] { return says(QStringLiteral("The room is closed.")); }));
    EXPECT_TRUE(own->isChecked()) << "it is still up";
}

TEST_F(Questions, HandsAreCalledAndLoweredByModeratorsInTheirOrder) {
    joinAs(wire::Role::Owner);
    std::vector<wire::User> hands;
    for (const char* name : {"carl", "dora", "emil", "fritz", "gina", "hugo", "ida"}) {
        hands.push_back(user(name));
    }
    hub.tell(wire::HandsChanged{"bob", hands});
    ASSERT_TRUE(tests::eventually([this] { return room.hands.hands().size() == 7; }));
    EXPECT_TRUE(says(QStringLiteral("1. carl")));
    EXPECT_TRUE(says(QStringLiteral("5. gina")));
    EXPECT_TRUE(says(QStringLiteral("and 2 more")));
    button("Call")->click();
    ASSERT_TRUE(tests::eventually([this] { return hub.heardOf<wire::Say>().size() == 2; }));
    const auto said = hub.heardOf<wire::Say>();
    EXPECT_EQ(said[0].text, "@carl, it is your turn.");
    EXPECT_EQ(said[1].text, "/lower carl");
}

}  // namespace
}  // namespace footlight::audience
