#include "app/desktop/window_demo.h"

#include <QScreen>
#include <algorithm>

#include "app/desktop/screenshots.h"
#include "ui/shell/main_window.h"

namespace footlight::desktop {
namespace {

constexpr std::chrono::seconds kFirstPictureWithin{60};
constexpr std::chrono::seconds kStudioShown{5};
constexpr std::chrono::seconds kWatchPictureAfter{6};

}  // namespace

WindowDemo::WindowDemo(AppContext& context, Demo options, Logger logger)
    : WindowVerb(context, {}, std::move(logger)),
      options_(std::move(options)),
      reporter_(options_.run, [this] { return sampleOf(app().player().statistics()); }) {
    connect(&reporter_, &Reporter::timeIsOver, this, &WindowDemo::stop);
    patience_.setSingleShot(true);
    connect(&patience_, &QTimer::timeout, this, [this] {
        failed(tr("No picture came within %1 s. %2")
                   .arg(kFirstPictureWithin.count())
                   .arg(app().player().message().isEmpty() ? this->context().client.message()
                                                           : app().player().message()));
    });
}

void WindowDemo::start() {
    auto& opened = open(context().destination, FirstScene::TestPattern);
    if (!options_.screenshots.empty()) {
        // Pictures of the whole screen are to show the window, not what lies around it.
        opened.window().setGeometry(opened.window().screen()->availableGeometry());
    }
    opened.window().showPage(QStringLiteral("studio"));
    if (opened.studio() == nullptr) {
        failed(tr("The Studio cannot start; its page says why."));
        return;
    }
    auto& broadcast = opened.studio()->broadcast();
    connect(&broadcast, &studio::BroadcastController::failed, this, &WindowDemo::failed);
    connect(&broadcast, &studio::BroadcastController::phaseChanged, this,
            [this](studio::BroadcastController::Phase phase) {
                if (phase == studio::BroadcastController::Phase::OnAir && !isOnAir_) {
                    onAir();
                }
            });
    connect(&opened.player(), &playback::Player::stateChanged, this, &WindowDemo::stateChanged);
    connect(&context().link, &RelayLink::failed, this, &WindowDemo::failed);
    context().useBundledRelay();
    context().destination.setTitle(options_.title.empty() ? tr("Demo")
                                                          : QString::fromStdString(options_.title));
    patience_.start(kFirstPictureWithin);
    broadcast.goLive();
}

void WindowDemo::onAir() {
    isOnAir_ = true;
    say(tr("On air with the test pattern."));
    const auto& session = context().client.api().session();
    if (session) {
        context().client.live().say(QString::fromStdString(session->channel), tr("Hello from the demo"));
    }
    QTimer::singleShot(kStudioShown, this, [this] {
        takePicture(QStringLiteral("studio"));
        watch();
    });
}

void WindowDemo::watch() {
    const auto& session = context().client.api().session();
    if (isOver() || !session) {
        return;
    }
    app().window().showPage(QStringLiteral("watch"));
    app().watch().openChannel(QString::fromStdString(session->channel));
}

void WindowDemo::stateChanged(playback::Player::State state) {
    if (state == playback::Player::State::Failed) {
        failed(app().player().message());
    } else if (state == playback::Player::State::Playing && !reporter_.hasBegun()) {
        patience_.stop();
        reporter_.begin();
        const auto half = options_.run.duration.value_or(kWatchPictureAfter * 2) / 2;
        QTimer::singleShot(std::min<std::chrono::milliseconds>(kWatchPictureAfter, half), this,
                           [this] { takePicture(QStringLiteral("watch")); });
    }
}

void WindowDemo::takePicture(const QString& name) {
    if (options_.screenshots.empty() || isOver()) {
        return;
    }
    if (const auto saved = saveScreen(QString::fromStdString(options_.screenshots), name); !saved) {
        say(QString::fromStdString(saved.error().message()));
    }
}

void WindowDemo::failed(const QString& message) {
    reporter_.end();
    failWith(message);
}

void WindowDemo::sumUp() {
    patience_.stop();
    reporter_.end();
    app().watch().close();
    succeed();
}

}  // namespace footlight::desktop
