#include <gtest/gtest.h>

#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>
#include <cmath>
#include <thread>

#include "core/base/clock.h"
#include "core/client/relay_client.h"
#include "tests/ui/studio/fake_engine.h"
#include "tests/ui/support/controls.h"
#include "tests/ui/support/memory_settings.h"
#include "ui/chat/chat_controller.h"
#include "ui/chat/chat_options.h"
#include "ui/pictures/picture_store.h"
#include "ui/studio/advice_list.h"
#include "ui/studio/broadcast_bar.h"
#include "ui/studio/broadcast_controller.h"
#include "ui/studio/mixer_strip.h"
#include "ui/studio/properties_dialog.h"
#include "ui/studio/relay_panel.h"
#include "ui/studio/source_list_model.h"
#include "ui/studio/sources_panel.h"
#include "ui/studio/studio_feed.h"
#include "ui/studio/studio_page.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/level_meter.h"
#include "ui/widgets/state_chip.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/undo_bar.h"

namespace footlight::studio {
namespace {

using capture::DestinationState;
using Phase = BroadcastController::Phase;

QPushButton* buttonNamed(QWidget& parent, const char* name) {
    for (auto* button : parent.findChildren<QPushButton*>()) {
        if (button->accessibleName() == QLatin1String(name)) {
            return button;
        }
    }
    return nullptr;
}

class GoLive : public testing::Test {
protected:
    GoLive() : controller(engine, destinations), bar(controller) {
        bar.show();
        bar.setTitle(QStringLiteral("Late night"));
    }

    void reachOnAir() {
        controller.goLive();
        destinations.answerWithOne();
        engine.become(DestinationState::Live);
        ASSERT_TRUE(QTest::qWaitFor([this] { return controller.phase() == Phase::OnAir; }, 2000));
    }

