#include <gtest/gtest.h>

#include <QCheckBox>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeEdit>

#include "core/client/relay_client.h"
#include "core/wire/json.h"
#include "tests/core/client/fake_hub.h"
#include "tests/ui/support/controls.h"
#include "ui/recordings/cut_dialog.h"
#include "ui/recordings/recordings_controller.h"
#include "ui/recordings/recordings_page.h"
#include "ui/widgets/undo_bar.h"

namespace footlight::recordings {
namespace {

using tests::eventually;

const UtcTime kSomeTime = utcFromMilliseconds(1'795'252'800'000);

/// Has what a test says, and gives out a file of it.
class FakeCopies final : public LocalCopies {
public:
    [[nodiscard]] bool covers(const wire::RecordingHole&) const override { return has; }
    void cut(const wire::RecordingHole&, std::function<void(Result<QString>)> callback) override {
        const QString path = folder.filePath(QStringLiteral("cut.flv"));
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("FLV and what follows");
        file.close();
        QTimer::singleShot(0, qApp, [callback = std::move(callback), path] { callback(path); });
    }

    bool has = true;
    QTemporaryDir folder;
};

class ARecordingsPage : public testing::Test {
protected:
    ARecordingsPage() {
        first.id = BroadcastId::make(kSomeTime);
        first.channel = "anna";
        first.title = "Late night";
        first.startedAt = kSomeTime;
        first.phase = wire::RecordingPhase::Finished;
        first.durationMs = 3'723'000;
        first.bytes = 1'400'000'000;
        first.holes = 1;
        first.playback = "http://relay.example/vod/1/index.m3u8";
        first.download = hub.address().toString().toStdString() + "/api/v1/download.mp4";
        second = first;
        second.id = BroadcastId::make(kSomeTime);
        second.title = "Morning";
        second.holes = 0;
        hub.answer("GET /recordings/" + first.id.text() + "/holes",
                   {200, wire::toJson(wire::HoleList{{{kSomeTime, 4200}}})});
        answerWith({first, second});
        relay.api().setAddress(hub.address());
        wire::Session session;
        session.channel = "anna";
        Q_EMIT relay.api().signedIn(session);
        page.resize(1200, 664);
        page.show();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&page));
        EXPECT_TRUE(eventually([this] { return controller.recordings().rowCount() == 2; }));
    }

    void answerWith(const std::vector<wire::Recording>& recordings) {
        hub.answer("GET /channels/anna/recordings?limit=100",
                   {200, wire::toJson(wire::RecordingPage{recordings, std::nullopt})});
    }
    template <typename Control>
    Control* named(const QString& name) {
        for (auto* control : page.findChildren<Control*>()) {
            if (control->accessibleName() == name) {
                return control;
            }
        }
        return nullptr;
    }
    long asked(const std::string& method, const std::string& target) {
        return std::count_if(hub.requests().begin(), hub.requests().end(), [&](const auto& each) {
            return each.method == method && each.target == "/api/v1" + target;
        });
    }
    QPushButton* fillButton() {
        for (auto* button : page.findChildren<QPushButton*>()) {
            if (button->text() == QStringLiteral("Fill from my local copy") && button->isVisible()) {
                return button;
            }
        }
        return nullptr;
    }

    tests::FakeHub hub;
    SystemClock clock;
    client::RelayClient relay{clock};
    FakeCopies copies;
    wire::Recording first;
    wire::Recording second;
    RecordingsController controller{relay, copies};
    RecordingsPage page{controller};
};

TEST_F(ARecordingsPage, ShowsTheNewestFirstAndPlaysIt) {
    QSignalSpy played(&page, &RecordingsPage::playAsked);
    named<QPushButton>(QStringLiteral("Play"))->click();
    ASSERT_EQ(played.size(), 1);
    EXPECT_EQ(played.front()[0].toString(), QStringLiteral("http://relay.example/vod/1/index.m3u8"));
    EXPECT_EQ(played.front()[1].toString(), QStringLiteral("Late night"));
}

TEST_F(ARecordingsPage, RenamesWhereTheTitleStands) {
    auto renamed = first;
    renamed.title = "Later night";
    hub.answer("PATCH /recordings/" + first.id.text(), {200, wire::toJson(renamed)});
    auto* title = named<QLineEdit>(QStringLiteral("Title"));
    title->setFocus();
    title->selectAll();
    QTest::keyClicks(title, QStringLiteral("Later night"));
    QTest::keyClick(title, Qt::Key_Return);
    ASSERT_TRUE(eventually([this] { return controller.recordings().at(0)->title == "Later night"; }));
    EXPECT_EQ(controller.recordings().index(0).data().toString(), QStringLiteral("Later night"));
}

TEST_F(ARecordingsPage, DeletesWithAnUndoAndAsksTheRelayOnlyWhenThatHasPassed) {
    hub.answer("DELETE /recordings/" + first.id.text(), {204, ""});
    auto* undo = page.findChild<widgets::UndoBar*>();
    named<QPushButton>(QStringLiteral("Delete the recording"))->click();
    ASSERT_TRUE(undo->isVisible());
    EXPECT_TRUE(undo->undoButton()->accessibleName().contains(QStringLiteral("Late night")));
    EXPECT_EQ(controller.recordings().at(0)->title, "Morning");
    controller.refresh();
    ASSERT_TRUE(eventually([this] { return asked("GET", "/channels/anna/recordings?limit=100") > 1; }));
    EXPECT_EQ(controller.recordings().rowCount(), 1) << "the relay still lists it";
    undo->undoButton()->click();
    EXPECT_EQ(controller.recordings().at(0)->title, "Late night");
    EXPECT_EQ(asked("DELETE", "/recordings/" + first.id.text()), 0);

    named<QListView>(QStringLiteral("Recordings"))->setCurrentIndex(controller.recordings().index(0));
    named<QPushButton>(QStringLiteral("Delete the recording"))->click();
    undo->pass();
    EXPECT_TRUE(eventually([this] { return asked("DELETE", "/recordings/" + first.id.text()) == 1; }));
    EXPECT_EQ(controller.recordings().rowCount(), 1);
}

