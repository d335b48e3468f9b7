#include <gtest/gtest.h>

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "tests/ui/chat/some_chat.h"
#include "tests/ui/support/controls.h"
#include "ui/chat/chat_panel.h"
#include "ui/chat/chat_view.h"
#include "ui/chat/completion_list.h"
#include "ui/chat/composer.h"
#include "ui/chat/composer_edit.h"
#include "ui/chat/emoji_list.h"
#include "ui/chat/emoji_picker.h"
#include "ui/chat/line_desk.h"
#include "ui/chat/user_card.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/undo_bar.h"

namespace footlight::chatui {
namespace {

class APanel : public testing::Test, protected SomeChat {
protected:
    void show(const char* name = "me", wire::Role role = wire::Role::Member) {
        panel.resize(320, 500);
        panel.show();
        enter(name, role);
        ASSERT_TRUE(QTest::qWaitForWindowActive(&panel));
        edit().setFocus();
    }
    ComposerEdit& edit() { return panel.composer().edit(); }
    ChatModel& model() { return chat.model(); }
    /// Presses Enter in a menu on the entry with this text.
    static bool chooseInMenu(const QString& text) {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        if (menu == nullptr) {
            return false;
        }
        for (QAction* action : menu->actions()) {
            if (action->text() == text) {
                action->trigger();
                menu->close();
                return true;
            }
        }
        menu->close();
        return false;
    }

