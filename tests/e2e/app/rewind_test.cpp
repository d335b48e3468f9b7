// A person who comes late rewinds to the start, and goes back to live.
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

#include "tests/e2e/app/app_on_a_relay.h"
#include "ui/watch/player_pane.h"
#include "ui/watch/seek_bar.h"
#include "ui/widgets/channel_grid.h"

namespace footlight::tests {
namespace {

class RewindingInWatch : public AppOnARelay {
protected:
    using State = playback::Player::State;

    /// The channel is chosen from the list, and its picture is there.
    void watch() {
        open("Watch");
        QListView* grid = nullptr;
        ASSERT_TRUE(eventually([&] {
            grid = window().findChild<widgets::ChannelGrid*>();
            for (auto* each : window().findChildren<widgets::ChannelGrid*>()) {
                grid = each->isVisible() ? each : grid;
            }
            return grid->isVisible() && grid->model()->rowCount() == 1;
        })) << relay_.output();
        QTest::mouseClick(grid->viewport(), Qt::LeftButton, {},
                          grid->visualRect(grid->model()->index(0, 0)).center());
        ASSERT_TRUE(eventually([&] { return state() == State::Playing; }))
            << app_->player().message().toStdString() << relay_.output();
    }
    [[nodiscard]] State state() const { return app_->player().state(); }
    [[nodiscard]] playback::Statistics statistics() const { return app_->player().statistics(); }

    /// A moved pointer brings the controls back.
    watch::SeekBar* seekBar() {
        auto* pane = window().findChild<watch::PlayerPane*>();
        watch::SeekBar* bar = nullptr;
        EXPECT_TRUE(eventually([&] {
            wiggle_ = -wiggle_;
            QTest::mouseMove(pane, QPoint(pane->width() / 2 + wiggle_, pane->height() / 2));
            bar = window().findChild<watch::SeekBar*>();
            return bar != nullptr && bar->isVisible() && bar->maximum() > 0;
        }));
        return bar;
    }
    void clickSeekBar(double share) {
        auto* bar = seekBar();
        const int x = 6 + static_cast<int>(share * (bar->width() - 12));
        QTest::mouseClick(bar, Qt::LeftButton, {}, QPoint(x, bar->height() / 2));
    }

private:
    int wiggle_ = 3;
};

}  // namespace

TEST_F(RewindingInWatch, GoesToTheStartWhileItIsLiveAndBackToTheEdge) {
    publish();
    watch();
    ASSERT_TRUE(eventually([&] { return pictureTime() > 14; })) << pictureTime();

    clickSeekBar(0);
    EXPECT_TRUE(eventually([&] { return state() == State::Playing && pictureTime() < 3; }))
        << pictureTime() << " of " << statistics().listedSeconds;
    EXPECT_TRUE(statistics().canSeek);
    EXPECT_TRUE(eventually([&] { return pictureTime() > 4; })) << "it plays on from there";
    EXPECT_LT(pictureTime(), statistics().listedSeconds - 5);

    QTest::keyClick(&window(), Qt::Key_Right);
    EXPECT_TRUE(eventually([&] { return pictureTime() > 11; })) << pictureTime();
    QTest::keyClick(&window(), Qt::Key_Left);
    EXPECT_TRUE(eventually([&] { return pictureTime() < 11; })) << pictureTime();

    seekBar();
    ASSERT_TRUE(press("Jump to live"));
    EXPECT_TRUE(eventually([&] {
        const auto now = statistics();
        return state() == State::Playing && now.latencyMs && *now.latencyMs < 4000;
    })) << pictureTime();
    EXPECT_TRUE(eventually([&] { return named<QPushButton>("Live") != nullptr || (seekBar(), false); }))
        << "the button says that this is live";
}

TEST_F(RewindingInWatch, OpensTheLinkOfAProtectedChannelAndRewindsIt) {
    publish();
    open("Channel");
    auto* visibility = named<QComboBox>("Visible to");
    ASSERT_NE(visibility, nullptr);
    QTest::keyClick(visibility, Qt::Key_End);
    ASSERT_TRUE(eventually([&] { return named<QComboBox>("How long the link plays") != nullptr; }));
    auto* clipboard = QGuiApplication::clipboard();
    clipboard->clear();
    ASSERT_TRUE(press("Copy link"));
    ASSERT_TRUE(eventually([&] { return clipboard->text().contains(QStringLiteral("/t/")); }));
    EXPECT_TRUE(eventually([this] {
        return fetch(relay_.playlistUrl(channel().toStdString())).status == 403;
    })) << "without the link nobody watches";

    open("Watch");
    auto* link = named<QLineEdit>("Link to watch");
    ASSERT_NE(link, nullptr);
    link->setFocus();
    QTest::keyClick(link, Qt::Key_V, Qt::ControlModifier);
    QTest::keyClick(link, Qt::Key_Return);
    ASSERT_TRUE(eventually([&] { return state() == State::Playing && pictureTime() > 10; }))
        << app_->player().message().toStdString() << relay_.output();
    EXPECT_EQ(app_->watch().channel(), channel()) << "with its chat";
    clickSeekBar(0);
    EXPECT_TRUE(eventually([&] { return state() == State::Playing && pictureTime() < 3; })) << pictureTime();
}

TEST_F(RewindingInWatch, PlaysOnToTheEndOfABroadcastThatEndsMeanwhile) {
    publish();
    watch();
    ASSERT_TRUE(eventually([&] { return pictureTime() > 12; })) << pictureTime();
    clickSeekBar(0);
    ASSERT_TRUE(eventually([&] { return state() == State::Playing && pictureTime() < 3; })) << pictureTime();
    finish();
    EXPECT_TRUE(eventually([&] { return pictureTime() > 10; })) << pictureTime();
    EXPECT_TRUE(eventually([&] { return state() == State::Ended; }))
        << app_->player().message().toStdString();
}

}  // namespace footlight::tests