TEST_F(ARecordingsPage, BringsBackWhatTheRelayDidNotDelete) {
    QSignalSpy failed(&controller, &RecordingsController::failed);
    named<QPushButton>(QStringLiteral("Delete the recording"))->click();
    hub.answer("DELETE /recordings/" + first.id.text(), {503, ""});
    page.findChild<widgets::UndoBar*>()->pass();
    EXPECT_TRUE(eventually([this] { return controller.recordings().rowCount() == 2; }));
    EXPECT_EQ(failed.size(), 1);
}

TEST_F(ARecordingsPage, DeletesWhatWaitsWhenThePageIsLeft) {
    hub.answer("DELETE /recordings/" + first.id.text(), {204, ""});
    named<QPushButton>(QStringLiteral("Delete the recording"))->click();
    page.hide();
    EXPECT_TRUE(eventually([this] { return asked("DELETE", "/recordings/" + first.id.text()) == 1; }));
}

TEST_F(ARecordingsPage, DownloadsThePartThatWasAskedFor) {
    hub.answer("GET /download.mp4?from=10&to=20", {200, std::string(50'000, 'm')});
    QSignalSpy ended(&controller, &RecordingsController::transferEnded);
    const QString path = copies.folder.filePath(QStringLiteral("show.mp4"));
    controller.download(first.id, path, std::pair{qint64{10}, qint64{20}});
    EXPECT_TRUE(controller.isTransferring());
    ASSERT_TRUE(eventually([&] { return !ended.isEmpty(); }));
    EXPECT_EQ(ended.front().front().toString(), QString());
    EXPECT_EQ(QFile(path).size(), 50'000);
    EXPECT_FALSE(controller.isTransferring());
}

TEST_F(ARecordingsPage, LeavesNothingOfACancelledDownload) {
    QSignalSpy ended(&controller, &RecordingsController::transferEnded);
    const QString path = copies.folder.filePath(QStringLiteral("show.mp4"));
    controller.download(first.id, path, std::nullopt);
    controller.cancelTransfer();
    ASSERT_EQ(ended.size(), 1);
    EXPECT_FALSE(QFile::exists(path));
    EXPECT_FALSE(controller.isTransferring());
}

TEST_F(ARecordingsPage, FillsAHoleFromTheLocalCopyAndDeletesTheCut) {
    const std::string ticket = hub.address().toString().toStdString() + "/api/v1/fill?token=t";
    hub.answer("POST /recordings/" + first.id.text() + "/holes/0/fill",
               {201, wire::toJson(wire::FillTicket{ticket, kSomeTime})});
    hub.answer("POST /fill?token=t", {204, ""});
    ASSERT_TRUE(eventually([this] { return fillButton() != nullptr; }));
    QSignalSpy ended(&controller, &RecordingsController::transferEnded);
    fillButton()->click();
    ASSERT_TRUE(eventually([&] { return !ended.isEmpty(); }));
    EXPECT_EQ(ended.front().front().toString(), QString());
    const auto sent = std::find_if(hub.requests().begin(), hub.requests().end(), [](const auto& request) {
        return request.target == "/api/v1/fill?token=t";
    });
    ASSERT_NE(sent, hub.requests().end());
    EXPECT_EQ(sent->body, "FLV and what follows");
    EXPECT_FALSE(QFile::exists(copies.folder.filePath(QStringLiteral("cut.flv"))));
}

TEST_F(ARecordingsPage, OffersNoFillWithoutALocalCopy) {
    ASSERT_TRUE(eventually([this] { return fillButton() != nullptr; }));
    copies.has = false;
    auto other = first;
    other.holes = 2;
    answerWith({other, second});
    hub.answer("GET /recordings/" + first.id.text() + "/holes",
               {200, wire::toJson(wire::HoleList{{{kSomeTime, 4200}, {kSomeTime, 100}}})});
    controller.refresh();
    EXPECT_TRUE(eventually([this] { return fillButton() == nullptr; }));
}

TEST_F(ARecordingsPage, TabReachesEveryControlAndEachHasAName) {
    const auto reached = ui_tests::reachedByTab(page);
    for (QWidget* control : ui_tests::controlsOf(page)) {
        EXPECT_TRUE(reached.contains(control)) << ui_tests::nameOf(*control);
        EXPECT_FALSE(control->accessibleName().isEmpty()) << ui_tests::nameOf(*control);
    }
}

TEST(ACutDialog, IsOfAllUntilAPartIsAskedFor) {
    CutDialog dialog(QStringLiteral("Late night"), 3'723'000);
    EXPECT_FALSE(dialog.cut().has_value());
    dialog.findChild<QCheckBox*>()->setChecked(true);
    const auto fields = dialog.findChildren<QTimeEdit*>();
    ASSERT_EQ(fields.size(), 2);
    fields[0]->setTime(QTime(0, 10));
    ASSERT_TRUE(dialog.cut().has_value());
    EXPECT_EQ(dialog.cut()->first, 600);
    EXPECT_EQ(dialog.cut()->second, 3723);
    fields[1]->setTime(QTime(0, 5));
    for (auto* button : dialog.findChildren<QPushButton*>()) {
        EXPECT_EQ(button->isEnabled(), button->accessibleName() != QStringLiteral("Download"));
    }
}

}  // namespace
}  // namespace footlight::recordings
