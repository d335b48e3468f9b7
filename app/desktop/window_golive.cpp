#include "app/desktop/window_golive.h"

#include "app/desktop/golive_destination.h"
#include "app/desktop/screenshots.h"
#include "ui/shell/main_window.h"

namespace footlight::desktop {
namespace {

constexpr std::chrono::seconds kPictureAfter{3};

}  // namespace

WindowGoLive::WindowGoLive(AppContext& context, GoLive options, Logger logger)
    : WindowVerb(context, {}, std::move(logger)),
      options_(std::move(options)),
      reporter_(options_.run, [this] { return sampleOf(app().studio()->broadcast().statistics()); }) {
    connect(&reporter_, &Reporter::timeIsOver, this, &WindowGoLive::stop);
}

void WindowGoLive::start() {
    auto fixed = fixedDestination(options_);
    if (!fixed) {
        failWith(QString::fromStdString(fixed.error().message()));
        return;
    }
    fixed_ = std::move(*fixed);
    auto& opened = open(destinations(), options_.testPattern ? FirstScene::TestPattern : FirstScene::Default);
    opened.window().showPage(QStringLiteral("studio"));
    if (const auto chosen = context().useRelay(QString::fromStdString(options_.relay)); !chosen && !fixed_) {
        failWith(QString::fromStdString(chosen.error().message()));
        return;
    }
    if (opened.studio() == nullptr) {
        failWith(tr("The Studio cannot start; its page says why."));
        return;
    }
    auto& broadcast = opened.studio()->broadcast();
    connect(&broadcast, &studio::BroadcastController::failed, this, [this](const QString& message) {
        reporter_.end();
        failWith(message);
    });
    connect(&broadcast, &studio::BroadcastController::phaseChanged, this,
            [this](studio::BroadcastController::Phase phase) {
                if (phase == studio::BroadcastController::Phase::OnAir) {
                    onAir();
                }
            });
    context().destination.setTitle(QString::fromStdString(options_.title));
    broadcast.goLive();
}

studio::DestinationProvider& WindowGoLive::destinations() {
    if (fixed_) {
        return *fixed_;
    }
    return context().destination;
}

void WindowGoLive::onAir() {
    if (reporter_.hasBegun()) {
        return;
    }
    reporter_.begin();
    if (!options_.screenshots.empty()) {
        QTimer::singleShot(kPictureAfter, this, [this] {
            if (const auto saved =
                    saveScreen(QString::fromStdString(options_.screenshots), QStringLiteral("studio"));
                !saved) {
                say(QString::fromStdString(saved.error().message()));
            }
        });
    }
}

void WindowGoLive::sumUp() {
    reporter_.end();
    succeed();
}

}  // namespace footlight::desktop
