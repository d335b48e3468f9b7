#include "ui/watch/watch_controller.h"

#include <QRegularExpression>
#include <algorithm>
#include <utility>

#include "core/client/relay_client.h"
#include "ui/chat/chat_controller.h"
#include "ui/models/channel_list_model.h"

namespace footlight::watch {
namespace {

/// The token in the address of what is protected; empty where there is none.
QString tokenIn(const QUrl& address) {
    static const QRegularExpression kToken(QStringLiteral("^/t/([^/]+)/"));
    return kToken.match(address.path()).captured(1);
}

}  // namespace

WatchController::WatchController(client::RelayClient& relay, playback::Player& player,
                                 models::ChannelListModel& channels, chatui::ChatController& chat,
                                 QObject* parent)
    : QObject(parent),
      relay_(relay),
      player_(player),
      channels_(channels),
      chat_(chat),
      held_(relay, player, chat.model()),
      audience_(relay),
      friends_(relay),
      presence_(relay, player) {
    chat_.feed().setSource(chatui::ChatFeed::Source::Other);
    wire();
}

void WatchController::wire() {
    client::LiveSocket& live = relay_.live();
    const auto mine = [this](const std::string& channel) {
        return !channel_.isEmpty() && channel == channel_.toStdString();
    };
    connect(&live, &client::LiveSocket::joined, this, [this, mine](const wire::Joined& joined) {
        if (mine(joined.channel)) {
            this->joined(joined);
        }
    });
    connect(&live, &client::LiveSocket::viewersChanged, this, [this](const QString& channel, qint64 viewers) {
        if (!channel_.isEmpty() && channel == channel_) {
            viewers_ = viewers;
            Q_EMIT detailsChanged();
        }
    });
    connect(&live, &client::LiveSocket::titleChanged, this,
            [this](const QString& channel, const QString& title) {
                if (!channel_.isEmpty() && channel == channel_) {
                    title_ = title;
                    Q_EMIT detailsChanged();
                }
            });
    connect(&live, &client::LiveSocket::wentLive, this, [this, mine](const wire::Live& begun) {
        if (mine(begun.channel)) {
            startedAt_ = begun.startedAt;
        }
    });
    connect(&live, &client::LiveSocket::ended, this, [this](const QString& channel) {
        if (!channel_.isEmpty() && channel == channel_) {
            startedAt_.reset();
        }
    });
    connect(&player_, &playback::Player::stateChanged, this, &WatchController::watchRewinding);
    const auto refuse = [this](const QString& channel, const QString& message) {
        if (!channel_.isEmpty() && channel == channel_) {
            refused(message);
        }
    };
    connect(&live, &client::LiveSocket::joinRefused, this, refuse);
    connect(&live, &client::LiveSocket::putOut, this, refuse);
    connect(&relay_, &client::RelayClient::relayChanged, this, [this] {
        if (!channel_.isEmpty() || isRecording_) {
            close();
        }
    });
    connect(&live, &client::LiveSocket::closed, this, &WatchController::detailsChanged);
    connect(&live, &client::LiveSocket::opened, this, &WatchController::detailsChanged);
}

void WatchController::joined(const wire::Joined& joined) {
    title_ = QString::fromStdString(joined.title);
    viewers_ = joined.viewers;
    startedAt_ = joined.startedAt;
    // The list may not have known the channel yet; its address then comes with the join.
    if (address_.isEmpty() && joined.playback.empty()) {
        close();
        Q_EMIT notice(tr("%1 is shown to those who have a link. Ask for one and open it under Watch.")
                          .arg(QString::fromStdString(joined.channel)));
        return;
    }
    if (address_.isEmpty()) {
        play(QUrl(QString::fromStdString(joined.playback)));
    }
    Q_EMIT detailsChanged();
}

/// Without an address there is nothing to show; with one the picture goes on without its chat.
void WatchController::refused(const QString& message) {
    if (address_.isEmpty()) {
        close();
    }
    Q_EMIT notice(message);
}

void WatchController::openChannel(const QString& channel) {
    const wire::Channel* known = channels_.find(channel);
    join(channel, known == nullptr ? QUrl() : QUrl(QString::fromStdString(known->playback)));
}

/// Without an address that comes with the join.
void WatchController::join(const QString& channel, const QUrl& address) {
    close();
    channel_ = channel;
    chat_.setChannel(channel);
    title_ = channel;
    if (const wire::Channel* known = channels_.find(channel)) {
        title_ = QString::fromStdString(known->title.empty() ? known->name : known->title);
        viewers_ = known->viewers;
        startedAt_ = known->startedAt;
    }
    if (!address.isEmpty()) {
        play(address);
    }
    const QString token = tokenIn(address);
    held_.openChannel(channel, token);
    audience_.link.enter(channel);
    presence_.setChannel(channel);
    relay_.live().join(channel, true, token);
    Q_EMIT openedChanged();
    Q_EMIT detailsChanged();
}

bool WatchController::openLink(const QString& text) {
    QUrl link(text.trimmed(), QUrl::StrictMode);
    const bool isWeb = link.scheme() == QStringLiteral("http") || link.scheme() == QStringLiteral("https");
    if (!link.isValid() || !isWeb || link.host().isEmpty()) {
        return false;
    }
    const QString channel = channelIn(link);
    if (!channel.isEmpty()) {
        join(channel, link);
    } else if (recordingIn(link)) {
        openRecording(link, tr("Recording"));
    } else {
        openAddress(link);
    }
    return true;
}

QString WatchController::channelIn(const QUrl& link) const {
    static const QRegularExpression kLive(QStringLiteral("^(?:/t/[^/]+)?/live/([^/]+)/index\\.m3u8$"));
    const auto found = kLive.match(link.path());
    return isOurMedia(link) && found.hasMatch() ? found.captured(1) : QString();
}

std::optional<BroadcastId> WatchController::recordingIn(const QUrl& link) const {
    static const QRegularExpression kRecording(QStringLiteral("^(?:/t/[^/]+)?/vod/([^/]+)/index\\.m3u8$"));
    const auto found = kRecording.match(link.path());
    return isOurMedia(link) && found.hasMatch() ? BroadcastId::parse(found.captured(1).toStdString())
                                                : std::nullopt;
}

bool WatchController::isOurMedia(const QUrl& link) const {
    const auto& relay = relay_.relay();
    const QUrl media(relay ? QString::fromStdString(relay->media) : QString());
    return media.host() == link.host() && media.port() == link.port();
}

void WatchController::openAddress(const QUrl& playlist) {
    close();
    title_ = playlist.toDisplayString();
    play(playlist);
    Q_EMIT openedChanged();
    Q_EMIT detailsChanged();
}

void WatchController::openRecording(const QUrl& playlist, const QString& title) {
    close();
    title_ = title;
    if (const auto broadcast = recordingIn(playlist)) {
        isRecording_ = true;
        chat_.room().enterRecording();
        held_.openRecording(*broadcast, tokenIn(playlist));
    }
    play(playlist);
    Q_EMIT openedChanged();
    Q_EMIT detailsChanged();
}

std::optional<WatchController::Span> WatchController::span() const {
    const auto statistics = player_.statistics();
    if (statistics.canSeek) {
        return Span{statistics.listedSeconds, statistics.listedAt};
    }
    if (!startedAt_ || !statistics.latencyMs || isRewound_) {
        return std::nullopt;
    }
    const auto offset = relay_.live().clockOffset().value_or(std::chrono::milliseconds{0});
    const auto age = SystemClock().utcNow() + offset - *startedAt_;
    const double seconds = std::chrono::duration<double>(age).count();
    return Span{std::max(seconds, 0.0), std::max(seconds - *statistics.latencyMs / 1000, 0.0)};
}

void WatchController::seek(double seconds) {
    if (player_.statistics().canSeek) {
        player_.seek(seconds);
        return;
    }
    const QString live = QStringLiteral("/index.m3u8");
    QUrl whole = address_;
    if (!startedAt_ || !whole.path().endsWith(live)) {
        return;
    }
    whole.setPath(whole.path().chopped(live.size()) + QStringLiteral("/dvr.m3u8"));
    isRewound_ = true;
    hasRewound_ = false;
    player_.openAt(whole, seconds);
}

void WatchController::skip(double seconds) {
    if (const auto now = span()) {
        seek(std::clamp(now->at + seconds, 0.0, now->length));
    }
}

void WatchController::backToLive() {
    if (std::exchange(isRewound_, false)) {
        player_.open(address_);
    } else {
        player_.jumpToLive();
    }
}

/// A relay that keeps no recording of the channel has nothing to rewind to.
void WatchController::watchRewinding(playback::Player::State state) {
    using State = playback::Player::State;
    hasRewound_ = hasRewound_ || (isRewound_ && state == State::Playing);
    if (isRewound_ && !hasRewound_ && (state == State::Waiting || state == State::Failed)) {
        // Later: the player is in the middle of telling.
        QMetaObject::invokeMethod(this, &WatchController::backToLive, Qt::QueuedConnection);
        Q_EMIT notice(tr("This broadcast cannot be rewound: the channel does not record it."));
    }
}

void WatchController::openAgain() {
    if (!address_.isEmpty()) {
        player_.open(address_);
    }
}

void WatchController::play(const QUrl& address) {
    address_ = address;
    player_.open(address);
}

void WatchController::close() {
    if (!isOpen()) {
        return;
    }
    if (!channel_.isEmpty()) {
        // The Studio's own chat stays; only this pair of eyes goes.
        relay_.live().leave(channel_, true);
    }
    player_.close();
    channel_.clear();
    title_.clear();
    address_.clear();
    viewers_.reset();
    startedAt_.reset();
    isRecording_ = false;
    isRewound_ = false;
    held_.close();
    audience_.link.enter({});
    presence_.setChannel({});
    chat_.setChannel({});
    Q_EMIT openedChanged();
}

}  // namespace footlight::watch
