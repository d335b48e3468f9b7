#include <gtest/gtest.h>

#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/chat/some_chat.h"
#include "ui/chat/chat_model.h"
#include "ui/chat/chat_view.h"

namespace footlight::chatui {
namespace {

class Chat : public testing::Test {
protected:
    Chat() {
        view.setModel(&model);
        view.resize(300, 200);
        view.show();
    }
    void say(int lines) {
        for (int line = 0; line < lines; ++line) {
            model.append(messageOf("anna", "line " + std::to_string(line), line));
        }
    }

    ChatModel model;
    ChatView view;
};

QImage pictureOf(const std::string& text) {
    ChatModel model;
    ChatView view;
    view.setModel(&model);
    view.resize(400, 80);
    model.append(messageOf("anna", text));
    return view.grab().toImage();
}

TEST(ChatText, MarkupIsShownAsItWasTyped) {
    // Were it read as markup, the tags would vanish and both would look alike.
    EXPECT_NE(pictureOf("<b>hello</b>"), pictureOf("hello"));
    EXPECT_NE(pictureOf("<img src=x onerror=alert(1)>"), pictureOf(""));
    EXPECT_NE(pictureOf("&lt;"), pictureOf("<"));
}

TEST(ChatText, LineBreaksCannotForgeAnotherAuthorsLine) {
    ChatModel model;
    model.append(messageOf("mallory", "hi\nowner  I am the owner\xE2\x80\xA9owner  really"));
    const RowLook look(nullptr, nullptr, 600);
    const ChatRow forged(model.line(0), look);
    ChatModel flat;
    flat.append(messageOf("mallory", "hi owner  I am the owner owner  really"));
    const ChatRow plain(flat.line(0), look);
    EXPECT_EQ(forged.height(), plain.height());
}

TEST(ChatText, WhatIsOnItsWayIsToldApartByMoreThanAColour) {
    models::MemorySettings settings;
    ChatOptions options(settings);
    options.setHighContrast(true);
    const RowLook look(&options, nullptr, 400);
    const auto painted = [&look](const ChatLine& line) {
        const ChatRow row(line, look);
        QImage image(400, row.height(), QImage::Format_RGB32);
        image.fill(look.background);
        QPainter painter(&image);
        row.paint(painter, 0, look, {});
        return image;
    };
    ChatModel model;
    model.appendOwn(QStringLiteral("n1"), QStringLiteral("hello"), QDateTime::currentDateTime());
    const QImage waiting = painted(model.line(0));
    model.acknowledge(QStringLiteral("n1"));
    const QImage sent = painted(model.line(0));
    EXPECT_EQ(waiting.size(), sent.size()) << "nothing moves once it is there";
    EXPECT_NE(waiting, sent);
    EXPECT_EQ(sent, painted(model.line(0)));
}

TEST_F(Chat, FollowsTheNewestUntilThePersonScrollsUp) {
    say(60);
    EXPECT_TRUE(view.isFollowing());
    EXPECT_EQ(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
    view.verticalScrollBar()->setValue(10);
    EXPECT_FALSE(view.isFollowing());
    model.append(messageOf("bertil", "new", 1000));
    EXPECT_EQ(view.verticalScrollBar()->value(), 10);
    auto* newer = view.findChild<QPushButton*>();
    ASSERT_TRUE(newer->isVisible());
    QTest::mouseClick(newer, Qt::LeftButton);
    EXPECT_TRUE(view.isFollowing());
    EXPECT_EQ(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
}

TEST_F(Chat, KeepsItsBoundAndThePlaceThatIsRead) {
    say(ChatModel::kMostLines);
    view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 2);
    const int before = view.verticalScrollBar()->value();
    model.append(messageOf("bertil", "one more", 100000));
    EXPECT_EQ(model.rowCount(), ChatModel::kMostLines);
    EXPECT_LT(view.verticalScrollBar()->value(), before);
    EXPECT_FALSE(view.isFollowing());
}

TEST_F(Chat, OwnLineWaitsUntilTheRelayHasIt) {
    model.setOwnName(QStringLiteral("anna"));
    model.appendOwn(QStringLiteral("n1"), QStringLiteral("hello"), QDateTime::currentDateTime());
    EXPECT_TRUE(model.index(0).data(ChatModel::Waiting).toBool());
    model.acknowledge(QStringLiteral("n1"));
    EXPECT_FALSE(model.index(0).data(ChatModel::Waiting).toBool());
    model.append(messageOf("anna", "hello", 5));
    EXPECT_EQ(model.rowCount(), 1);
}

TEST_F(Chat, RefusedLineStaysWithTheReason) {
    model.setOwnName(QStringLiteral("anna"));
    model.appendOwn(QStringLiteral("n1"), QStringLiteral("hello"), QDateTime::currentDateTime());
    model.refuse(QStringLiteral("n1"), QStringLiteral("Too fast, wait 3 s."));
    EXPECT_TRUE(model.index(0).data(ChatModel::Problem).toString().contains(QStringLiteral("Too fast")));
    EXPECT_FALSE(model.index(0).data(ChatModel::Waiting).toBool());
}

TEST_F(Chat, SameMessageTwiceIsShownOnce) {
    const auto message = messageOf("bertil", "hello", 1);
    model.append(message);
    model.append(message);
    EXPECT_EQ(model.rowCount(), 1);
}

}  // namespace
}  // namespace footlight::chatui
