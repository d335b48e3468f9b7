#include <gtest/gtest.h>

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTcpServer>
#include <QTest>

#include "core/base/clock.h"
#include "core/client/relay_client.h"
#include "tests/core/client/fake_hub.h"
#include "tests/ui/support/controls.h"
#include "tests/ui/support/memory_settings.h"
#include "ui/chat/chat_controller.h"
#include "ui/chat/chat_options.h"
#include "ui/chat/chat_panel.h"
#include "ui/models/channel_list_model.h"
#include "ui/pictures/picture_store.h"
#include "ui/theme/metrics.h"
#include "ui/watch/channel_feed.h"
#include "ui/watch/player_controls.h"
#include "ui/watch/player_message.h"
#include "ui/watch/player_pane.h"
#include "ui/watch/seek_bar.h"
#include "ui/watch/side_splitter.h"
#include "ui/watch/watch_controller.h"
#include "ui/watch/watch_page.h"
#include "ui/widgets/text_label.h"

namespace footlight::watch {
namespace {

using State = playback::Player::State;

class Watch : public testing::Test {
protected:
    Watch() {
        EXPECT_TRUE(silent.listen(QHostAddress::LocalHost));
        page.resize(1200, 664);
        page.show();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&page));
        pane = page.findChild<PlayerPane*>();
        controls = page.findChild<PlayerControls*>();
        message = page.findChild<PlayerMessage*>();
    }
    void open() {
        controller.openChannel(QStringLiteral("anna"));
        wire::Joined joined;
        joined.channel = "anna";
        joined.title = "Late night";
        joined.viewers = 7;
        joined.playback = "http://127.0.0.1:" + std::to_string(silent.serverPort()) + "/live/anna/index.m3u8";
        Q_EMIT relay.live().joined(joined);
        Q_EMIT player.stateChanged(State::Playing);
    }

    QTcpServer silent;  ///< takes connections and never answers
    SystemClock clock;
    client::RelayClient relay{clock};
    playback::Player player;
    models::ChannelListModel channels;
    models::MemorySettings settings;
    chatui::ChatOptions chatOptions{settings};
    pictures::Pictures pictures{relay.api()};
    chatui::ChatController chat{relay, pictures.faces, chatOptions};
    WatchController controller{relay, player, channels, chat};
    WatchPage page{controller, channels, chat, settings};
    PlayerPane* pane = nullptr;
    PlayerControls* controls = nullptr;
    PlayerMessage* message = nullptr;
};

TEST_F(Watch, ClosesAChannelThatTheRelayDoesNotKnowAndSaysSo) {
    QSignalSpy notice(&controller, &WatchController::notice);
    controller.openChannel(QStringLiteral("gone"));
    Q_EMIT relay.live().joinRefused(QStringLiteral("gone"), QStringLiteral("There is no such channel."));
    EXPECT_FALSE(controller.isOpen());
    EXPECT_FALSE(pane->isVisible());
    ASSERT_EQ(notice.count(), 1);
    EXPECT_EQ(notice[0][0].toString(), QStringLiteral("There is no such channel."));
    open();
    Q_EMIT relay.live().joinRefused(QStringLiteral("gone"), QStringLiteral("There is no such channel."));
    EXPECT_TRUE(controller.isOpen()) << "that was another's";
}

TEST_F(Watch, ALinkToAProtectedChannelOpensItsChatUntilTheRelayPutsUsOut) {
    tests::FakeHub hub;
    relay.connectTo(hub.address());
    ASSERT_TRUE(tests::eventually([this] { return relay.live().isOpen(); }));
    QSignalSpy notice(&controller, &WatchController::notice);
    QSignalSpy joined(&relay.live(), &client::LiveSocket::joined);
    const QString media = QString::fromStdString(relay.relay()->media);
    ASSERT_TRUE(controller.openLink(media + QStringLiteral("/t/the-token/live/anna/index.m3u8")));
    ASSERT_TRUE(tests::eventually([&] { return joined.count() == 1; }));
    EXPECT_EQ(hub.heardOf<wire::Join>(),
              (std::vector<wire::Join>{{"anna", true, std::nullopt, "the-token"}}));
    hub.tell(wire::Left{"anna", wire::LeftBecause::Protected});
    ASSERT_TRUE(tests::eventually([&] { return notice.count() == 1; }));
    EXPECT_TRUE(notice[0][0].toString().contains(QStringLiteral("link")));
    EXPECT_TRUE(controller.isOpen()) << "the picture is the player's own matter";
    const auto writing = chat.room().writing(QDateTime::currentDateTime());
    EXPECT_FALSE(writing.isOpen);
    EXPECT_EQ(writing.reason, notice[0][0].toString());
    EXPECT_EQ(hub.heardOf<wire::Join>().size(), 1U);
}

