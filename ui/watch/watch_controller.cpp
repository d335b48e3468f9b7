#include "ui/watch/watch_controller.h"

#include <QDateTime>

#include "core/client/relay_client.h"
#include "ui/models/channel_list_model.h"
#include "ui/models/chat_model.h"

namespace footlight::watch {

WatchController::WatchController(client::RelayClient& relay, playback::Player& player,
                                 models::ChannelListModel& channels, models::ChatModel& chat, QObject* parent)
    : QObject(parent), relay_(relay), player_(player), channels_(channels), chat_(chat) {
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
    connect(&live, &client::LiveSocket::messageReceived, this,
            [this, mine](const wire::ChatMessage& message) {
                if (mine(message.channel)) {
                    chat_.append(message);
                }
            });
    connect(&live, &client::LiveSocket::messageAcknowledged, &chat_, &models::ChatModel::acknowledge);
    connect(&live, &client::LiveSocket::messageRefused, &chat_, &models::ChatModel::refuse);
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
    connect(&live, &client::LiveSocket::closed, this, &WatchController::detailsChanged);
    connect(&live, &client::LiveSocket::opened, this, &WatchController::detailsChanged);
}

void WatchController::joined(const wire::Joined& joined) {
    chat_.showHistory(joined.history);
    title_ = QString::fromStdString(joined.title);
    viewers_ = joined.viewers;
    // The list may not have known the channel yet; its address then comes with the join.
    if (address_.isEmpty()) {
        play(QUrl(QString::fromStdString(joined.playback)));
    }
    Q_EMIT detailsChanged();
}

void WatchController::openChannel(const QString& channel) {
    close();
    channel_ = channel;
    title_ = channel;
    if (const wire::Channel* known = channels_.find(channel)) {
        title_ = QString::fromStdString(known->title.empty() ? known->name : known->title);
        viewers_ = known->viewers;
        play(QUrl(QString::fromStdString(known->playback)));
    }
    relay_.live().join(channel, true);
    Q_EMIT openedChanged();
    Q_EMIT detailsChanged();
}

void WatchController::openAddress(const QUrl& playlist) {
    close();
    title_ = playlist.toDisplayString();
    play(playlist);
    Q_EMIT openedChanged();
    Q_EMIT detailsChanged();
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
    leaveChannel();
    player_.close();
    channel_.clear();
    title_.clear();
    address_.clear();
    viewers_.reset();
    chat_.clear();
    Q_EMIT openedChanged();
}

void WatchController::leaveChannel() {
    if (channel_.isEmpty()) {
        return;
    }
    const auto& session = relay_.api().session();
    if (session && QString::fromStdString(session->channel) == channel_) {
        // The Studio's own chat stays; only this pair of eyes goes.
        relay_.live().join(channel_, false);
    } else {
        relay_.live().leave(channel_);
    }
}

void WatchController::say(const QString& text) {
    const auto& session = relay_.api().session();
    if (channel_.isEmpty() || !session) {
        return;
    }
    const QString nonce = relay_.live().say(channel_, text);
    chat_.appendOwn(nonce, QString::fromStdString(session->user.name), text, QDateTime::currentDateTime());
}

QString WatchController::closedReason() const {
    if (channel_.isEmpty()) {
        return tr("No chat for this address");
    }
    return relay_.api().session() ? QString() : tr("Sign in to write");
}

}  // namespace footlight::watch