    FakeEngine engine;
    FakeDestinations destinations;
    BroadcastController controller;
    BroadcastBar bar;
};

TEST_F(GoLive, OneButtonLeadsFromOffAirToOnAir) {
    QTest::mouseClick(buttonNamed(bar, "Go live"), Qt::LeftButton);
    EXPECT_EQ(controller.phase(), Phase::Preparing);
    EXPECT_NE(buttonNamed(bar, "Cancel going live"), nullptr);
    destinations.answerWithOne();
    EXPECT_EQ(controller.phase(), Phase::Connecting);
    engine.become(DestinationState::Live);
    ASSERT_TRUE(QTest::qWaitFor([this] { return controller.phase() == Phase::OnAir; }, 2000));
    EXPECT_NE(buttonNamed(bar, "End broadcast"), nullptr);
}

TEST_F(GoLive, RefusedKeyIsReplacedAndTriedOnceMoreAndNotAgain) {
    QSignalSpy failed(&controller, &BroadcastController::failed);
    destinations.hasAnother = true;
    controller.goLive();
    destinations.answerWithOne();
    engine.become(DestinationState::Failed, "The relay refused the key.");
    ASSERT_TRUE(QTest::qWaitFor([this] { return destinations.waiting != nullptr; }, 2000));
    EXPECT_EQ(controller.phase(), Phase::Preparing);
    EXPECT_TRUE(failed.isEmpty());
    destinations.answerWithOne();
    engine.become(DestinationState::Failed, "The relay refused the key.");
    ASSERT_TRUE(failed.wait(2000));
    EXPECT_EQ(failed.front().front().toString(), QStringLiteral("The relay refused the key."));
    EXPECT_EQ(controller.phase(), Phase::OffAir);
    EXPECT_EQ(destinations.refusals, 1);
}

TEST_F(GoLive, BroadcastThatWasOnAirIsNotStartedAgainWhenTheRelayEndsIt) {
    QSignalSpy failed(&controller, &BroadcastController::failed);
    destinations.hasAnother = true;
    reachOnAir();
    engine.become(DestinationState::Failed, "The relay's owner ended it.");
    ASSERT_TRUE(failed.wait(2000));
    EXPECT_EQ(destinations.refusals, 0);
}

TEST_F(GoLive, CancelWhileTheKeyIsFetchedStartsNothingLater) {
    controller.goLive();
    QTest::mouseClick(buttonNamed(bar, "Cancel going live"), Qt::LeftButton);
    EXPECT_EQ(controller.phase(), Phase::OffAir);
    destinations.answerWithOne();
    EXPECT_EQ(controller.phase(), Phase::OffAir);
    EXPECT_FALSE(engine.live.onAir);
    EXPECT_EQ(engine.stops, 0);
}

TEST_F(GoLive, CancelWhileConnectingStopsTheEngine) {
    controller.goLive();
    destinations.answerWithOne();
    QTest::mouseClick(buttonNamed(bar, "Cancel going live"), Qt::LeftButton);
    EXPECT_EQ(controller.phase(), Phase::OffAir);
    EXPECT_EQ(engine.stops, 1);
}

TEST_F(GoLive, EndingAsksAndNamesTheBroadcast) {
    reachOnAir();
    QTest::mouseClick(buttonNamed(bar, "End broadcast"), Qt::LeftButton);
    auto* dialog = bar.findChild<widgets::ConfirmDialog*>();
    ASSERT_NE(dialog, nullptr);
    EXPECT_TRUE(dialog->accessibleName().contains(QStringLiteral("Late night")));
    EXPECT_EQ(controller.phase(), Phase::OnAir);
    dialog->reject();
    EXPECT_EQ(controller.phase(), Phase::OnAir);
    QTest::mouseClick(buttonNamed(bar, "End broadcast"), Qt::LeftButton);
    for (auto* each : bar.findChildren<widgets::ConfirmDialog*>()) {
        if (each->isVisible()) {
            QTest::mouseClick(buttonNamed(*each, "End broadcast"), Qt::LeftButton);
        }
    }
    EXPECT_EQ(controller.phase(), Phase::OffAir);
    EXPECT_EQ(engine.stops, 1);
}

TEST_F(GoLive, RefusalShowsTheRelaysOwnWordsAndOffersGoLiveAgain) {
    QSignalSpy failed(&controller, &BroadcastController::failed);
    controller.goLive();
    destinations.answerWithOne();
    engine.become(DestinationState::Failed, "The relay refused the key.");
    ASSERT_TRUE(QTest::qWaitFor([&failed] { return !failed.isEmpty(); }, 2000));
    EXPECT_EQ(failed.front().front().toString(), QStringLiteral("The relay refused the key."));
    EXPECT_EQ(controller.phase(), Phase::OffAir);
    EXPECT_NE(buttonNamed(bar, "Go live"), nullptr);
}

TEST_F(GoLive, LostConnectionIsReconnectingAndThenOnAirAgain) {
    reachOnAir();
    QSignalSpy warned(&controller, &BroadcastController::warned);
    engine.become(DestinationState::Reconnecting, "The relay is away; trying again.");
    ASSERT_TRUE(QTest::qWaitFor([this] { return controller.phase() == Phase::Reconnecting; }, 2000));
    EXPECT_EQ(warned.back().front().toString(), QStringLiteral("The relay is away; trying again."));
    engine.become(DestinationState::Live);
    ASSERT_TRUE(QTest::qWaitFor([this] { return controller.phase() == Phase::OnAir; }, 2000));
    EXPECT_TRUE(warned.back().front().toString().isEmpty());
}

TEST_F(GoLive, StateOfAnotherThreadArrivesOnTheWindows) {
    controller.goLive();
    destinations.answerWithOne();
    std::thread engineThread([this] { engine.become(DestinationState::Live); });
    engineThread.join();
    EXPECT_EQ(controller.phase(), Phase::Connecting);
    ASSERT_TRUE(QTest::qWaitFor([this] { return controller.phase() == Phase::OnAir; }, 2000));
}

TEST_F(GoLive, NoRelayNoButton) {
    destinations.nameList.clear();
    bar.refreshDestinations();
    EXPECT_FALSE(buttonNamed(bar, "Go live")->isEnabled());
}

TEST_F(GoLive, MissingEncoderIsToldInWords) {
    engine.refusal = "The x264 plugin is missing: install obs-plugins.";
    QSignalSpy failed(&controller, &BroadcastController::failed);
    controller.goLive();
    destinations.answerWithOne();
    ASSERT_EQ(failed.size(), 1);
    EXPECT_TRUE(failed.front().front().toString().contains(QStringLiteral("obs-plugins")));
}

class Sources : public testing::Test {
protected:
    Sources() {
        fillScene(engine);
        panel = std::make_unique<SourcesPanel>(engine, engine);
        panel->resize(400, 300);
        panel->show();
        list = panel->findChild<QListView*>();
        EXPECT_TRUE(QTest::qWaitForWindowActive(panel.get()));
        list->setFocus();
    }

