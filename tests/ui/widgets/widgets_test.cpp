#include <gtest/gtest.h>

#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QVideoFrame>
#include <cmath>
#include <thread>

#include "core/base/clock.h"
#include "ui/models/chat_model.h"
#include "ui/models/wording.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/chat_panel.h"
#include "ui/widgets/chat_view.h"
#include "ui/widgets/frame_image.h"
#include "ui/widgets/level_meter.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/undo_bar.h"
#include "ui/widgets/video_view.h"

namespace footlight::widgets {
namespace {

wire::ChatMessage messageOf(const char* author, const std::string& text, std::int64_t at = 0) {
    wire::ChatMessage message;
    message.id = MessageId::make(utcFromMilliseconds(1795252800000 + at));
    message.channel = "anna";
    message.user.name = author;
    message.text = text;
    message.at = utcFromMilliseconds(1795252800000 + at);
    return message;
}

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

    models::ChatModel model;
    ChatView view;
};

QImage pictureOf(const std::string& text) {
    models::ChatModel model;
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
    models::ChatModel model;
    model.append(messageOf("mallory", "hi\nowner  I am the owner\xE2\x80\xA9owner  really"));
    const ChatRow forged(model.index(0), 600);
    models::ChatModel flat;
    flat.append(messageOf("mallory", "hi owner  I am the owner owner  really"));
    const ChatRow plain(flat.index(0), 600);
    EXPECT_EQ(forged.height(), plain.height());
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
    say(models::ChatModel::kMostLines);
    view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 2);
    const int before = view.verticalScrollBar()->value();
    model.append(messageOf("bertil", "one more", 100000));
    EXPECT_EQ(model.rowCount(), models::ChatModel::kMostLines);
    EXPECT_LT(view.verticalScrollBar()->value(), before);
    EXPECT_FALSE(view.isFollowing());
}

TEST_F(Chat, OwnLineWaitsUntilTheRelayHasIt) {
    model.appendOwn(QStringLiteral("n1"), QStringLiteral("anna"), QStringLiteral("hello"),
                    QDateTime::currentDateTime());
    EXPECT_TRUE(model.index(0).data(models::ChatModel::Waiting).toBool());
    model.acknowledge(QStringLiteral("n1"));
    EXPECT_FALSE(model.index(0).data(models::ChatModel::Waiting).toBool());
    model.append(messageOf("anna", "hello", 5));
    EXPECT_EQ(model.rowCount(), 1);
}

TEST_F(Chat, RefusedLineStaysWithTheReason) {
    model.appendOwn(QStringLiteral("n1"), QStringLiteral("anna"), QStringLiteral("hello"),
                    QDateTime::currentDateTime());
    model.refuse(QStringLiteral("n1"), QStringLiteral("Too fast, wait 3 s."));
    EXPECT_TRUE(
        model.index(0).data(models::ChatModel::Problem).toString().contains(QStringLiteral("Too fast")));
    EXPECT_FALSE(model.index(0).data(models::ChatModel::Waiting).toBool());
}

TEST_F(Chat, SameMessageTwiceIsShownOnce) {
    const auto message = messageOf("bertil", "hello", 1);
    model.append(message);
    model.append(message);
    EXPECT_EQ(model.rowCount(), 1);
}

TEST(ChatPanel, EnterSaysTheTrimmedLineAndNothingSaysNothing) {
    models::ChatModel model;
    ChatPanel panel(&model);
    panel.show();
    QSignalSpy said(&panel, &ChatPanel::said);
    auto* line = panel.findChild<QLineEdit*>();
    QTest::keyClicks(line, QStringLiteral("   "));
    QTest::keyClick(line, Qt::Key_Return);
    EXPECT_TRUE(said.isEmpty());
    QTest::keyClicks(line, QStringLiteral(" hello "));
    QTest::keyClick(line, Qt::Key_Return);
    ASSERT_EQ(said.size(), 1);
    EXPECT_EQ(said.front().front().toString(), QStringLiteral("hello"));
    panel.setClosed(QStringLiteral("Sign in to write"));
    EXPECT_FALSE(line->isEnabled());
}

TEST(TextLabel, TextOfOthersIsNeverMarkup) {
    const TextLabel label(QStringLiteral("<img src=x>"));
    EXPECT_EQ(label.textFormat(), Qt::PlainText);
}

TEST(LevelMeter, HoldsThePeakAndLetsItFallLater) {
    LevelMeter meter;
    meter.resize(100, 8);
    meter.show();
    meter.setLevel(-20, -6);
    meter.setLevel(-50, -50);
    EXPECT_FLOAT_EQ(meter.heldPeakDb(), -6);
    EXPECT_TRUE(QTest::qWaitFor([&meter] { return meter.heldPeakDb() < -7; }, 5000));
}

TEST(UndoBar, TakesBackOnce) {
    UndoBar bar;
    int undone = 0;
    bar.offer(QStringLiteral("Removed"), [&undone] { ++undone; });
    QTest::mouseClick(bar.undoButton(), Qt::LeftButton);
    QTest::mouseClick(bar.undoButton(), Qt::LeftButton);
    EXPECT_EQ(undone, 1);
    EXPECT_FALSE(bar.isVisible());
}

