#pragma once

#include <QObject>
#include <QUrl>
#include <optional>

#include "core/base/clock.h"
#include "core/playback/player.h"
#include "ui/audience/audience.h"
#include "ui/audience/friends_watching.h"
#include "ui/watch/held_chat.h"
#include "ui/watch/watch_presence.h"

namespace footlight::client {
class RelayClient;
}
namespace footlight::models {
class ChannelListModel;
}
namespace footlight::chatui {
class ChatController;
}
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
                    chatui::ChatController& chat, QObject* parent = nullptr);

    /// A live channel of the relay.
    void openChannel(const QString& channel);
    /// What was typed or pasted: a link to a channel, with its token where it has one, or any HLS playlist. A
    /// channel of our own relay comes with its chat. False where it is no such address.
    bool openLink(const QString& text);
    /// Any HLS playlist, without chat.
    void openAddress(const QUrl& playlist);
    /// A recording; one of our own relay replays its chat.
    void openRecording(const QUrl& playlist, const QString& title);
    void openAgain();
    /// To a place, in seconds from the start: of a recording, or of the broadcast that is watched, whose
    /// playlist for rewinding is opened for that.
    void seek(double seconds);
    /// By so many seconds from here.
    void skip(double seconds);
    void backToLive();
    void close();

    [[nodiscard]] QString channel() const { return channel_; }
    [[nodiscard]] QString title() const { return title_; }
    /// Of our relay: its chat is replayed.
    [[nodiscard]] bool isRecording() const { return isRecording_; }
    [[nodiscard]] std::optional<qint64> viewers() const { return viewers_; }
    /// How long what is watched is by now, and where in it we are, in seconds; nothing where nobody can tell.
    struct Span {
        double length = 0;
        double at = 0;
    };
    [[nodiscard]] std::optional<Span> span() const;
    [[nodiscard]] bool isOpen() const { return !address_.isEmpty() || !channel_.isEmpty(); }
    [[nodiscard]] playback::Player& player() { return player_; }
    /// Whether the chat waits for the picture.
    [[nodiscard]] audience::ChatSync& chatSync() { return held_.sync(); }
    [[nodiscard]] audience::Audience& audience() { return audience_; }
    [[nodiscard]] audience::FriendsWatching& friends() { return friends_; }

Q_SIGNALS:
    /// Something was opened or closed.
    void openedChanged();
    /// Title or viewers.
    void detailsChanged();
    /// What was asked cannot be; for people.
    void notice(const QString& sentence);

private:
    void wire();
    void joined(const wire::Joined& joined);
    void refused(const QString& message);
    /// The name in the link to a channel of our relay; empty for all others.
    [[nodiscard]] QString channelIn(const QUrl& link) const;
    /// The broadcast in the address of a recording of our relay.
    [[nodiscard]] std::optional<BroadcastId> recordingIn(const QUrl& link) const;
    [[nodiscard]] bool isOurMedia(const QUrl& link) const;
    void join(const QString& channel, const QUrl& address);
    void play(const QUrl& address);
    void watchRewinding(playback::Player::State state);

    client::RelayClient& relay_;
    playback::Player& player_;
    models::ChannelListModel& channels_;
    chatui::ChatController& chat_;
    HeldChat held_;
    audience::Audience audience_;
    audience::FriendsWatching friends_;
    WatchPresence presence_;
    QString channel_;
    QString title_;
    QUrl address_;
    std::optional<qint64> viewers_;
    std::optional<UtcTime> startedAt_;  ///< of the broadcast, by the relay's clock
    bool isRecording_ = false;
    bool isRewound_ = false;   ///< the playlist for rewinding is open
    bool hasRewound_ = false;  ///< and has shown a picture
};

}  // namespace footlight::watch
