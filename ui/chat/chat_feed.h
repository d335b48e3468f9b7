#pragma once

#include <QHash>
#include <QObject>
#include <optional>

#include "core/wire/socket.h"
#include "ui/chat/chat_line.h"

namespace footlight::client {
class RelayClient;
}

namespace footlight::chatui {

class ChatModel;
class Room;

/// What is said in a room, on its way between the relay and the model, both ways. Lives with the
/// ChatController, on the window's thread.
class ChatFeed final : public QObject {
    Q_OBJECT
public:
    ChatFeed(client::RelayClient& relay, Room& room, ChatModel& model, QObject* parent = nullptr);

    /// Whence the model gets what others say: from the relay as it comes, or from somebody else, who holds it
    /// to a play head. What becomes of messages later (edits, deletions) comes from the relay in any case.
    enum class Source : std::uint8_t { Relay, Other };
    void setSource(Source source) { source_ = source; }

    /// Says it, or does it where it is a command. `answers` is a message's line.
    void say(const QString& text, const std::optional<ChatLine::Quote>& answers = std::nullopt);
    void edit(const MessageId& id, const QString& text);
    /// Of a line that was refused.
    void sayAgain(const QString& nonce);
    /// Forgets what is under way: for another room.
    void reset();

private:
    void wire();
    void wireOwn();
    void joined(const wire::Joined& joined);
    void showJoined(const wire::Joined& joined);
    void cleared(const wire::Cleared& cleared);
    void note(const QString& sentence);
    [[nodiscard]] bool isHere(const std::string& channel) const;

    client::RelayClient& relay_;
    Room& room_;
    ChatModel& model_;
    Source source_ = Source::Relay;
    QHash<QString, QString> edits_;  ///< what was asked to be edited, by nonce
};

}  // namespace footlight::chatui