    FakeEngine engine;
    std::unique_ptr<SourcesPanel> panel;
    QListView* list = nullptr;
};

TEST_F(Sources, RemovingCanBeTakenBack) {
    QTest::keyClick(list, Qt::Key_Delete);
    ASSERT_EQ(engine.scene.size(), 3U);
    auto* undo = panel->findChild<widgets::UndoBar*>();
    ASSERT_TRUE(undo->isVisible());
    QTest::mouseClick(undo->undoButton(), Qt::LeftButton);
    ASSERT_EQ(engine.scene.size(), 4U);
    EXPECT_EQ(engine.scene.front().name, "Title card");
    EXPECT_EQ(list->model()->rowCount(), 4);
}

TEST_F(Sources, SpaceShowsAndHides) {
    EXPECT_FALSE(engine.scene[0].visible);
    QTest::keyClick(list, Qt::Key_Space);
    EXPECT_TRUE(engine.scene[0].visible);
}

TEST_F(Sources, ControlAndArrowsChangeTheOrder) {
    QTest::keyClick(list, Qt::Key_Down, Qt::ControlModifier);
    EXPECT_EQ(engine.scene[1].name, "Title card");
    EXPECT_EQ(list->currentIndex().row(), 1);
    QTest::keyClick(list, Qt::Key_Up, Qt::ControlModifier);
    EXPECT_EQ(engine.scene[0].name, "Title card");
}

TEST_F(Sources, TakenNameIsRefusedInWords) {
    QSignalSpy refused(panel.get(), &SourcesPanel::refused);
    EXPECT_FALSE(
        list->model()->setData(list->model()->index(0, 0), QStringLiteral("Microphone"), Qt::EditRole));
    ASSERT_EQ(refused.size(), 1);
    EXPECT_EQ(engine.scene[0].name, "Title card");
}

TEST_F(Sources, MenuListsMissingKindsAndSaysWhy) {
    auto* menu = panel->findChild<QMenu*>();
    Q_EMIT menu->aboutToShow();
    ASSERT_EQ(menu->actions().size(), static_cast<int>(engine.kindList.size()));
    const QAction* camera = menu->actions()[4];
    EXPECT_FALSE(camera->isEnabled());
    EXPECT_EQ(camera->toolTip(), QStringLiteral("No camera is connected."));
}

TEST(Properties, CancelPutsBackWhatWasThere) {
    FakeEngine engine;
    capture::Property text;
    text.name = "text";
    text.label = "Text";
    text.value = std::string("before");
    engine.propertyList = {text};
    PropertiesDialog dialog(engine, {1}, QStringLiteral("Title card"));
    dialog.show();
    auto* field = dialog.findChild<QLineEdit*>(QStringLiteral("text"));
    ASSERT_NE(field, nullptr);
    field->clear();
    QTest::keyClicks(field, QStringLiteral("after"));
    EXPECT_EQ(std::get<std::string>(engine.propertyList[0].value), "after");
    dialog.reject();
    EXPECT_EQ(std::get<std::string>(engine.propertyList[0].value), "before");
}

TEST(Fader, PositionsAndDecibelsAgree) {
    EXPECT_NEAR(decibelsOfFader(faderOfDecibels(0)), 0, 0.01);
    EXPECT_NEAR(decibelsOfFader(faderOfDecibels(-20)), -20, 0.01);
    EXPECT_EQ(decibelsOfFader(0), -96);
    EXPECT_EQ(faderOfDecibels(-96), 0);
    EXPECT_EQ(faderOfDecibels(40), 1);
}

class Studio : public testing::Test {
protected:
    Studio() {
        fillScene(engine);
        page = std::make_unique<StudioPage>(engine.ports(), QSize(1280, 720), broadcast, feed, chat);
        page->resize(1200, 664);
        page->show();
        EXPECT_TRUE(QTest::qWaitForWindowActive(page.get()));
    }
    void signIn() {
        wire::Session session;
        session.channel = "anna";
        session.user.name = "anna";
        Q_EMIT relay.api().signedIn(session);
    }

