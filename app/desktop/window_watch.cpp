#include "app/desktop/window_watch.h"

#include "app/desktop/headless_watch.h"
#include "app/desktop/screenshots.h"
#include "ui/shell/main_window.h"

namespace footlight::desktop {
namespace {

constexpr std::chrono::seconds kPictureAfter{3};

}  // namespace

WindowWatch::WindowWatch(AppContext& context, Watch options, Logger logger)
    : WindowVerb(context, {}, std::move(logger)),
      options_(std::move(options)),
      reporter_(options_.run, [this] { return sampleOf(app().player().statistics()); }) {
    connect(&reporter_, &Reporter::timeIsOver, this, &WindowWatch::stop);
}

void WindowWatch::start() {
    auto& opened = open(context().destination, FirstScene::Default);
    connect(&opened.player(), &playback::Player::stateChanged, this, &WindowWatch::stateChanged);
    opened.window().showPage(QStringLiteral("watch"));
    const QString what = QString::fromStdString(options_.what);
    if (isPlaylistUrl(what)) {
        opened.watch().openAddress(QUrl(what));
    } else {
        if (const auto chosen = context().useRelay(QString::fromStdString(options_.relay)); !chosen) {
            failWith(QString::fromStdString(chosen.error().message()));
            return;
        }
        opened.watch().openChannel(what);
    }
    reporter_.begin();
}

void WindowWatch::stateChanged(playback::Player::State state) {
    if (state != playback::Player::State::Playing || played_) {
        return;
    }
    played_ = true;
    if (!options_.screenshots.empty()) {
        QTimer::singleShot(kPictureAfter, this, [this] {
            if (const auto saved =
                    saveScreen(QString::fromStdString(options_.screenshots), QStringLiteral("watch"));
                !saved) {
                say(QString::fromStdString(saved.error().message()));
            }
        });
    }
}

void WindowWatch::sumUp() {
    const QString message = app().player().message();
    app().watch().close();
    reporter_.end();
    if (played_ || !options_.run.duration) {
        succeed();
    } else {
        failWith(message.isEmpty() ? tr("Nothing was played.") : message);
    }
}

}  // namespace footlight::desktop
