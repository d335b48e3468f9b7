// The way to the relay breaks while we are live: what viewers missed is put back from our own local copy.
#include <QListView>
#include <QPushButton>
#include <QVideoFrame>
#include <QVideoSink>
#include <iostream>
#include <set>

#include "app/desktop/broadcast.h"
#include "core/media/types/time_strip.h"
#include "tests/e2e/app/app_on_a_relay.h"
#include "tests/e2e/app/way_to_the_relay.h"
#include "ui/models/recording_list_model.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/video_view.h"

namespace footlight::tests {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kSpan{500};
/// Between two key frames of ours.
constexpr milliseconds kKeyFrames{2000};

/// Our channel's own address and key, by a way that can be cut.
class ThroughTheWay final : public studio::DestinationProvider {
public:
    ThroughTheWay(studio::DestinationProvider& channel, quint16 port) : channel_(channel), port_(port) {}

    [[nodiscard]] std::vector<std::string> names() const override { return channel_.names(); }
    void fetch(std::function<void(Result<std::vector<capture::Destination>>)> callback) override {
        channel_.fetch([this, callback = std::move(callback)](auto destinations) {
            if (destinations) {
                for (auto& each : *destinations) {
                    each.host = "127.0.0.1";
                    each.port = port_;
                }
            }
            callback(std::move(destinations));
        });
    }

private:
    studio::DestinationProvider& channel_;
    quint16 port_;
};

quint16 portOf(const std::string& address) {
    return static_cast<quint16>(std::stoi(address.substr(address.rfind(':') + 1)));
}

class FillingAHole : public AppOnARelay {
protected:
    FillingAHole() : way_(portOf(relay_.rtmpAddress())), destinations_(context_.destination, way_.port()) {
        auto& settings = context_.settings;
        settings.setValue(models::keys::kLocalCopy, true);
        settings.setValue(models::keys::kLocalCopyFolder, QString::fromStdString((films_ / "own").string()));
        settings.setValue(models::keys::kWidth, 640);
        settings.setValue(models::keys::kHeight, 360);
        settings.setValue(models::keys::kVideoKbps, 800);
    }

    Result<std::unique_ptr<capture::StudioEngine>> makeEngine() override {
        return desktop::makeEngine(context_.settings, Logger::toStandardError(LogLevel::Error));
    }
    studio::DestinationProvider& destinations() override { return destinations_; }

    /// Nothing while the page lists none.
    const wire::Recording* recording() {
        auto* list = named<QListView>("Recordings");
        return list == nullptr ? nullptr : qobject_cast<models::RecordingListModel*>(list->model())->at(0);
    }
    bool recordedAtLeast(double seconds) {
        return eventually([&] {
            return recording() != nullptr && static_cast<double>(recording()->durationMs) >= seconds * 1000;
        });
    }
    void endTheBroadcast() {
        open("Studio");
        ASSERT_TRUE(press("End broadcast"));
        auto* question = window().findChild<widgets::ConfirmDialog*>();
        ASSERT_NE(question, nullptr);
        ASSERT_TRUE(press("End broadcast", question));
    }
    QPushButton* fillButton() {
        for (auto* button : window().findChildren<QPushButton*>()) {
            if (button->isVisible() && button->text() == QStringLiteral("Fill from my local copy")) {
                return button;
            }
        }
        return nullptr;
    }
    /// Plays the recording from a little before the hole, and notes in which spans of it there were pictures
    /// that were captured then, as their time strip says.
    std::set<long> spansSeen(const wire::RecordingHole& hole, double startsAt) {
        std::set<long> seen;
        auto* view = window().findChild<widgets::VideoView*>();
        const auto look = connectTo(view, hole, seen);
        EXPECT_TRUE(press("Play"));
        EXPECT_TRUE(
            eventually([this] { return app_->player().state() == playback::Player::State::Playing; }));
        app_->watch().seek(startsAt);
        const long last = static_cast<long>(hole.durationMs / kSpan.count()) - 1;
        const auto isOver = [&] {
            return seen.contains(last) || app_->player().state() == playback::Player::State::Ended;
        };
        EXPECT_TRUE(eventually(isOver)) << app_->player().message().toStdString();
        QObject::disconnect(look);
        return seen;
    }
    static QMetaObject::Connection connectTo(widgets::VideoView* view, const wire::RecordingHole& hole,
                                             std::set<long>& seen) {
        return QObject::connect(view->sink(), &QVideoSink::videoFrameChanged, view, [&](QVideoFrame frame) {
            if (!frame.map(QVideoFrame::ReadOnly)) {
                return;
            }
            const auto at =
                media::time_strip::read(frame.bits(0), frame.bytesPerLine(0), frame.width(), frame.height());
            frame.unmap();
            if (at && *at >= hole.at && *at < hole.at + milliseconds(hole.durationMs)) {
                seen.insert((*at - hole.at) / kSpan);
            }
        });
    }

