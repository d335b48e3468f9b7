#include "app/desktop/headless_watch.h"

namespace footlight::desktop {

HeadlessWatch::HeadlessWatch(AppContext& context, Watch options)
    : context_(context),
      options_(std::move(options)),
      reporter_(options_.run, [this] { return sampleOf(player_.statistics()); }) {
    player_.setVideoSink(&sink_);
    connect(&player_, &playback::Player::stateChanged, this, &HeadlessWatch::stateChanged);
    connect(&player_, &playback::Player::messageChanged, this, [](const QString& message) {
        if (!message.isEmpty()) {
            say(message);
        }
    });
    connect(&reporter_, &Reporter::timeIsOver, this, &HeadlessWatch::stop);
}

void HeadlessWatch::start() {
    const QString what = QString::fromStdString(options_.what);
    if (isPlaylistUrl(what)) {
        open(QUrl(what));
        return;
    }
    QString relay = QString::fromStdString(options_.relay);
    if (relay.isEmpty()) {
        relay = context_.settings.value(models::keys::kRelayAddress, QString()).toString();
    }
    if (relay.isEmpty()) {
        failWith(
            tr("\"%1\" is a channel's name: say which relay it is on, with --relay studio.example, or give "
               "the URL of its playlist.")
                .arg(what));
        return;
    }
    auto hub = hubFromText(relay);
    if (!hub) {
        failWith(QString::fromStdString(hub.error().message()));
        return;
    }
    connect(&context_.client, &client::RelayClient::connectionChanged, this, &HeadlessWatch::findChannel);
    context_.link.useAddressAsGuest(*hub);
}

void HeadlessWatch::findChannel() {
    if (context_.client.state() == client::ConnectionState::Reconnecting) {
        say(context_.client.message());
    }
    if (context_.client.state() != client::ConnectionState::Online || reporter_.hasBegun()) {
        return;
    }
    const QString channel = QString::fromStdString(options_.what);
    context_.client.live().join(channel, true);
    open(playbackUrl(*context_.client.relay(), channel));
}

void HeadlessWatch::open(const QUrl& url) {
    player_.open(url);
    reporter_.begin();
}

void HeadlessWatch::stateChanged(playback::Player::State state) {
    if (state == playback::Player::State::Playing) {
        played_ = true;
    } else if (state == playback::Player::State::Failed) {
        reporter_.end();
        failWith(player_.message());
    } else if (state == playback::Player::State::Ended && played_) {
        stop();
    }
}

void HeadlessWatch::stop() {
    if (isOver()) {
        return;
    }
    const QString message = player_.message();
    player_.close();
    reporter_.end();
    if (played_) {
        succeed();
    } else {
        failWith(message.isEmpty() ? tr("Nothing was played.") : message);
    }
}

bool isPlaylistUrl(const QString& what) {
    return what.startsWith(QStringLiteral("http://")) || what.startsWith(QStringLiteral("https://"));
}

}  // namespace footlight::desktop