TEST(UndoBar, SaysOnceThatItsTimeHasPassed) {
    UndoBar bar;
    QSignalSpy passed(&bar, &UndoBar::passed);
    bar.offer(QStringLiteral("Removed"), [] {});
    bar.pass();
    bar.pass();
    EXPECT_EQ(passed.size(), 1);
    bar.offer(QStringLiteral("Removed"), [] {});
    bar.undoButton()->click();
    bar.pass();
    EXPECT_EQ(passed.size(), 1) << "it was taken back";
}

QVideoFrame plainFrame(QVideoFrameFormat::PixelFormat format, int y, int u, int v) {
    QVideoFrameFormat description(QSize(64, 36), format);
    description.setColorSpace(QVideoFrameFormat::ColorSpace_BT709);
    QVideoFrame frame(description);
    frame.map(QVideoFrame::WriteOnly);
    std::fill_n(frame.bits(0), frame.mappedBytes(0), static_cast<uchar>(y));
    if (format == QVideoFrameFormat::Format_NV12) {
        for (int at = 0; at + 1 < frame.mappedBytes(1); at += 2) {
            frame.bits(1)[at] = static_cast<uchar>(u);
            frame.bits(1)[at + 1] = static_cast<uchar>(v);
        }
    } else {
        std::fill_n(frame.bits(1), frame.mappedBytes(1), static_cast<uchar>(u));
        std::fill_n(frame.bits(2), frame.mappedBytes(2), static_cast<uchar>(v));
    }
    frame.unmap();
    return frame;
}

class Frames : public testing::TestWithParam<QVideoFrameFormat::PixelFormat> {};

TEST_P(Frames, AreRedWhereTheyWereRedAtEverySize) {
    // BT.709 video range: 63, 102, 240 is full red.
    FrameImage frames;
    for (const QSize size : {QSize(64, 36), QSize(33, 19), QSize(128, 71)}) {
        const QImage& image = frames.convert(plainFrame(GetParam(), 63, 102, 240), size);
        ASSERT_EQ(image.size(), size);
        for (const QPoint at : {QPoint(0, 0), QPoint(size.width() - 1, size.height() - 1)}) {
            const QColor colour = image.pixelColor(at);
            EXPECT_GT(colour.red(), 250);
            EXPECT_LT(colour.green(), 6);
            EXPECT_LT(colour.blue(), 6);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Layouts, Frames,
                         testing::Values(QVideoFrameFormat::Format_YUV420P, QVideoFrameFormat::Format_NV12));

TEST(VideoView, ShowsTheNewestPictureOfAnyThread) {
    VideoView view;
    view.resize(64, 36);
    view.show();
    EXPECT_FALSE(view.hasPicture());
    std::thread feeder(
        [&view] { view.sink()->setVideoFrame(plainFrame(QVideoFrameFormat::Format_YUV420P, 63, 102, 240)); });
    feeder.join();
    EXPECT_TRUE(view.hasPicture());
    EXPECT_GT(view.grab().toImage().pixelColor(32, 18).red(), 250);
    view.clear();
    EXPECT_EQ(view.grab().toImage().pixelColor(32, 18), QColor(Qt::black));
}

double luminanceOf(const QColor& colour) {
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

double contrastOf(const QColor& a, const QColor& b) {
    const double first = luminanceOf(a) + 0.05;
    const double second = luminanceOf(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

TEST(Tokens, TextAndMarksStandOutFromTheirSurfaces) {
    for (const theme::Tokens* tokens : {&theme::darkTokens(), &theme::lightTokens()}) {
        for (const QColor& surface : {tokens->page, tokens->panel, tokens->control}) {
            EXPECT_GE(contrastOf(tokens->text, surface), 4.5);
            EXPECT_GE(contrastOf(tokens->secondary, surface), 4.5);
            EXPECT_GE(contrastOf(tokens->focus, surface), 3);
            EXPECT_GE(contrastOf(tokens->care, surface), 3);
            EXPECT_GE(contrastOf(tokens->good, surface), 3);
        }
        for (const QColor& button : {tokens->accent, tokens->onAir}) {
            EXPECT_GE(contrastOf(tokens->onAccent, button), 4.5);
            EXPECT_GE(contrastOf(button, tokens->page), 3);
        }
    }
}

TEST(Wording, NumbersAreRoundedAndUnknownIsADash) {
    EXPECT_EQ(models::clockText(std::chrono::seconds{62}), QStringLiteral("1:02"));
    EXPECT_EQ(models::clockText(std::chrono::seconds{45296}), QStringLiteral("12:34:56"));
    EXPECT_EQ(models::delayText(std::nullopt), QStringLiteral("–"));
    EXPECT_EQ(models::countText(std::nullopt), QStringLiteral("–"));
    EXPECT_TRUE(models::delayText(912).endsWith(QStringLiteral("s")));
}

}  // namespace
}  // namespace footlight::widgets