TEST_F(Watch, ClosesWhatIsOfTheRelayBeforeOnceAnotherIsChosen) {
    ChannelFeed feed(relay, channels);
    relay.connectTo(QUrl(QStringLiteral("http://127.0.0.1:1")));
    wire::Channel bertas;
    bertas.name = "berta";
    channels.setChannels({bertas});
    open();
    relay.connectTo(QUrl(QStringLiteral("http://127.0.0.1:2")));
    EXPECT_FALSE(controller.isOpen());
    EXPECT_EQ(player.state(), State::Idle);
    EXPECT_EQ(channels.rowCount(), 0);
    // An address of nobody's stays.
    controller.openAddress(QUrl(QStringLiteral("http://127.0.0.1:%1/x.m3u8").arg(silent.serverPort())));
    relay.connectTo(QUrl(QStringLiteral("http://127.0.0.1:1")));
    EXPECT_TRUE(controller.isOpen());
}

TEST_F(Watch, OpeningAChannelShowsItsTitleAndChat) {
    EXPECT_FALSE(pane->isVisible());
    open();
    EXPECT_TRUE(pane->isVisible());
    EXPECT_EQ(controller.title(), QStringLiteral("Late night"));
    EXPECT_EQ(controller.viewers(), 7);
    EXPECT_TRUE(page.findChild<chatui::ChatPanel*>()->isVisible());
    controller.close();
    EXPECT_FALSE(pane->isVisible());
}

TEST_F(Watch, ALateReturnTellsWhatTheChatMissed) {
    open();
    wire::ChatMessage line;
    line.channel = "anna";
    line.user.name = "bertil";
    line.text = "before";
    line.at = clock.utcNow();
    line.id = MessageId::make(line.at);
    Q_EMIT relay.live().messageReceived(line);
    ASSERT_EQ(chat.model().rowCount(), 1);
    wire::Joined again;
    again.channel = "anna";
    again.resumed = false;
    again.missed = 12;
    line.id = MessageId::make(line.at);
    line.text = "after";
    again.history = {line};
    Q_EMIT relay.live().joined(again);
    ASSERT_EQ(chat.model().rowCount(), 2);
    EXPECT_TRUE(chat.model().line(0).text.startsWith(QStringLiteral("12 ")));
    EXPECT_EQ(chat.model().line(1).text, QStringLiteral("after"));
}

TEST_F(Watch, ALinkIsPastedAndOpened) {
    QLineEdit* link = nullptr;
    for (auto* each : page.findChildren<QLineEdit*>()) {
        link = each->accessibleName() == QStringLiteral("Link to watch") ? each : link;
    }
    ASSERT_NE(link, nullptr);
    link->setText(QStringLiteral("anna"));
    QTest::keyClick(link, Qt::Key_Return);
    EXPECT_FALSE(controller.isOpen()) << "that is no address";
    const auto port = QString::number(silent.serverPort());
    link->setText(QStringLiteral("  http://127.0.0.1:%1/t/abc/live/anna/index.m3u8 ").arg(port));
    QTest::keyClick(link, Qt::Key_Return);
    EXPECT_TRUE(controller.isOpen());
    EXPECT_TRUE(pane->isVisible());
    EXPECT_TRUE(controller.channel().isEmpty()) << "of another relay: without chat";
}

TEST_F(Watch, AnOpenedLinkOfARecordingHasItsChat) {
    tests::FakeHub hub;
    relay.connectTo(hub.address());
    ASSERT_TRUE(tests::eventually([this] { return relay.relay().has_value(); }));
    const auto id = BroadcastId::make(clock.utcNow());
    const QString link =
        QString::fromStdString(relay.relay()->media + "/t/abc/vod/" + id.text() + "/index.m3u8");
    ASSERT_TRUE(controller.openLink(link));
    EXPECT_TRUE(controller.isRecording());
    EXPECT_TRUE(controller.chatSync().isRecording());
    EXPECT_TRUE(page.findChild<chatui::ChatPanel*>()->isVisible());
    controller.close();
}

