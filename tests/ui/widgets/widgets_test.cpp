#include <gtest/gtest.h>

#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>
#include <QVideoFrame>
#include <cmath>
#include <thread>

#include "core/base/clock.h"
#include "ui/models/wording.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/frame_image.h"
#include "ui/widgets/level_meter.h"
#include "ui/widgets/state_chip.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/undo_bar.h"
#include "ui/widgets/video_view.h"

namespace footlight::widgets {
namespace {

TEST(TextLabel, TextOfOthersIsNeverMarkup) {
    const TextLabel label(QStringLiteral("<img src=x>"));
    EXPECT_EQ(label.textFormat(), Qt::PlainText);
}

TEST(TextLabel, TellsTheWholeOfWhatIsCutAsItWasWritten) {
    TextLabel label(QStringLiteral("Q&A, <part> 2: what nobody dared to ask about the whole affair"));
    label.setFit(TextLabel::Fit::Elide);
    label.resize(60, 20);
    (void)label.grab();
    QTextDocument shown;
    Qt::mightBeRichText(label.toolTip()) ? shown.setHtml(label.toolTip())
                                         : shown.setPlainText(label.toolTip());
    EXPECT_EQ(shown.toPlainText(), label.text());
    label.resize(2000, 20);
    (void)label.grab();
    EXPECT_TRUE(label.toolTip().isEmpty());
    StateChip chip;
    chip.show(QStringLiteral("warning"), theme::IconTone::Care, QStringLiteral("Care"),
              QStringLiteral("Targets \"A&B\" failed"));
    Qt::mightBeRichText(chip.toolTip()) ? shown.setHtml(chip.toolTip()) : shown.setPlainText(chip.toolTip());
    EXPECT_EQ(shown.toPlainText(), QStringLiteral("Targets \"A&B\" failed"));
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
