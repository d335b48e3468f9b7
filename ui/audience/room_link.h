#pragma once

#include <QHash>
#include <QObject>
#include <functional>
#include <optional>

#include "core/client/relay_client.h"

namespace footlight::audience {

/// What became of something that was asked of the relay: `problem` is empty where it was done, `text` what a
/// command says to who gave it.
using Answer = std::function<void(const QString& problem, const QString& text)>;

/// The room that is looked at, and ourselves in it: what is asked of the relay here goes through this, and is
/// answered to who asked. The RelayClient outlives it. On the window's thread.
class RoomLink final : public QObject {
    Q_OBJECT
public:
    explicit RoomLink(client::RelayClient& relay, QObject* parent = nullptr);

    /// Joining is the caller's. An empty name is no room; answers that are under way are not told any more.
    void enter(const QString& channel);
    [[nodiscard]] const QString& channel() const { return channel_; }
    [[nodiscard]] bool isHere(const std::string& channel) const;

    [[nodiscard]] std::optional<wire::User> self() const;
    [[nodiscard]] bool moderates() const;
    [[nodiscard]] UtcTime relayNow() const;
    [[nodiscard]] client::RelayClient& relay() { return relay_; }

    /// A message of the wire that has a nonce. Answered within 30 s, at once where nobody is signed in.
    template <typename Message>
    void ask(Message message, Answer answer) {
        if (mayAsk(answer)) {
            message.channel = channel_.toStdString();
            answers_.insert(relay_.live().request(std::move(message)), std::move(answer));
        }
    }
    /// A line of chat, or a command where it begins with `/`.
    void say(const QString& line, Answer answer);

Q_SIGNALS:
    /// Another room, or none.
    void entered();
    /// Also after each reconnect: what was known of the room is to be replaced.
    void joined(const footlight::wire::Joined& joined);
    /// self() or moderates() is another.
    void selfChanged();

private:
    void wire();
    [[nodiscard]] bool mayAsk(const Answer& answer) const;
    void finish(const QString& nonce, const QString& problem, const QString& text);
    void setRole(wire::Role role);

    client::RelayClient& relay_;
    SystemClock clock_;
    QString channel_;
    wire::Role role_ = wire::Role::Guest;
    QHash<QString, Answer> answers_;  ///< by nonce; as many as LiveSocket lets wait
};

}  // namespace footlight::audience
