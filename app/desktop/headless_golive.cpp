#include "app/desktop/headless_golive.h"

#include "app/desktop/golive_destination.h"

namespace footlight::desktop {

HeadlessGoLive::HeadlessGoLive(AppContext& context, GoLive options, Logger logger)
    : context_(context), options_(std::move(options)), logger_(std::move(logger)) {}

void HeadlessGoLive::start() {
    if (auto chosen = chooseDestination(); !chosen) {
        failWith(QString::fromStdString(chosen.error().message()));
        return;
    }
    auto engine = makeEngineWith(options_.testPattern ? Picture::TestPattern : Picture::Default,
                                 context_.settings, logger_.child("studio"));
    if (!engine) {
        failWith(QString::fromStdString(engine.error().message()));
        return;
    }
    studio::DestinationProvider* destinations = &context_.destination;
    if (fixed_) {
        destinations = fixed_.get();
    }
    broadcast_ =
        std::make_unique<Broadcast>(std::move(*engine), *destinations, encoderSettings(context_.settings));
    reporter_ = std::make_unique<Reporter>(options_.run, [this] { return broadcast_->sample(); });
    connect(&context_.client.live(), &client::LiveSocket::clockOffsetChanged, this,
            [this](std::chrono::milliseconds offset) { broadcast_->engine().setClockOffset(offset); });
    connect(broadcast_.get(), &Broadcast::onAir, this, &HeadlessGoLive::onAir);
    connect(broadcast_.get(), &Broadcast::warned, this, [](const QString& message) {
        if (!message.isEmpty()) {
            say(message);
        }
    });
    connect(broadcast_.get(), &Broadcast::failed, this, [this](const QString& message) {
        reporter_->end();
        failWith(message);
    });
    connect(reporter_.get(), &Reporter::timeIsOver, this, &HeadlessGoLive::stop);
    broadcast_->start();
}

Result<> HeadlessGoLive::chooseDestination() {
    auto fixed = fixedDestination(options_);
    if (!fixed) {
        return fail(std::move(fixed.error()));
    }
    fixed_ = std::move(*fixed);
    if (fixed_) {
        return {};
    }
    context_.account.setUnattended();
    context_.destination.setTitle(QString::fromStdString(options_.title));
    connect(&context_.link, &RelayLink::failed, this, [this](const QString& message) { failWith(message); });
    return context_.useRelay(QString::fromStdString(options_.relay));
}

void HeadlessGoLive::onAir() {
    if (reporter_->hasBegun()) {
        return;
    }
    reporter_->begin();
    if (fixed_) {
        say(tr("On air at %1.").arg(QString::fromStdString(fixed_->names().front())));
    } else if (context_.client.relay() && context_.client.api().session()) {
        const QString channel = QString::fromStdString(context_.client.api().session()->channel);
        say(tr("On air. Watch at %1").arg(playbackUrl(*context_.client.relay(), channel).toString()));
    }
}

void HeadlessGoLive::stop() {
    if (isOver()) {
        return;
    }
    if (broadcast_) {
        broadcast_->stop();
        reporter_->end();
    }
    succeed();
}

}  // namespace footlight::desktop