    ChatPanel panel{chat};
};

TEST_F(APanel, EnterSaysTheTrimmedLineAndNothingSaysNothing) {
    show();
    QTest::keyClicks(&edit(), QStringLiteral("   "));
    QTest::keyClick(&edit(), Qt::Key_Return);
    EXPECT_EQ(model().rowCount(), 0);
    QTest::keyClicks(&edit(), QStringLiteral(" hello "));
    QTest::keyClick(&edit(), Qt::Key_Return);
    ASSERT_EQ(model().rowCount(), 1);
    EXPECT_EQ(model().line(0).text, QStringLiteral("hello"));
    EXPECT_EQ(model().line(0).state, ChatLine::State::Waiting);
    EXPECT_TRUE(edit().text().isEmpty());
}

TEST_F(APanel, WhatIsBegunInOneRoomIsNotLeftForAnother) {
    show("me", wire::Role::Moderator);
    edit().setText(QStringLiteral("for anna alone"));
    bool isUndone = false;
    Q_EMIT chat.actions().done(QStringLiteral("bertil is banned."), [&] { isUndone = true; });
    auto* undo = panel.findChild<widgets::UndoBar*>();
    ASSERT_TRUE(undo->isVisible());
    chat.actions().ban(QStringLiteral("carla"));
    hear(messageOf("me", "mine", 1));
    panel.findChild<LineDesk*>()->perform(LineAction::Delete, model().rowCount() - 1);
    auto* question = panel.findChild<widgets::ConfirmDialog*>();
    ASSERT_NE(question, nullptr);
    QSignalSpy failed(&chat.actions(), &ChatActions::failed);
    QSignalSpy closed(question, &QDialog::rejected);
    chat.setChannel(QStringLiteral("bertil"));
    EXPECT_TRUE(edit().text().isEmpty());
    EXPECT_FALSE(undo->isVisible());
    EXPECT_FALSE(isUndone);
    EXPECT_EQ(closed.size(), 1);
    relay.live().refuseLines();
    EXPECT_EQ(failed.size(), 0) << "what was asked of the other room";
}

TEST_F(APanel, ADraftIsOfWhoWroteIt) {
    show("me");
    const auto signIn = [this](const char* name) {
        wire::Session session;
        session.user.name = name;
        Q_EMIT relay.api().signedIn(session);
    };
    edit().setText(QStringLiteral("nearly done"));
    Q_EMIT relay.api().signedOut();
    signIn("me");
    EXPECT_EQ(edit().text(), QStringLiteral("nearly done"));
    Q_EMIT relay.api().signedOut();
    signIn("bertil");
    EXPECT_TRUE(edit().text().isEmpty());
}

TEST_F(APanel, OnesRoleIsWhatTheRelaySaysNotWhatItWasWhenOneSpoke) {
    history = {messageOf("me", "as a member", 1)};
    show("me", wire::Role::Moderator);
    EXPECT_EQ(chat.room().ownRole(), chat::Role::Moderator);
    Q_EMIT relay.live().roleChanged({"anna", {{}, "me"}, wire::Role::Member});
    EXPECT_EQ(chat.room().ownRole(), chat::Role::Member);
    auto late = messageOf("me", "as a moderator", 2);
    late.role = wire::Role::Moderator;
    hear(late);
    EXPECT_EQ(chat.room().ownRole(), chat::Role::Member);
    history = {late};
    chat.setChannel({});
    enter("me", wire::Role::Member);
    EXPECT_FALSE(chat.room().moderates());
}

TEST_F(APanel, WhatHoldsForOnePersonDoesNotHoldForTheNext) {
    modes.followersFor = 0;
    show("me", wire::Role::Member);
    const auto writing = [this] { return chat.room().writing(QDateTime::currentDateTime()); };
    chat.room().noteFollows(false);
    EXPECT_EQ(writing().mend, Writing::Mend::Follow);
    chat.room().noteFollows(true);
    EXPECT_TRUE(writing().isOpen);
    chat.room().noteFollows(false);
    wire::Session session;
    session.user.name = "bertil";
    Q_EMIT relay.api().signedIn(session);
    EXPECT_TRUE(writing().isOpen) << "whether bertil follows is not known yet";
}

TEST_F(APanel, PastedLinesBecomeOne) {
    show();
    QGuiApplication::clipboard()->setText(QStringLiteral("one\r\ntwo\nthree\n"));
    edit().paste();
    EXPECT_EQ(edit().text(), QStringLiteral("one two three"));
}

TEST_F(APanel, LineGrowsAndWhatIsTooLongIsNotSent) {
    show();
    const int one = edit().height();
    edit().setText(QStringLiteral("word ").repeated(40));
    EXPECT_GT(edit().height(), one);
    edit().setText(QStringLiteral("x").repeated(501));
    EXPECT_LT(edit().height(), one * 6);
    QTest::keyClick(&edit(), Qt::Key_Return);
    EXPECT_EQ(model().rowCount(), 0);
    // 500 characters, some of which Qt counts as two.
    edit().setText(QStringLiteral("🎉").repeated(400));
    QTest::keyClick(&edit(), Qt::Key_Return);
    EXPECT_EQ(model().rowCount(), 1);
}

TEST_F(APanel, NamesCommandsAndPicturesAreCompleted) {
    show("me", wire::Role::Moderator);
    hear(messageOf("bertil", "hello", 1));
    auto* list = panel.findChild<CompletionList*>();
    QTest::keyClicks(&edit(), QStringLiteral("@be"));
    ASSERT_TRUE(list->isVisible());
    QTest::keyClick(&edit(), Qt::Key_Return);
    EXPECT_EQ(edit().text(), QStringLiteral("@bertil "));
    EXPECT_EQ(model().rowCount(), 1) << "Enter chose, it did not send";
    edit().clear();
    QTest::keyClicks(&edit(), QStringLiteral("/ti"));
    QTest::keyClick(&edit(), Qt::Key_Tab);
    EXPECT_EQ(edit().text(), QStringLiteral("/timeout "));
    edit().clear();
    QTest::keyClicks(&edit(), QStringLiteral("so :rocke"));
    QTest::keyClick(&edit(), Qt::Key_Tab);
    EXPECT_EQ(edit().text(), QStringLiteral("so 🚀 "));
    edit().clear();
    QTest::keyClicks(&edit(), QStringLiteral("12:30"));
    EXPECT_FALSE(list->isVisible());
}

TEST_F(APanel, CommandsAreThoseOfOnesRole) {
    const auto offered = [](chat::Role role) {
        return completionsFor(QStringLiteral("/"), {{}, {}, role}).size();
    };
    EXPECT_EQ(offered(chat::Role::Guest), 1U);
    EXPECT_EQ(offered(chat::Role::Member), 5U);
    EXPECT_EQ(offered(chat::Role::Moderator), 8U);
    EXPECT_EQ(completionsFor(QStringLiteral("/mod"), {{}, {}, chat::Role::Moderator}).size(), 1U) << "mods";
    EXPECT_EQ(completionsFor(QStringLiteral("/mod"), {{}, {}, chat::Role::Owner}).size(), 2U);
}

TEST_F(APanel, UpInAnEmptyLineEditsTheLastOfOurs) {
    history = {messageOf("me", "first", 1), messageOf("anna", "second", 2)};
    show();
    QTest::keyClick(&edit(), Qt::Key_Up);
    EXPECT_EQ(edit().text(), QStringLiteral("first"));
    QTest::keyClick(&edit(), Qt::Key_Escape);
    EXPECT_TRUE(edit().text().isEmpty());
    QTest::keyClicks(&edit(), QStringLiteral("new"));
    QTest::keyClick(&edit(), Qt::Key_Return);
    EXPECT_EQ(model().rowCount(), 3) << "it says something new again";
}

TEST_F(APanel, RepliesCarryWhatTheyAnswer) {
    history = {messageOf("anna", "a question", 1)};
    show();
    panel.view().setFocus();
    QTest::keyClick(&panel.view(), Qt::Key_Up);
    EXPECT_EQ(panel.view().currentRow(), 0);
    QTest::keyClick(&panel.view(), Qt::Key_Return);
    ASSERT_TRUE(chooseInMenu(QStringLiteral("Reply")));
    QTest::keyClicks(&edit(), QStringLiteral("yes"));
    QTest::keyClick(&edit(), Qt::Key_Return);
    ASSERT_EQ(model().rowCount(), 2);
    ASSERT_TRUE(model().line(1).quote.has_value());
    EXPECT_EQ(model().line(1).quote->text, QStringLiteral("a question"));
}

TEST_F(APanel, ActionsAreThoseThatOneMayDo) {
    show("me", wire::Role::Moderator);
    LineDesk desk(chat, panel);
    model().append(messageOf("bertil", "x", 1));
    model().append(messageOf("anna", "x", 2));
    model().append(messageOf("me", "x", 3));
    const auto may = [&](int row, LineAction action) {
        const auto actions = desk.actionsFor(model().line(row));
        return std::find(actions.begin(), actions.end(), action) != actions.end();
    };
    EXPECT_TRUE(may(0, LineAction::Ban));
    EXPECT_TRUE(may(0, LineAction::Delete));
    EXPECT_FALSE(may(0, LineAction::Edit));
    EXPECT_FALSE(may(1, LineAction::Ban)) << "the owner of the channel";
    EXPECT_FALSE(may(1, LineAction::Delete));
    EXPECT_TRUE(may(2, LineAction::Edit));
    EXPECT_TRUE(may(2, LineAction::Delete));
    EXPECT_FALSE(may(2, LineAction::TimeOut));
    Q_EMIT relay.live().roleChanged({"anna", {{}, "me"}, wire::Role::Member});
    EXPECT_FALSE(may(0, LineAction::Pin));
    EXPECT_FALSE(may(0, LineAction::Delete));
    EXPECT_TRUE(may(0, LineAction::Reply));
}

TEST_F(APanel, NothingMovesUnderThePointerThatIsAboutToPress) {
    for (int i = 0; i < 60; ++i) {
        history.push_back(messageOf("anna", "line " + std::to_string(i), i));
    }
    show();
    ChatView& view = panel.view();
    QTest::mouseMove(view.viewport(), QPoint(60, 40));  // wherever it was left before
    QTest::mouseMove(view.viewport(), QPoint(60, 100));
    const int row = view.currentRow();
    ASSERT_GE(row, 0);
    const int top = view.rectOf(row).top();
    view.hold(true);
    for (int i = 60; i < 80; ++i) {
        hear(messageOf("bertil", "more", i));
    }
    EXPECT_EQ(view.rectOf(row).top(), top);
    view.hold(false);
    EXPECT_LT(view.rectOf(row).top(), top);
    EXPECT_TRUE(view.isFollowing());
}

TEST_F(APanel, TheLineThatTheKeyboardChoseStaysWhereItIs) {
    for (int i = 0; i < 60; ++i) {
        history.push_back(messageOf("anna", "line " + std::to_string(i), i));
    }
    show();
    ChatView& view = panel.view();
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_Up);
    ASSERT_EQ(view.selectedRow(), 59);
    const int top = view.rectOf(59).top();
    for (int i = 60; i < 80; ++i) {
        hear(messageOf("bertil", "more", i));
    }
    EXPECT_FALSE(view.isFollowing());
    EXPECT_EQ(view.rectOf(59).top(), top);
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Down);
    EXPECT_EQ(view.selectedRow(), 61);
    EXPECT_LE(view.rectOf(61).bottom(), view.viewport()->height());
    QTest::keyClick(&view, Qt::Key_Escape);
    EXPECT_EQ(view.selectedRow(), -1);
    EXPECT_TRUE(view.isFollowing());
    EXPECT_LE(view.rectOf(79).bottom(), view.viewport()->height());
}

