#include "app/desktop/headless_demo.h"

namespace footlight::desktop {
namespace {

constexpr std::chrono::seconds kFirstPictureWithin{40};
/// Of a broadcast that runs for so long, the time until the first picture is the joining alone.
constexpr std::chrono::seconds kJoinAfter{3};

}  // namespace

HeadlessDemo::HeadlessDemo(AppContext& context, Demo options, Logger logger)
    : context_(context),
      options_(std::move(options)),
      logger_(std::move(logger)),
      reporter_(options_.run, [this] { return sample(); }) {
    player_.setVideoSink(&sink_);
    connect(&player_, &playback::Player::stateChanged, this, &HeadlessDemo::stateChanged);
    connect(&reporter_, &Reporter::timeIsOver, this, &HeadlessDemo::stop);
    connect(&context_.link, &RelayLink::failed, this, [this](const QString& message) { failWith(message); });
    patience_.setSingleShot(true);
    connect(&patience_, &QTimer::timeout, this, [this] {
        const QString why = player_.message().isEmpty() ? context_.client.message() : player_.message();
        failWith(tr("No picture came within %1 s. %2").arg(kFirstPictureWithin.count()).arg(why));
    });
}

void HeadlessDemo::start() {
    auto engine = makeEngineWith(Picture::TestPattern, context_.settings, logger_.child("studio"));
    if (!engine) {
        failWith(QString::fromStdString(engine.error().message()));
        return;
    }
    context_.useBundledRelay();
    context_.destination.setTitle(options_.title.empty() ? tr("Demo")
                                                         : QString::fromStdString(options_.title));
    broadcast_ = std::make_unique<Broadcast>(std::move(*engine), context_.destination,
                                             encoderSettings(context_.settings));
    wire();
    patience_.start(kFirstPictureWithin);
}

void HeadlessDemo::wire() {
    connect(&context_.client.live(), &client::LiveSocket::clockOffsetChanged, this,
            [this](std::chrono::milliseconds offset) { broadcast_->engine().setClockOffset(offset); });
    connect(&context_.client.api(), &client::RelayApi::signedIn, this, &HeadlessDemo::waitForBroadcast);
    connect(&sink_, &QVideoSink::videoFrameChanged, this, &HeadlessDemo::pictureShown);
    connect(broadcast_.get(), &Broadcast::onAir, this, [] { say(tr("On air with the test pattern.")); });
    connect(broadcast_.get(), &Broadcast::failed, this, [this](const QString& message) {
        reporter_.end();
        failWith(message);
    });
}

void HeadlessDemo::waitForBroadcast() {
    if (isOver() || step_ != Step::SigningIn || !context_.client.relay()) {
        return;
    }
    const QString channel = QString::fromStdString(context_.client.api().session()->channel);
    step_ = Step::Waiting;
    url_ = playbackUrl(*context_.client.relay(), channel);
    context_.client.live().join(channel, true);
    player_.open(url_);
}

void HeadlessDemo::goLive() {
    step_ = Step::GoingLive;
    sinceGoLive_.start();
    broadcast_->start();
}

void HeadlessDemo::pictureShown() {
    if (step_ == Step::GoingLive) {
        step_ = Step::Seen;
        goLiveMs_ = static_cast<double>(sinceGoLive_.nsecsElapsed()) / 1e6;
        QTimer::singleShot(kJoinAfter, this, &HeadlessDemo::joinAgain);
    }
}

void HeadlessDemo::joinAgain() {
    if (!isOver()) {
        step_ = Step::Joined;
        player_.close();
        player_.open(url_);
    }
}

void HeadlessDemo::stateChanged(playback::Player::State state) {
    if (state == playback::Player::State::Waiting && step_ == Step::Waiting) {
        goLive();
    } else if (state == playback::Player::State::Playing && step_ == Step::Joined) {
        patience_.stop();
        reporter_.begin();
    } else if (state == playback::Player::State::Failed) {
        reporter_.end();
        failWith(player_.message());
    }
}

Sample HeadlessDemo::sample() const {
    Sample seen = sampleOf(player_.statistics());
    const Sample sent = broadcast_->sample();
    seen.roundTripMs = sent.roundTripMs;
    seen.state = sent.state;
    seen.goLiveMs = goLiveMs_;
    return seen;
}

void HeadlessDemo::stop() {
    if (isOver()) {
        return;
    }
    patience_.stop();
    reporter_.end();
    player_.close();
    if (broadcast_) {
        broadcast_->stop();
    }
    context_.link.stop();
    succeed();
}

}  // namespace footlight::desktop
