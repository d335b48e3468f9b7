#pragma once

#include <QObject>
#include <QTimer>

#include "ui/audience/chat_sync.h"

namespace footlight::client {
class RelayClient;
}
namespace footlight::chatui {
class ChatModel;
}
namespace footlight::playback {
class Player;
}
namespace footlight::wire {
struct Joined;
}

namespace footlight::watch {

/// The chat of what is watched, held to the picture that the player shows. All that is given outlives it. On
/// the window's thread.
class HeldChat final : public QObject {
    Q_OBJECT
public:
    HeldChat(client::RelayClient& relay, playback::Player& player, chatui::ChatModel& chat,
             QObject* parent = nullptr);

    /// A channel that is joined at the same time.
    void openChannel(const QString& channel, const QString& playback);
    /// What was said while it was on air.
    /// `access` is the token of a link to it; empty where it needs none.
    void openRecording(BroadcastId broadcast, const QString& access = {});
    void close();
    [[nodiscard]] audience::ChatSync& sync() { return sync_; }

private:
    void wire();
    void joined(const wire::Joined& joined);
    void look();
    [[nodiscard]] bool isOurs(const wire::ChatMessage& line) const;

    client::RelayClient& relay_;
    playback::Player& player_;
    chatui::ChatModel& chat_;
    SystemClock clock_;
    audience::ChatSync sync_{clock_};
    QTimer looks_;
    QString channel_;
    QString gap_;  ///< what to say above the lines that are about to be shown
    bool isRecording_ = false;
};

}  // namespace footlight::watch