TEST_F(APanel, TheKeyboardGoesWhereALineLeads) {
    history = {messageOf("bertil", "which page?", 1), messageOf("anna", "see https://a.example/x&y now", 2)};
    history[1].replyTo = wire::Quote{history[0].id, {{}, "bertil"}, "which page?"};
    show();
    ChatView& view = panel.view();
    const auto choose = [&](const QString& text) {
        view.jumpTo(1);
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_Return);
        return chooseInMenu(text);
    };
    EXPECT_TRUE(choose(QStringLiteral("Go to what it answers")));
    EXPECT_EQ(view.selectedRow(), 0);
    EXPECT_TRUE(choose(QStringLiteral("Open https://a.example/x&&y")));
    auto* dialog = panel.window()->findChild<widgets::ConfirmDialog*>();
    ASSERT_NE(dialog, nullptr);
    dialog->reject();
    EXPECT_TRUE(choose(QStringLiteral("About anna")));
    auto* card = qobject_cast<UserCard*>(QApplication::activePopupWidget());
    ASSERT_NE(card, nullptr);
    EXPECT_EQ(card->accessibleName(), QStringLiteral("anna"));
    card->close();
}

TEST_F(APanel, DeletingAsksFirst) {
    history = {messageOf("me", "mine", 1)};
    show();
    LineDesk desk(chat, panel);
    desk.perform(LineAction::Delete, 0);
    auto* dialog = panel.window()->findChild<widgets::ConfirmDialog*>();
    ASSERT_NE(dialog, nullptr);
    EXPECT_EQ(dialog->accessibleName(), QStringLiteral("Delete your message?"));
    dialog->reject();
}

