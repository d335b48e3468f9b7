#pragma once

#include <QHash>
#include <QObject>
#include <functional>

#include "core/base/id.h"
#include "core/chat/role.h"

namespace footlight::client {
class RelayClient;
}

namespace footlight::chatui {

class Room;

/// What a person does to others' lines and to others: asked of the relay, told when it is done, with what
/// takes it back where anything does. Lives with the ChatController, on the window's thread.
class ChatActions final : public QObject {
    Q_OBJECT
public:
    ChatActions(client::RelayClient& relay, Room& room, QObject* parent = nullptr);

    void remove(const MessageId& id);
    void pin(const MessageId& id);
    void unpin(const MessageId& id);
    /// For so many seconds.
    void timeOut(const QString& name, int seconds);
    void ban(const QString& name);
    void lift(const QString& name);
    /// Vip or Moderator; `isOn` false takes it away.
    void appoint(const QString& name, chat::Role role, bool isOn);

Q_SIGNALS:
    /// The relay has done it; `undo` is empty where nothing takes it back.
    void done(const QString& sentence, const std::function<void()>& undo);
    /// The relay has not; for people.
    void failed(const QString& sentence);

private:
    struct Asked {
        QString sentence;
        std::function<void()> undo;
    };
    void command(const QString& line, Asked asked);
    void finish(const QString& nonce);
    void fail(const QString& nonce, const QString& reason);

    client::RelayClient& relay_;
    Room& room_;
    QHash<QString, Asked> asked_;
};

}  // namespace footlight::chatui