TEST_F(Watch, AChannelThatWeMayNotPlaySaysWhatToDo) {
    QSignalSpy notices(&page, &WatchPage::notice);
    controller.openChannel(QStringLiteral("anna"));
    wire::Joined joined;
    joined.channel = "anna";
    Q_EMIT relay.live().joined(joined);
    EXPECT_FALSE(controller.isOpen());
    EXPECT_TRUE(notices.last().front().toString().contains(QStringLiteral("link")));
}

TEST_F(Watch, EveryStateWithoutAPictureSaysSo) {
    open();
    EXPECT_FALSE(message->isVisible());
    for (const State state :
         {State::Connecting, State::Buffering, State::Waiting, State::Ended, State::Failed}) {
        Q_EMIT player.stateChanged(state);
        EXPECT_TRUE(message->isVisible());
        EXPECT_FALSE(message->accessibleName().isEmpty());
    }
    Q_EMIT player.stateChanged(State::Playing);
    EXPECT_FALSE(message->isVisible());
}

TEST_F(Watch, FailureShowsThePlayersWordsAndOffersAnotherTry) {
    open();
    Q_EMIT player.messageChanged(QStringLiteral("<b>No such channel.</b>"));
    Q_EMIT player.stateChanged(State::Failed);
    EXPECT_EQ(message->accessibleDescription(), QStringLiteral("<b>No such channel.</b>"));
    QSignalSpy retry(pane, &PlayerPane::retryAsked);
    for (auto* button : message->findChildren<QPushButton*>()) {
        if (button->accessibleName() == QStringLiteral("Try again")) {
            QTest::mouseClick(button, Qt::LeftButton);
        }
    }
    EXPECT_EQ(retry.size(), 1);
}

TEST_F(Watch, MessageMakesRoomForTheWordsOfAnotherLanguage) {
    open();
    for (auto* button : message->findChildren<QPushButton*>()) {
        button->setText(button->text() + button->text());
    }
    Q_EMIT player.stateChanged(State::Failed);
    for (auto* button : message->findChildren<QPushButton*>()) {
        ASSERT_TRUE(button->isVisible());
        EXPECT_GE(button->width(), button->sizeHint().width()) << ui_tests::nameOf(*button);
        const auto isInside = [&] { return message->rect().contains(button->geometry()); };
        EXPECT_TRUE(QTest::qWaitFor(isInside, 1000))
            << ui_tests::nameOf(*button) << " ends at " << button->geometry().right() << ", "
            << button->geometry().bottom() << " of " << message->width() << " by " << message->height();
    }
}

TEST_F(Watch, VolumeIsKept) {
    open();
    for (auto* slider : controls->findChildren<QSlider*>()) {
        if (slider->accessibleName() == QStringLiteral("Volume")) {
            slider->setValue(40);
        }
    }
    EXPECT_EQ(settings.values.value(models::keys::kVolume).toInt(), 40);
    QTest::keyClick(&page, Qt::Key_M);
    EXPECT_TRUE(settings.values.value(models::keys::kMuted).toBool());
    QTest::keyClick(&page, Qt::Key_Plus);
    EXPECT_FALSE(settings.values.value(models::keys::kMuted).toBool());
    EXPECT_EQ(settings.values.value(models::keys::kVolume).toInt(), 45);
}

TEST_F(Watch, SeekBarAppearsWithALengthAndGoesWhereItIsClicked) {
    open();
    auto* bar = controls->findChild<SeekBar*>();
    ASSERT_NE(bar, nullptr);
    EXPECT_FALSE(bar->isVisible());
    pane->showSpan(600, 500);
    EXPECT_TRUE(bar->isVisible());
    EXPECT_EQ(bar->value(), 500);
    QSignalSpy sought(pane, &PlayerPane::seekAsked);
    QTest::mouseClick(bar, Qt::LeftButton, {}, QPoint(bar->width() / 2, bar->height() / 2));
    ASSERT_EQ(sought.size(), 1);
    EXPECT_NEAR(sought.front().front().toDouble(), 300, 3);
    bar->setFocus();
    QTest::keyClick(bar, Qt::Key_PageUp);
    ASSERT_EQ(sought.size(), 2);
    EXPECT_NEAR(sought.back().front().toDouble(), 360, 3);
    pane->showSpan(0, 0);
    EXPECT_FALSE(bar->isVisible());
}