TEST_F(APanel, WhatIsUndoableOffersIt) {
    show("me", wire::Role::Moderator);
    auto* undo = panel.findChild<widgets::UndoBar*>();
    Q_EMIT chat.actions().done(QStringLiteral("done"), {});
    EXPECT_FALSE(undo->isVisible());
    bool undone = false;
    Q_EMIT chat.actions().done(QStringLiteral("bob is banned."), [&undone] { undone = true; });
    ASSERT_TRUE(undo->isVisible());
    QTest::mouseClick(undo->undoButton(), Qt::LeftButton);
    EXPECT_TRUE(undone);
}

TEST_F(APanel, LinksAreShownBeforeTheyAreOpened) {
    show();
    LineDesk desk(chat, panel);
    desk.openLink(QStringLiteral("https://a.example/"));
    auto* dialog = panel.window()->findChild<widgets::ConfirmDialog*>();
    ASSERT_NE(dialog, nullptr);
    bool isShown = false;
    for (const auto* label : dialog->findChildren<QLabel*>()) {
        isShown = isShown || label->text().contains(QStringLiteral("https://a.example/"));
    }
    EXPECT_TRUE(isShown);
    dialog->reject();
}

TEST_F(APanel, ScreenReadersReadItLineByLine) {
    history = {messageOf("anna", "one", 1), messageOf("bertil", "two", 2)};
    show();
    auto* list = QAccessible::queryAccessibleInterface(&panel.view());
    ASSERT_NE(list, nullptr);
    EXPECT_EQ(list->role(), QAccessible::List);
    ASSERT_EQ(list->childCount(), 2);
    EXPECT_EQ(list->child(1)->text(QAccessible::Name), QStringLiteral("bertil: two"));
    EXPECT_EQ(list->child(1)->role(), QAccessible::ListItem);
    EXPECT_EQ(list->indexOfChild(list->child(1)), 1);
    auto* first = list->child(0);
    model().clear();
    EXPECT_FALSE(first->isValid());
    EXPECT_EQ(list->childCount(), 0);
}

