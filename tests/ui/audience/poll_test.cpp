#include <QApplication>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScopeGuard>
#include <QTest>
#include <QToolButton>
#include <cmath>

#include "tests/ui/audience/room_fixture.h"
#include "ui/audience/poll_card.h"
#include "ui/audience/poll_maker.h"
#include "ui/audience/poll_option_button.h"
#include "ui/audience/poll_picture.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/text_label.h"

namespace footlight::audience {
namespace {

class Polls : public InARoom {
protected:
    Polls() {
        page.resize(320, 400);
        page.show();
        card = new PollCard(room.polls, PollCard::Kind::Viewer, &page);
        card->addKeysTo(page);
        card->resize(320, 300);
    }
    wire::Poll poll(bool isQuiz = false) {
        wire::Poll made;
        made.id = PollId::make(clock.utcNow());
        made.by = user("bob");
        made.question = "<b>Tea or coffee?</b>";
        made.options = {{"Tea", 3}, {"Coffee", 1}};
        made.at = clock.utcNow();
        made.endsAt = clock.utcNow() + std::chrono::minutes(2);
        made.isQuiz = isQuiz;
        return made;
    }
    void tell(const wire::Poll& told) {
        QSignalSpy changes(&room.polls, &PollBoard::changed);
        hub.tell(wire::PollChanged{"bob", told});
        ASSERT_TRUE(tests::eventually([&] { return changes.count() > 0; }));
    }
    QList<PollOptionButton*> options() { return card->findChildren<PollOptionButton*>(); }
    bool says(const QString& words) {
        for (auto* label : card->findChildren<widgets::TextLabel*>()) {
            if (label->isVisible() && label->text().contains(words)) {
                return true;
            }
        }
        return false;
    }