TEST_F(Watch, ArrowsSkipByTenSeconds) {
    open();
    QSignalSpy skipped(pane, &PlayerPane::skipAsked);
    QTest::keyClick(&page, Qt::Key_Left);
    QTest::keyClick(&page, Qt::Key_Right);
    ASSERT_EQ(skipped.size(), 2);
    EXPECT_EQ(skipped.front().front().toDouble(), -10);
    EXPECT_EQ(skipped.back().front().toDouble(), 10);
}

TEST_F(Watch, AControlThatHasTheFocusKeepsItsKeys) {
    open();
    QAction* play = pane->commands().front();
    QSignalSpy played(play, &QAction::triggered);
    QSignalSpy skipped(pane, &PlayerPane::skipAsked);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    EXPECT_EQ(played.size(), 1) << "what is opened is ready for its keys";
    QPushButton* people = nullptr;
    for (auto* each : page.findChildren<QPushButton*>()) {
        people = each->text() == QStringLiteral("People") ? each : people;
    }
    ASSERT_NE(people, nullptr);
    people->setFocus();
    QSignalSpy pressed(people, &QPushButton::clicked);
    QTest::keyClick(people, Qt::Key_Space);
    EXPECT_EQ(pressed.size(), 1);
    EXPECT_EQ(played.size(), 1);
    QTest::keyClick(people, Qt::Key_K);
    EXPECT_EQ(played.size(), 2) << "that is no key of a button";
    for (auto* slider : controls->findChildren<QSlider*>()) {
        if (slider->accessibleName() == QStringLiteral("Volume")) {
            slider->setValue(40);
            slider->setFocus();
            QTest::keyClick(slider, Qt::Key_Right);
            EXPECT_GT(slider->value(), 40);
        }
    }
    EXPECT_EQ(skipped.size(), 0);
}

TEST_F(Watch, AControlInFullScreenKeepsItsKeys) {
    open();
    QTest::keyClick(&page, Qt::Key_F);
    ASSERT_TRUE(QTest::qWaitForWindowActive(pane));
    QSignalSpy played(pane->commands().front(), &QAction::triggered);
    auto* button = controls->findChild<QAbstractButton*>();
    ASSERT_NE(button, nullptr);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    EXPECT_EQ(played.size(), 0);
    if (pane->isFullScreen()) {
        QTest::keyClick(pane, Qt::Key_Escape);
    }
}

TEST_F(Watch, BroadcastThatCannotBeRewoundIsWatchedLiveAgainAndSaysSo) {
    wire::Channel channel;
    channel.name = "anna";
    channel.live = true;
    channel.startedAt = clock.utcNow() - std::chrono::minutes(10);
    channel.playback = "http://127.0.0.1:9/live/anna/index.m3u8";
    channels.setChannels({channel});
    controller.openChannel(QStringLiteral("anna"));
    QSignalSpy notices(&page, &WatchPage::notice);
    controller.seek(60);
    Q_EMIT player.stateChanged(State::Waiting);
    ASSERT_FALSE(notices.isEmpty());
    EXPECT_TRUE(notices.last().front().toString().contains(QStringLiteral("cannot be rewound")));
}

TEST_F(Watch, RecordingIsPlayedUnderItsTitleWithoutChat) {
    controller.openRecording(QUrl(QStringLiteral("http://127.0.0.1:9/vod/x/index.m3u8")),
                             QStringLiteral("Soundcheck"));
    EXPECT_TRUE(pane->isVisible());
    EXPECT_EQ(controller.title(), QStringLiteral("Soundcheck"));
    EXPECT_FALSE(page.findChild<chatui::ChatPanel*>()->isVisible());
    controller.close();
}

