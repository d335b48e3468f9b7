#pragma once

#include <QObject>
#include <QString>
#include <optional>

#include "core/wire/audience.h"

namespace footlight::client {
class RelayClient;
}
namespace footlight::playback {
class Player;
}

namespace footlight::watch {

/// Tells the relay what we do in the room that we watch: watching or paused, and which rendition; again after
/// each reconnect, and only what has changed. Both outlive it. On the window's thread.
class WatchPresence final : public QObject {
    Q_OBJECT
public:
    WatchPresence(client::RelayClient& relay, playback::Player& player, QObject* parent = nullptr);

    /// An empty name for none.
    void setChannel(const QString& channel);

private:
    void tell();

    client::RelayClient& relay_;
    playback::Player& player_;
    QString channel_;
    bool isJoined_ = false;
    std::optional<wire::Watch> told_;
};

}  // namespace footlight::watch