    QWidget page;
    PollCard* card = nullptr;
};

TEST_F(Polls, AreVotedInByAClickOnceWithOnesChoiceMarked) {
    EXPECT_FALSE(card->isVisible());
    const auto asked = poll();
    tell(asked);
    ASSERT_TRUE(card->isVisible());
    EXPECT_TRUE(says(QStringLiteral("<b>Tea or coffee?</b>"))) << "plain text";
    ASSERT_EQ(options().size(), 2);
    EXPECT_TRUE(options()[0]->accessibleName().contains(QStringLiteral("3 votes")))
        << options()[0]->accessibleName().toStdString();
    QTest::mouseClick(options()[1], Qt::LeftButton);
    QTest::mouseClick(options()[0], Qt::LeftButton);
    const auto vote = heard<wire::Vote>();
    EXPECT_EQ(vote.option, 1);
    EXPECT_EQ(vote.poll, asked.id);
    confirm(*vote.nonce);
    ASSERT_TRUE(tests::eventually([this] { return room.polls.voted() == 1; }));
    EXPECT_TRUE(options()[1]->accessibleName().contains(QStringLiteral("your choice")));
    EXPECT_FALSE(options()[0]->isEnabled()) << "one vote a member";
    EXPECT_EQ(hub.heardOf<wire::Vote>().size(), 1U);
}

/// WCAG 2.1, of two greys or colours.
double contrastOf(const QColor& one, const QColor& other) {
    const auto luminance = [](const QColor& colour) {
        const auto linear = [](double part) {
            return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
               0.0722 * linear(colour.blueF());
    };
    const double a = luminance(one) + 0.05;
    const double b = luminance(other) + 0.05;
    return std::max(a, b) / std::min(a, b);
}

TEST_F(Polls, HaveFiguresThatStandOutFromTheBarBehindThem) {
    const QPalette before = QApplication::palette();
    const auto restored = qScopeGuard([&before] { QApplication::setPalette(before); });
    for (const auto* tokens : {&theme::darkTokens(), &theme::lightTokens()}) {
        QApplication::setPalette(theme::makePalette(*tokens));
        PollOptionButton button(1);
        button.show({QString(), 400, 400});
        button.resize(300, 32);
        const QImage shown = button.grab().toImage();
        const QColor bar = shown.pixelColor(shown.width() / 2, shown.height() / 2);
        double most = 0;
        for (int y = 8; y < shown.height() - 8; ++y) {
            for (int x = shown.width() * 3 / 4; x < shown.width() - 8; ++x) {
                most = std::max(most, contrastOf(shown.pixelColor(x, y), bar));
            }
        }
        EXPECT_GE(most, 4.5) << (tokens->dark ? "dark" : "light");
    }
}

TEST_F(Polls, AreVotedInByTheKeysOneToNine) {
    tell(poll());
    QWidget window;
    auto* row = new QHBoxLayout(&window);
    auto* elsewhere = new QPushButton(&window);
    auto* line = new QLineEdit(&window);
    row->addWidget(elsewhere);
    row->addWidget(line);
    row->addWidget(&page);
    const auto back = qScopeGuard([this] { page.setParent(nullptr); });
    window.show();
    page.show();
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    line->setFocus();
    QTest::keyClick(line, Qt::Key_1);
    EXPECT_EQ(line->text(), QStringLiteral("1")) << "who writes does not vote";
    elsewhere->setFocus();
    QTest::keyClick(elsewhere, Qt::Key_7);
    QTest::keyClick(elsewhere, Qt::Key_2);
    EXPECT_EQ(heard<wire::Vote>().option, 1);
    EXPECT_EQ(hub.heardOf<wire::Vote>().size(), 1U) << "there is no seventh choice";
}

TEST_F(Polls, SayWhyAVoteWasNotTaken) {
    tell(poll());
    room.polls.vote(0);
    refuse(heard<wire::Vote>().nonce, "You have voted in this poll.");
    EXPECT_TRUE(tests::eventually([this] { return says(QStringLiteral("You have voted in this poll.")); }));
    EXPECT_FALSE(room.polls.voted());
}

TEST_F(Polls, ShowTheResultWithTheRightAnswerUntilTheyAreClosed) {
    auto quiz = poll(true);
    tell(quiz);
    quiz.open = false;
    quiz.right = 1;
    quiz.options[1].votes = 9;
    tell(quiz);
    EXPECT_TRUE(card->isVisible());
    EXPECT_TRUE(options()[1]->accessibleName().contains(QStringLiteral("right answer")));
    EXPECT_TRUE(says(QStringLiteral("12 votes"))) << "closed";
    for (auto* button : card->findChildren<QToolButton*>()) {
        QTest::mouseClick(button, Qt::LeftButton);
    }
    EXPECT_FALSE(card->isVisible());
    tell(quiz);
    EXPECT_FALSE(card->isVisible()) << "it was closed";
    tell(poll());
    EXPECT_TRUE(card->isVisible()) << "another one";
}

TEST_F(Polls, ComeBackAfterAReconnectWithOnesVote) {
    wire::Joined joined;
    joined.channel = "bob";
    joined.poll = poll();
    joined.voted = 0;
    Q_EMIT relay.live().joined(joined);
    EXPECT_EQ(room.polls.voted(), 0);
    joined.poll.reset();
    joined.voted.reset();
    Q_EMIT relay.live().joined(joined);
    EXPECT_FALSE(card->isVisible()) << "it ended while we were away";
}

TEST_F(Polls, AreMadeAsACommandOfTheChat) {
    PollMaker maker(room.polls);
    maker.show();
    const auto field = [&](const char* name) {
        for (auto* edit : maker.findChildren<QLineEdit*>()) {
            if (edit->accessibleName() == QLatin1String(name)) {
                return edit;
            }
        }
        return static_cast<QLineEdit*>(nullptr);
    };
    QPushButton* start = nullptr;
    QPushButton* add = nullptr;
    for (auto* button : maker.findChildren<QPushButton*>()) {
        (button->property("tone").toString() == QStringLiteral("primary") ? start : add) = button;
    }
    auto* problem = maker.findChild<widgets::TextLabel*>();
    QTest::mouseClick(start, Qt::LeftButton);
    EXPECT_TRUE(problem->isVisible()) << "there is no question yet";
    field("Question of the poll")->setText(QStringLiteral("Two and two?"));
    field("Choice 1")->setText(QStringLiteral("Three"));
    field("Choice 2")->setText(QStringLiteral("Fo|ur"));
    QTest::mouseClick(start, Qt::LeftButton);
    EXPECT_TRUE(problem->text().contains(QLatin1Char('|')));
    field("Choice 2")->setText(QStringLiteral("Four"));
    maker.findChild<QCheckBox*>()->setChecked(true);
    QTest::mouseClick(start, Qt::LeftButton);
    EXPECT_TRUE(hub.heardOf<wire::Say>().empty()) << "no choice is right yet";
    QTest::mouseClick(maker.findChildren<QRadioButton*>()[1], Qt::LeftButton, {},
                      maker.findChildren<QRadioButton*>()[1]->rect().center());
    for (int i = 0; i < 10; ++i) {
        add->click();
    }
    EXPECT_EQ(maker.findChildren<QRadioButton*>().size(), PollDraft::kMostOptions);
    QTest::mouseClick(start, Qt::LeftButton);
    const auto said = heard<wire::Say>();
    EXPECT_EQ(said.text, "/quiz 120s Two and two? | Three | *Four");
    EXPECT_EQ(said.channel, "bob");
    confirm(said.nonce);
    EXPECT_TRUE(tests::eventually([&] { return field("Choice 1")->text().isEmpty(); }));
}

TEST_F(Polls, SayWhyTheyWereNotMade) {
    PollMaker maker(room.polls);
    maker.show();
    room.polls.start({QStringLiteral("Tea?"),
                      {QStringLiteral("Yes"), QStringLiteral("No")},
                      {},
                      std::chrono::seconds(15)});
    const auto said = heard<wire::Say>();
    EXPECT_EQ(said.text, "/poll 15s Tea? | Yes | No");
    refuse(said.nonce, "Only moderators may do that.");
    auto* problem = maker.findChild<widgets::TextLabel*>();
    EXPECT_TRUE(tests::eventually([&] { return problem->isVisible(); }));
    EXPECT_EQ(problem->text(), QStringLiteral("Only moderators may do that."));
}

TEST_F(Polls, AreEndedEarlyByModerators) {
    QWidget studio;
    PollCard maker(room.polls, PollCard::Kind::Maker, &studio);
    studio.show();
    tell(poll());
    auto* end = maker.findChild<QPushButton*>();
    EXPECT_FALSE(end->isVisible());
    joinAs(wire::Role::Owner);
    tell(poll());
    ASSERT_TRUE(end->isVisible());
    end->click();
    EXPECT_EQ(heard<wire::Say>().text, "/poll end");
}

TEST(PollDraft, IsCheckedBeforeItIsSent) {
    PollDraft draft{
        QStringLiteral("Tea?"), {QStringLiteral("Yes"), QStringLiteral("No")}, {}, std::chrono::seconds(60)};
    EXPECT_TRUE(draft.problem().isEmpty());
    draft.options[1] = QStringLiteral(" yes ");
    EXPECT_FALSE(draft.problem().isEmpty()) << "the same twice";
    draft.options[1] = QString(81, QLatin1Char('x'));
    EXPECT_FALSE(draft.problem().isEmpty());
    draft.options = QStringList{QStringLiteral("Yes")};
    EXPECT_FALSE(draft.problem().isEmpty());
}

TEST(PollPicture, IsACardOnATransparentCanvas) {
    wire::Poll poll;
    poll.question = "Two and two?";
    poll.options = {{"Three", 1}, {"Four", 3}};
    poll.right = 1;
    poll.open = false;
    for (const QSize canvas : {QSize(1280, 720), QSize(1920, 1080)}) {
        const QImage image = pollPicture(poll, {}, canvas);
        ASSERT_EQ(image.size(), canvas);
        EXPECT_EQ(qAlpha(image.pixel(canvas.width() / 2, canvas.height() / 4)), 0);
        EXPECT_GT(qAlpha(image.pixel(canvas.width() / 8, canvas.height() * 9 / 10)), 200);
    }
    poll.options[0].votes = 99;
    EXPECT_NE(pollPicture(poll, {}, {1280, 720}), pollPicture({}, {}, {1280, 720}));
}

}  // namespace
}  // namespace footlight::audience