    SystemClock clock;
    client::RelayClient relay{clock};
    FakeEngine engine;
    FakeDestinations destinations;
    BroadcastController broadcast{engine, destinations};
    models::MemorySettings settings;
    chatui::ChatOptions chatOptions{settings};
    pictures::Pictures pictures{relay.api()};
    chatui::ChatController chat{relay, pictures.faces, chatOptions};
    StudioFeed feed{relay, chat};
    std::unique_ptr<StudioPage> page;
};

TEST_F(Studio, TabReachesEveryControlAndEachHasAName) {
    signIn();
    const auto reached = ui_tests::reachedByTab(*page);
    const auto controls = ui_tests::controlsOf(*page);
    EXPECT_GT(controls.size(), 10U);
    for (QWidget* control : controls) {
        EXPECT_TRUE(reached.contains(control)) << ui_tests::nameOf(*control);
        EXPECT_FALSE(control->accessibleName().isEmpty()) << ui_tests::nameOf(*control);
    }
}

TEST_F(Studio, FitsTheSmallestWindow) {
    EXPECT_LE(page->minimumSizeHint().width(), 1200);
    EXPECT_LE(page->minimumSizeHint().height(), 660);
}

wire::Health arrival() {
    wire::Health health;
    health.channel = "anna";
    health.health.bitrate = 2'500'000;
    health.health.frameRate = 29.97;
    health.health.keyFrameInterval = 8;
    health.health.lost = 12;
    health.health.advice.push_back(
        {"ingest.long_gop", wire::AdviceSeverity::Warning, 8, "A key frame only every 8 s."});
    health.input = wire::InputStatus{wire::IngestSlot::Primary, true, true};
    health.recording = wire::RecordingStatus{wire::RecordingPhase::Paused, "The disk is full."};
    return health;
}

widgets::StateChip* chipThatSays(QWidget& page, const QString& text) {
    for (auto* chip : page.findChildren<widgets::StateChip*>()) {
        if (chip->isVisible() && chip->text() == text) {
            return chip;
        }
    }
    return nullptr;
}

TEST_F(Studio, SaysInWordsWhatIsWrongWithWhatArrives) {
    signIn();
    Q_EMIT relay.live().healthReceived(arrival());
    auto* advice = page->findChild<AdviceList*>();
    ASSERT_NE(advice, nullptr);
    EXPECT_TRUE(advice->isVisible());
    EXPECT_TRUE(advice->wantsCare());
    const auto lines = advice->findChildren<widgets::TextLabel*>();
    ASSERT_EQ(lines.size(), 1);
    EXPECT_TRUE(lines.front()->text().contains(QStringLiteral("8.0 s")))
        << lines.front()->text().toStdString();
    auto better = arrival();
    better.health.advice.clear();
    Q_EMIT relay.live().healthReceived(better);
    EXPECT_FALSE(advice->isVisible());
}

TEST_F(Studio, SaysTheRelaysWordsForAnAdviceThatItDoesNotKnow) {
    signIn();
    auto health = arrival();
    health.health.advice = {{"ingest.newer", wire::AdviceSeverity::Hint, 1, "Do something newer."}};
    Q_EMIT relay.live().healthReceived(health);
    auto* advice = page->findChild<AdviceList*>();
    EXPECT_EQ(advice->findChild<widgets::TextLabel*>()->text(), QStringLiteral("Do something newer."));
    EXPECT_FALSE(advice->wantsCare());
}

TEST_F(Studio, ShowsWhatTheRelayDoesWithTheBroadcastUntilItIsOver) {
    signIn();
    auto* panel = page->findChild<RelayPanel*>();
    ASSERT_NE(panel, nullptr);
    EXPECT_FALSE(panel->isVisible());
    auto health = arrival();
    health.targets.push_back({TargetId::make(clock.utcNow()), wire::TargetPhase::Sending, 2'400'000, 0, ""});
    Q_EMIT relay.live().healthReceived(health);
    EXPECT_TRUE(panel->isVisible());
    EXPECT_NE(chipThatSays(*page, QStringLiteral("Primary on air")), nullptr);
    auto* recording = chipThatSays(*page, QStringLiteral("Recording paused"));
    ASSERT_NE(recording, nullptr);
    EXPECT_EQ(recording->accessibleDescription(), QStringLiteral("The disk is full."));
    EXPECT_NE(chipThatSays(*page, QStringLiteral("2.4 Mbit/s")), nullptr);
    Q_EMIT relay.live().ended(QStringLiteral("anna"));
    EXPECT_FALSE(panel->isVisible());
}

TEST_F(Studio, AsksBeforeViewersSeeTheOtherEncoder) {
    signIn();
    Q_EMIT relay.live().healthReceived(arrival());
    auto* change = buttonNamed(*page, "Switch to the backup encoder");
    ASSERT_NE(change, nullptr);
    change->click();
    auto* dialog = page->findChild<widgets::ConfirmDialog*>();
    ASSERT_NE(dialog, nullptr);
    EXPECT_TRUE(dialog->accessibleName().contains(QStringLiteral("backup")));
    auto alone = arrival();
    alone.input->hasBackup = false;
    Q_EMIT relay.live().healthReceived(alone);
    EXPECT_FALSE(change->isVisible());
}

TEST_F(Studio, ChatIsThatOfOnesOwnChannel) {
    signIn();
    wire::ChatMessage message;
    message.id = MessageId::make(clock.utcNow());
    message.channel = "another";
    message.user.name = "bertil";
    message.text = "hello";
    Q_EMIT relay.live().messageReceived(message);
    EXPECT_EQ(chat.model().rowCount(), 0);
    message.channel = "anna";
    Q_EMIT relay.live().messageReceived(message);
    EXPECT_EQ(chat.model().rowCount(), 1);
}

TEST_F(Studio, OnAirStateCarriesTimeAndViewers) {
    signIn();
    QSignalSpy told(page.get(), &StudioPage::onAirChanged);
    broadcast.goLive();
    destinations.answerWithOne();
    engine.live.timeOnAir = std::chrono::seconds{62};
    engine.become(DestinationState::Live);
    ASSERT_TRUE(QTest::qWaitFor([this] { return broadcast.phase() == Phase::OnAir; }, 2000));
    Q_EMIT relay.live().viewersChanged(QStringLiteral("anna"), 7);
    const auto state = told.back().front().value<models::OnAirState>();
    EXPECT_TRUE(state.onAir);
    EXPECT_EQ(state.timeOnAir.count(), 62);
    EXPECT_EQ(state.viewers, 7);
}

TEST_F(Studio, LevelsOfTheEnginesThreadMoveTheMeters) {
    const std::vector<capture::MeterLevel> levels{{{4}, -6.0F, -12.0F}};
    std::thread engineThread([&] { engine.meterListener(levels); });
    engineThread.join();
    const auto meters = page->findChildren<widgets::LevelMeter*>();
    ASSERT_EQ(meters.size(), 2);
    EXPECT_TRUE(QTest::qWaitFor([&meters] { return meters[1]->heldPeakDb() > -7.0F; }, 2000));
}

TEST_F(Studio, MuteReachesTheEngine) {
    for (auto* tool : page->findChildren<QToolButton*>()) {
        if (tool->accessibleName() == QStringLiteral("Mute Microphone")) {
            QTest::mouseClick(tool, Qt::LeftButton);
            break;
        }
    }
    EXPECT_TRUE(engine.find({4}).muted);
}

TEST_F(Studio, PreviewIsAttachedOnlyWhileItCanBeSeen) {
    ASSERT_TRUE(QTest::qWaitFor([this] { return engine.attached == 1; }, 2000));
    page->hide();
    EXPECT_EQ(engine.attached, 0);
}

}  // namespace
}  // namespace footlight::studio
