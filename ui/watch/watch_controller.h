#pragma once

#include <QObject>
#include <QUrl>
#include <optional>

#include "core/playback/player.h"

namespace footlight::client {
class RelayClient;
}
namespace footlight::models {
class ChannelListModel;
class ChatModel;
}  // namespace footlight::models
namespace footlight::wire {
struct Joined;
}

namespace footlight::watch {

/// What is watched: opens the player on a channel, joins its chat as a viewer, and leaves both. Lives on the
/// window's thread.
class WatchController final : public QObject {
    Q_OBJECT
public:
    WatchController(client::RelayClient& relay, playback::Player& player, models::ChannelListModel& channels,
                    models::ChatModel& chat, QObject* parent = nullptr);

    /// A live channel of the relay.
    void openChannel(const QString& channel);
    /// Any HLS playlist, without chat.
    void openAddress(const QUrl& playlist);
    void openAgain();
    void close();
    void say(const QString& text);

    [[nodiscard]] QString channel() const { return channel_; }
    [[nodiscard]] QString title() const { return title_; }
    [[nodiscard]] std::optional<qint64> viewers() const { return viewers_; }
    [[nodiscard]] bool isOpen() const { return !address_.isEmpty() || !channel_.isEmpty(); }
    /// Why one cannot write in this chat now; empty when one can.
    [[nodiscard]] QString closedReason() const;
    [[nodiscard]] playback::Player& player() { return player_; }

Q_SIGNALS:
    /// Something was opened or closed.
    void openedChanged();
    /// Title, viewers, or who may write.
    void detailsChanged();

private:
    void wire();
    void joined(const wire::Joined& joined);
    void leaveChannel();
    void play(const QUrl& address);

    client::RelayClient& relay_;
    playback::Player& player_;
    models::ChannelListModel& channels_;
    models::ChatModel& chat_;
    QString channel_;
    QString title_;
    QUrl address_;
    std::optional<qint64> viewers_;
};

}  // namespace footlight::watch
