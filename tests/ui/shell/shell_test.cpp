#include <gtest/gtest.h>

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "ui/shell/action_list_model.h"
#include "ui/shell/first_start.h"
#include "ui/shell/main_window.h"
#include "ui/shell/on_air_marker.h"
#include "ui/shell/page.h"
#include "ui/shell/rail_button.h"
#include "ui/widgets/notice_line.h"

namespace footlight::shell {
namespace {

class Shell : public testing::Test {
protected:
    Shell() {
        window.addPage({QStringLiteral("home"), QStringLiteral("Home"), QStringLiteral("home"), new QWidget});
        window.addPage(
            {QStringLiteral("studio"), QStringLiteral("Studio"), QStringLiteral("studio"), new QWidget});
        window.show();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&window));
    }

    MainWindow window;
};

TEST_F(Shell, ControlAndADigitLeadToThePageOfThatPlace) {
    QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
    EXPECT_EQ(window.currentPage(), QStringLiteral("studio"));
    QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
    EXPECT_EQ(window.currentPage(), QStringLiteral("home"));
}

TEST_F(Shell, APageThatIsNotInTheRailTakesTheKeyboardFromIt) {
    window.addPage({QStringLiteral("account"), QStringLiteral("Account"), QStringLiteral("user"), new QWidget,
                    Page::Place::Elsewhere});
    auto* button = window.findChild<RailButton*>();
    ASSERT_NE(button, nullptr);
    button->setFocus();
    ASSERT_TRUE(button->hasFocus());
    window.showPage(QStringLiteral("account"));
    EXPECT_FALSE(button->hasFocus()) << "no ring stays on a page that is not shown";
    EXPECT_TRUE(window.isAncestorOf(QApplication::focusWidget()));
}

TEST_F(Shell, OnAirMarkerIsHiddenOffAirAndLeadsToTheStudio) {
    auto* marker = window.findChild<OnAirMarker*>();
    ASSERT_NE(marker, nullptr);
    EXPECT_FALSE(marker->isVisible());
    window.setOnAir({true, std::chrono::seconds{62}, 3});
    EXPECT_TRUE(marker->isVisible());
    EXPECT_TRUE(marker->accessibleName().contains(QStringLiteral("1:02")));
    QTest::mouseClick(marker, Qt::LeftButton);
    EXPECT_EQ(window.currentPage(), QStringLiteral("studio"));
}

TEST_F(Shell, NoticesOfOneSourceDoNotWipeThoseOfAnother) {
    auto* line = window.findChild<widgets::NoticeLine*>();
    ASSERT_NE(line, nullptr);
    EXPECT_FALSE(line->isVisible());
    window.setNotice(QStringLiteral("relay"), QStringLiteral("The relay is away."));
    window.setNotice(QStringLiteral("keychain"), QStringLiteral("No keychain answers."));
    EXPECT_EQ(line->sentence(), QStringLiteral("No keychain answers."));
    window.setNotice(QStringLiteral("keychain"), {});
    EXPECT_EQ(line->sentence(), QStringLiteral("The relay is away."));
    window.setNotice(QStringLiteral("relay"), {});
    EXPECT_FALSE(line->isVisible());
}

TEST_F(Shell, TabReachesEveryControlAndEachHasAName) {
    QSet<QWidget*> reached;
    for (int step = 0; step < 40; ++step) {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window, Qt::Key_Tab);
        reached.insert(QApplication::focusWidget());
    }
    for (auto* button : window.findChildren<QAbstractButton*>()) {
        if (button->isVisible()) {
            EXPECT_TRUE(reached.contains(button)) << button->accessibleName().toStdString();
            EXPECT_FALSE(button->accessibleName().isEmpty()) << button->text().toStdString();
        }
    }
}

TEST_F(Shell, PaletteRunsTheActionThatWasTyped) {
    QAction action(QStringLiteral("Rotate the stream key"));
    window.addAction(&action);
    QSignalSpy ran(&action, &QAction::triggered);
    QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
    QWidget* popup = QApplication::activePopupWidget();
    ASSERT_NE(popup, nullptr);
    auto* field = popup->findChild<QLineEdit*>();
    ASSERT_NE(field, nullptr);
    QTest::keyClicks(field, QStringLiteral("key rot"));
    QTest::keyClick(field, Qt::Key_Return);
    EXPECT_TRUE(ran.wait(1000));
}

TEST(ActionListModel, WordsAtTheBeginningComeFirst) {
    QAction middle(QStringLiteral("Show the chat"));
    QAction front(QStringLiteral("Chat: say something"));
    QAction other(QStringLiteral("Quit"));
    ActionListModel model;
    model.setActions({&middle, &front, &other});
    model.setFilter(QStringLiteral("chat"));
    ASSERT_EQ(model.rowCount(), 2);
    EXPECT_EQ(model.actionAt(0), &front);
}

TEST(FirstStart, RefusesWhatIsNoAddressAndSaysWhatWouldBe) {
    EXPECT_TRUE(problemWithAddress(QStringLiteral("studio.example")).isEmpty());
    EXPECT_TRUE(problemWithAddress(QStringLiteral(" 192.168.1.20:8080 ")).isEmpty());
    EXPECT_TRUE(problemWithAddress(QStringLiteral("http://studio.example:8080")).isEmpty());
    EXPECT_FALSE(problemWithAddress({}).isEmpty());
    EXPECT_TRUE(problemWithAddress(QStringLiteral("my relay")).contains(QStringLiteral("my relay")));
    EXPECT_FALSE(problemWithAddress(QStringLiteral("ftp://studio.example")).isEmpty());
}

TEST(FirstStart, EnterInTheAddressChoosesThatRelay) {
    FirstStart dialog;
    dialog.show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&dialog));
    auto* field = dialog.findChild<QLineEdit*>();
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("not an address"));
    QTest::keyClick(field, Qt::Key_Return);
    EXPECT_TRUE(dialog.isVisible());
    field->clear();
    QTest::keyClicks(field, QStringLiteral("studio.example:8080"));
    QTest::keyClick(field, Qt::Key_Return);
    EXPECT_EQ(dialog.result(), QDialog::Accepted);
    EXPECT_FALSE(dialog.choice().bundled);
    EXPECT_EQ(dialog.choice().address, QStringLiteral("studio.example:8080"));
}

}  // namespace
}  // namespace footlight::shell