TEST_F(APanel, EmojiAreFoundByNameAndRememberedAsRecent) {
    show();
    auto* picker = panel.findChild<EmojiPicker*>();
    for (auto* button : panel.composer().findChildren<QToolButton*>()) {
        if (button->accessibleName() == QStringLiteral("Emoji")) {
            QTest::mouseClick(button, Qt::LeftButton);
        }
    }
    ASSERT_TRUE(picker->isVisible());
    auto* search = picker->findChild<QLineEdit*>();
    QTest::keyClicks(search, QStringLiteral("rocket"));
    QTest::keyClick(search, Qt::Key_Return);
    EXPECT_FALSE(picker->isVisible());
    EXPECT_EQ(edit().text(), QStringLiteral("🚀"));
    EXPECT_EQ(options.recentEmoji(), QStringList{QStringLiteral("🚀")});
    EXPECT_GT(allEmoji().size(), 300U);
}

TEST_F(APanel, OptionsAreKept) {
    options.setTextSize(18);
    options.setHighContrast(true);
    options.setShowsTime(false);
    const ChatOptions again(settings);
    EXPECT_EQ(again.textSize(), 18);
    EXPECT_TRUE(again.hasHighContrast());
    EXPECT_FALSE(again.showsTime());
    options.setTextSize(99);
    EXPECT_EQ(options.textSize(), ChatOptions::kLargestText);
}

TEST_F(APanel, LargerTextMakesTallerLines) {
    history = {messageOf("anna", "one", 1)};
    show();
    const int before = panel.view().rectOf(0).height();
    options.setTextSize(20);
    EXPECT_GT(panel.view().rectOf(0).height(), before);
}

TEST_F(APanel, ComposerSaysWhyOneCannotWrite) {
    restriction = wire::Restriction{std::nullopt, "spam"};
    show();
    EXPECT_FALSE(edit().isVisible());
    Q_EMIT relay.live().restricted({"anna", std::nullopt});
    EXPECT_TRUE(edit().isVisible());
}

TEST_F(APanel, TabReachesEveryControlAndEachHasAName) {
    pins = {{messageOf("anna", "rules", 1), {{}, "anna"}, {}}};
    show();
    edit().setText(QStringLiteral("something to send"));
    const auto reached = ui_tests::reachedByTab(panel);
    for (QWidget* control : ui_tests::controlsOf(panel)) {
        EXPECT_TRUE(reached.contains(control)) << ui_tests::nameOf(*control);
        EXPECT_FALSE(control->accessibleName().isEmpty()) << ui_tests::nameOf(*control);
    }
    EXPECT_TRUE(reached.contains(&edit()));
}

}  // namespace
}  // namespace footlight::chatui