    TempDir films_;
    WayToTheRelay way_;
    ThroughTheWay destinations_;
};

}  // namespace

TEST_F(FillingAHole, PutsThePicturesBackThatTheNetworkLost) {
    open("Studio");
    ASSERT_TRUE(press("Go live"));
    open("Recordings");
    ASSERT_TRUE(recordedAtLeast(5)) << relay_.output();
    way_.cut();
    ASSERT_TRUE(viewersSeeTheSlate()) << relay_.output();
    way_.mend();
    const double before = static_cast<double>(recording()->durationMs) / 1000;
    ASSERT_TRUE(recordedAtLeast(before + 5)) << "it goes on in the same recording\n" << relay_.output();
    endTheBroadcast();
    open("Recordings");
    ASSERT_TRUE(eventually([this] {
        return recording() != nullptr && recording()->phase == wire::RecordingPhase::Finished;
    })) << relay_.output();
    ASSERT_EQ(recording()->holes, 1) << relay_.output();
    ASSERT_TRUE(eventually([this] { return fillButton() != nullptr; })) << "the local copy has it";
    std::optional<wire::RecordingHole> hole;
    client::RecordingApi api(context_.client.api());
    api.fetchHoles(recording()->id, {&api, [&](const auto& holes) { hole = holes ? holes->front() : hole; }});
    ASSERT_TRUE(eventually([&] { return hole.has_value(); }));
    EXPECT_GT(hole->durationMs, 1000);
    const auto lacking = recording()->durationMs;
    const auto url = recording()->playback;

    QTest::mouseClick(fillButton(), Qt::LeftButton);
    const auto filled = [&] { return recording()->durationMs - lacking; };
    ASSERT_TRUE(eventually([&] { return filled() >= hole->durationMs - kKeyFrames.count() - 200; }))
        << "all but what precedes its first key frame: " << filled() << " of " << hole->durationMs << " ms\n"
        << relay_.output();
    EXPECT_LE(filled(), hole->durationMs + 500);
    EXPECT_TRUE(eventually([this] { return fillButton() == nullptr; })) << "there is nothing left to fill";
    std::cout << "filled " << filled() << " of " << hole->durationMs << " ms\n";
    const auto decoded = run({"ffmpeg", "-nostdin", "-v", "error", "-xerror", "-i", url, "-f", "null", "-"});
    EXPECT_EQ(decoded.output, "");
    const double startsAt = static_cast<double>((hole->at - recording()->startedAt).count()) / 1000 - 2;
    const auto seen = spansSeen(*hole, std::max(startsAt, 0.0));
    // A machine under load does not show every picture; of each second it shows some.
    const auto spans = static_cast<std::size_t>((hole->durationMs - kKeyFrames.count()) / kSpan.count());
    EXPECT_GE(seen.size(), spans / 2) << "pictures that were captured while the way was cut";
}

}  // namespace footlight::tests
