// What was kept of a broadcast, as its owner finds it: it appears, plays, is downloaded, is deleted and
// undone.
#include <QCheckBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTimeEdit>
#include <cmath>
#include <filesystem>
#include <iostream>

#include "tests/e2e/app/app_on_a_relay.h"
#include "ui/models/recording_list_model.h"
#include "ui/recordings/cut_dialog.h"

namespace footlight::tests {
namespace {

using std::chrono::steady_clock;

/// A machine may be this much slower than the one on which a person would wait.
constexpr int kSlack = 8;

class TheRecordingsPage : public AppOnARelay {
protected:
    /// A broadcast of at least `seconds` is over, and its recording chosen on the page.
    void record(double seconds) {
        publish();
        open("Recordings");
        ASSERT_TRUE(eventually([&] { return list() != nullptr && recordingAt(0) != nullptr; }))
            << "it appears while it runs\n"
            << relay_.output();
        EXPECT_EQ(recordingAt(0)->phase, wire::RecordingPhase::Writing);
        ASSERT_TRUE(eventually([&] {
            return static_cast<double>(recordingAt(0)->durationMs) >= seconds * 1000;
        })) << recordingAt(0)->durationMs;
        finish();
        ASSERT_TRUE(eventually([&] { return recordingAt(0)->phase == wire::RecordingPhase::Finished; }))
            << relay_.output();
    }
    QListView* list() { return named<QListView>("Recordings"); }
    const wire::Recording* recordingAt(int row) {
        return qobject_cast<models::RecordingListModel*>(list()->model())->at(row);
    }
    /// Through the dialog of Footlight and that of the system, as a person would.
    void download(const std::string& file, const std::optional<std::pair<int, int>>& cut = std::nullopt) {
        ASSERT_TRUE(press("Download as MP4"));
        auto* dialog = window().findChild<recordings::CutDialog*>();
        ASSERT_NE(dialog, nullptr);
        if (cut) {
            QTest::mouseClick(dialog->findChild<QCheckBox*>(), Qt::LeftButton, {}, QPoint(8, 8));
            const auto fields = dialog->findChildren<QTimeEdit*>();
            ASSERT_EQ(fields.size(), 2);
            ASSERT_TRUE(fields[0]->isEnabled());
            fields[0]->setTime(QTime(0, 0, cut->first));
            fields[1]->setTime(QTime(0, 0, cut->second));
        }
        ASSERT_TRUE(press("Download"));
        QFileDialog* where = nullptr;
        ASSERT_TRUE(eventually([&] {
            where = window().findChild<QFileDialog*>();
            return where != nullptr && where->isVisible();
        }));
        where->selectFile(QString::fromStdString(file));
        auto* name = where->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
        ASSERT_NE(name, nullptr);
        QTest::keyClick(name, Qt::Key_Return);
        ASSERT_TRUE(eventually([&] { return std::filesystem::exists(file); })) << file;
        ASSERT_TRUE(eventually([&] {
            auto* again = named<QPushButton>("Download as MP4");
            return again != nullptr && again->isEnabled();
        }));
    }
};

double durationOf(const std::string& file) {
    const auto probed =
        run({"ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", file});
    return std::strtod(probed.output.c_str(), nullptr);
}

void expectPicturesAndSound(const std::string& file) {
    const auto streams =
        run({"ffprobe", "-v", "error", "-show_entries", "stream=codec_name", "-of", "csv=p=0", file}).output;
    EXPECT_NE(streams.find("h264"), std::string::npos) << streams;
    EXPECT_NE(streams.find("aac"), std::string::npos) << streams;
    const auto decoded = run({"ffmpeg", "-nostdin", "-v", "error", "-xerror", "-i", file, "-f", "null", "-"});
    EXPECT_EQ(decoded.exitCode, 0) << decoded.output;
    EXPECT_EQ(decoded.output, "");
}

double secondsSince(steady_clock::time_point then) {
    return std::chrono::duration<double>(steady_clock::now() - then).count();
}

}  // namespace

TEST_F(TheRecordingsPage, PlaysABroadcastThatIsOverFromItsStartAndGoesAnywhereInIt) {
    record(16);
    const double length = static_cast<double>(recordingAt(0)->durationMs) / 1000;
    auto asked = steady_clock::now();
    ASSERT_TRUE(press("Play"));
    ASSERT_TRUE(eventually([&] { return pictureTime() >= 0; })) << app_->player().message().toStdString();
    const double start = secondsSince(asked);
    EXPECT_LT(pictureTime(), 3);
    EXPECT_LT(start, 0.5 * kSlack);
    ASSERT_TRUE(eventually([&] { return app_->player().state() == playback::Player::State::Playing; }));
    ASSERT_TRUE(eventually([&] { return app_->player().statistics().listedSeconds > length - 1; }));

    double slowest = 0;
    for (const double place : {0.75, 0.1, 0.5}) {
        asked = steady_clock::now();
        app_->watch().seek(place * length);
        ASSERT_TRUE(eventually([&] { return std::abs(pictureTime() - place * length) < 2; }))
            << pictureTime() << " of " << place * length;
        slowest = std::max(slowest, secondsSince(asked));
    }
    EXPECT_LT(slowest, 1.0 * kSlack);
    std::cout << "first picture after " << start * 1000 << " ms, slowest seek " << slowest * 1000 << " ms\n";
    EXPECT_TRUE(eventually([&] { return app_->player().state() == playback::Player::State::Ended; }));
}

TEST_F(TheRecordingsPage, DownloadsItWholeAndInPartAsAnMp4) {
    record(10);
    const double length = static_cast<double>(recordingAt(0)->durationMs) / 1000;
    TempDir folder;
    const auto whole = (folder / "whole.mp4").string();
    download(whole);
    EXPECT_NEAR(durationOf(whole), length, 0.5);
    expectPicturesAndSound(whole);
    const auto part = (folder / "part.mp4").string();
    download(part, std::pair{3, 7});
    EXPECT_NEAR(durationOf(part), 5, 0.5) << "from the key frame before";
    expectPicturesAndSound(part);
}

TEST_F(TheRecordingsPage, DeletesItAndBringsItBack) {
    record(4);
    const std::string playlist = recordingAt(0)->playback;
    ASSERT_TRUE(press("Delete the recording"));
    ASSERT_TRUE(eventually([&] { return list() == nullptr; })) << "the empty page says what will be here";
    QPushButton* undo = nullptr;
    for (auto* button : window().findChildren<QPushButton*>()) {
        undo = button->isVisible() && button->text() == QStringLiteral("Undo") ? button : undo;
    }
    ASSERT_NE(undo, nullptr);
    QTest::mouseClick(undo, Qt::LeftButton);
    ASSERT_TRUE(eventually([&] { return list() != nullptr && recordingAt(0) != nullptr; }));
    EXPECT_EQ(fetch(playlist).status, 200) << "nothing was deleted";

    ASSERT_TRUE(press("Delete the recording"));
    open("Watch");  // who leaves the page has seen the offer
    EXPECT_TRUE(eventually([&] { return std::filesystem::is_empty(relay_.dataFolder() + "/recordings"); }))
        << "its files are gone\n"
        << relay_.output();
    EXPECT_EQ(fetch(playlist).status, 404);
    open("Recordings");
    EXPECT_EQ(list(), nullptr);
}

}  // namespace footlight::tests