TEST_F(Watch, FullScreenComesBackToItsPlace) {
    open();
    QWidget* home = pane->parentWidget();
    QTest::keyClick(&page, Qt::Key_F);
    EXPECT_TRUE(pane->isFullScreen());
    EXPECT_TRUE(pane->isWindow());
    ASSERT_TRUE(QTest::qWaitForWindowActive(pane));
    QTest::keyClick(pane, Qt::Key_Escape);
    EXPECT_FALSE(pane->isFullScreen());
    EXPECT_EQ(pane->parentWidget(), home);
    EXPECT_TRUE(pane->isVisible());
}

TEST_F(Watch, TheChatIsPulledAndFoldedAndRemembersIt) {
    page.resize(1600, 664);  // wide enough for what is under the picture, and a wider chat
    open();
    auto* talk = page.findChild<chatui::ChatPanel*>();
    auto* parts = page.findChild<SideSplitter*>();
    ASSERT_NE(parts, nullptr);
    QWidget* gap = parts->handle(1);
    ASSERT_TRUE(tests::eventually([gap] { return gap->isVisible(); }));
    EXPECT_EQ(parts->sizes().at(1), 320);
    const int picture = pane->width();
    QTest::mousePress(gap, Qt::LeftButton, {}, gap->rect().center());
    QMouseEvent pulled(QEvent::MouseMove, gap->rect().center() - QPoint(100, 0),
                       gap->mapToGlobal(gap->rect().center() - QPoint(100, 0)), Qt::NoButton, Qt::LeftButton,
                       {});
    QApplication::sendEvent(gap, &pulled);
    QTest::mouseRelease(gap, Qt::LeftButton, {}, gap->rect().center());
    EXPECT_EQ(parts->sizes().at(1), 420);
    EXPECT_EQ(pane->width(), picture - 100);
    page.resize(1800, 664);
    EXPECT_EQ(parts->sizes().at(1), 420) << "what a window grows by is the picture's";
    EXPECT_EQ(pane->width(), picture + 100);
    QTest::keyClick(&page, Qt::Key_C, Qt::ShiftModifier);
    EXPECT_FALSE(talk->isVisible());
    EXPECT_TRUE(tests::eventually([&] { return pane->width() == picture + 100 + 420 + theme::kGap12; }));
    WatchPage again(controller, channels, chat, settings);
    again.resize(1800, 664);
    again.show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&again));
    EXPECT_FALSE(again.findChild<chatui::ChatPanel*>()->isVisible());
    QTest::keyClick(&again, Qt::Key_C);
    EXPECT_TRUE(again.findChild<chatui::ChatPanel*>()->isVisible()) << "to be written in";
    EXPECT_EQ(again.findChild<SideSplitter*>()->sizes().at(1), 420);
}

TEST_F(Watch, ControlsStayWhileNothingPlays) {
    open();
    EXPECT_TRUE(controls->isVisible());
    Q_EMIT player.stateChanged(State::Paused);
    EXPECT_TRUE(controls->isVisible());
}

TEST_F(Watch, TabReachesEveryControlAndEachHasAName) {
    open();
    const auto reached = ui_tests::reachedByTab(page);
    const auto shown = ui_tests::controlsOf(page);
    EXPECT_GE(shown.size(), 6U);
    for (QWidget* control : shown) {
        EXPECT_TRUE(reached.contains(control)) << ui_tests::nameOf(*control);
        EXPECT_FALSE(control->accessibleName().isEmpty()) << ui_tests::nameOf(*control);
    }
}

TEST_F(Watch, GuestMayReadAndIsToldHowToWrite) {
    open();
    const auto writing = chat.room().writing(QDateTime::currentDateTime());
    EXPECT_FALSE(writing.isOpen);
    EXPECT_EQ(writing.mend, chatui::Writing::Mend::SignIn);
}

TEST_F(Watch, ChannelsThatStayKeepTheirPlaceOnRefresh) {
    wire::Channel anna;
    anna.name = "anna";
    wire::Channel bertil;
    bertil.name = "bertil";
    channels.setChannels({anna, bertil});
    QSignalSpy reset(&channels, &QAbstractItemModel::modelReset);
    bertil.viewers = 9;
    channels.setChannels({anna, bertil});
    EXPECT_EQ(reset.size(), 0);
    EXPECT_EQ(channels.index(1).data(models::ChannelListModel::Viewers).toInt(), 9);
}

}  // namespace
}  // namespace footlight::watch
