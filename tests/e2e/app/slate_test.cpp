// The encoder is killed, viewers see the slate, and the encoder comes back with another picture: a viewer's
// player goes through both discontinuities, with another resolution and other codec parameters behind each.
#include <QVideoFrame>
#include <QVideoSink>
#include <algorithm>
#include <csignal>
#include <iostream>
#include <vector>

#include "tests/e2e/app/app_on_a_relay.h"
#include "tests/e2e/app/sound_listener.h"
#include "ui/widgets/video_view.h"

namespace footlight::tests {
namespace {

using std::chrono::steady_clock;

/// What a machine under load may need in place of what a person would bear.
constexpr std::chrono::seconds kLongestPause{5};
/// Half as loud as the tone of ffmpeg's sine, which is an eighth of full scale.
constexpr double kTone = 0.03;

class ThroughASlate : public AppOnARelay {
protected:
    using State = playback::Player::State;

    void SetUp() override {
        AppOnARelay::SetUp();
        auto* view = window().findChild<widgets::VideoView*>();
        QObject::connect(view->sink(), &QVideoSink::videoFrameChanged, view,
                         [this](const QVideoFrame& frame) { seen(frame); });
    }
    void publish(const std::string& size, int keyFrameInterval, bool hasBFrames, int sampleRate = 48'000) {
        Encoding encoding;
        encoding.size = size;
        encoding.keyFrameInterval = keyFrameInterval;
        encoding.hasBFrames = hasBFrames;
        encoding.sampleRate = sampleRate;
        encoder_.reset();
        encoder_ = std::make_unique<Process>(ffmpegEncoder(relay_.rtmpUrl(key()), encoding));
    }
    /// Pictures of that size come, and as many of them as a second has.
    bool shows(QSize size) {
        sizes_.clear();
        return eventually([&] { return std::count(sizes_.begin(), sizes_.end(), size) >= 30; });
    }
    void seen(const QVideoFrame& frame) {
        if (!frame.isValid()) {
            return;
        }
        const auto now = steady_clock::now();
        if (last_ && now - *last_ > longestPause_) {
            longestPause_ = now - *last_;
        }
        last_ = now;
        sizes_.push_back(frame.size());
    }
    [[nodiscard]] double pauseMs() const {
        return std::chrono::duration<double, std::milli>(longestPause_).count();
    }

    std::vector<QSize> sizes_;
    std::optional<steady_clock::time_point> last_;
    steady_clock::duration longestPause_{};
};

}  // namespace

TEST_F(ThroughASlate, PicturesGoOnWhenTheEncoderIsKilledAndComesBackWithAnotherSize) {
    publish("640x360", 60, false);
    ASSERT_TRUE(waitUntilPlayable(relay_, channel().toStdString())) << encoder_->output() << relay_.output();
    open("Watch");
    app_->watch().openChannel(channel());
    ASSERT_TRUE(shows(QSize(640, 360))) << app_->player().message().toStdString();
    last_.reset();
    longestPause_ = {};

    encoder_->signal(SIGKILL);
    encoder_->waitForExit();
    ASSERT_TRUE(viewersSeeTheSlate()) << relay_.output();
    sizes_.clear();
    EXPECT_TRUE(eventually([&] { return sizes_.size() >= 30; })) << "the slate moves on";

    publish("426x240", 30, true);
    ASSERT_TRUE(shows(QSize(426, 240)))
        << app_->player().message().toStdString() << encoder_->output() << relay_.output();
    EXPECT_EQ(app_->player().state(), State::Playing);
    publish("854x480", 90, false);
    ASSERT_TRUE(shows(QSize(854, 480)))
        << app_->player().message().toStdString() << encoder_->output() << relay_.output();
    EXPECT_LT(longestPause_, kLongestPause);
    std::cout << "longest time without a new picture " << pauseMs() << " ms, "
              << app_->player().statistics().stalls << " stalls, "
              << app_->player().statistics().droppedFrames << " pictures dropped\n";
}

TEST_F(ThroughASlate, SoundGoesOnWhenTheEncoderIsKilledAndComesBackWithAnotherSampleRate) {
    publish("640x360", 60, false);
    ASSERT_TRUE(waitUntilPlayable(relay_, channel().toStdString())) << encoder_->output() << relay_.output();
    const SoundListener ear(QUrl(QString::fromStdString(relay_.playlistUrl(channel().toStdString()))));
    const auto hearsTheTone = [&] { return ear.loudness().value_or(0) > kTone; };
    const auto hearsSilence = [&] { return ear.loudness().value_or(1) < kTone / 10; };
    ASSERT_TRUE(eventually(hearsTheTone));
    const auto before = ear.missing();
    encoder_->signal(SIGKILL);
    encoder_->waitForExit();
    ASSERT_TRUE(eventually(hearsSilence)) << "the slate's own";
    publish("426x240", 30, true, 44'100);
    ASSERT_TRUE(eventually(hearsTheTone)) << encoder_->output() << relay_.output();
    std::cout << "sound was missing for " << (ear.missing() - before).count() << " ms\n";
    EXPECT_LT(ear.missing() - before, 2 * kLongestPause);
}

}  // namespace footlight::tests
