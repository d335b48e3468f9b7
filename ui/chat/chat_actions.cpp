#include "ui/chat/chat_actions.h"

#include <utility>

#include "core/client/relay_client.h"
#include "ui/chat/line_wording.h"
#include "ui/chat/room.h"

namespace footlight::chatui {

ChatActions::ChatActions(client::RelayClient& relay, Room& room, QObject* parent)
    : QObject(parent), relay_(relay), room_(room) {
    client::LiveSocket& live = relay_.live();
    connect(&live, &client::LiveSocket::requestDone, this, &ChatActions::finish);
    connect(&live, &client::LiveSocket::requestRefused, this, &ChatActions::fail);
    connect(&live, &client::LiveSocket::messageRefused, this, &ChatActions::fail);
    // What was asked for in another room is neither told here nor taken back from here.
    connect(&room_, &Room::entered, this, [this] { asked_.clear(); });
}

void ChatActions::remove(const MessageId& id) {
    asked_.insert(relay_.live().remove(room_.channel(), id), {tr("The message is deleted."), {}});
}

void ChatActions::pin(const MessageId& id) {
    asked_.insert(relay_.live().pin(room_.channel(), id),
                  {tr("The message is pinned."), [this, id] { unpin(id); }});
}

void ChatActions::unpin(const MessageId& id) {
    asked_.insert(relay_.live().unpin(room_.channel(), id),
                  {tr("The message is not pinned any more."), [this, id] { pin(id); }});
}

void ChatActions::timeOut(const QString& name, int seconds) {
    command(QStringLiteral("/timeout %1 %2").arg(name).arg(seconds),
            {tr("%1 is timed out for %2.").arg(name, shortTime(seconds)), [this, name] { lift(name); }});
}

void ChatActions::ban(const QString& name) {
    command(QStringLiteral("/ban %1").arg(name),
            {tr("%1 is banned.").arg(name), [this, name] { lift(name); }});
}

void ChatActions::lift(const QString& name) {
    command(QStringLiteral("/unban %1").arg(name), {tr("%1 may take part again.").arg(name), {}});
}

void ChatActions::appoint(const QString& name, chat::Role role, bool isOn) {
    const bool isModerator = role == chat::Role::Moderator;
    const QString verb = isModerator ? QStringLiteral("mod") : QStringLiteral("vip");
    const QString sentence =
        isOn ? (isModerator ? tr("%1 is a moderator now.") : tr("%1 is a VIP now."))
             : (isModerator ? tr("%1 is no moderator any more.") : tr("%1 is no VIP any more."));
    command(QStringLiteral("/%1%2 %3").arg(isOn ? QString() : QStringLiteral("un"), verb, name),
            {sentence.arg(name), [this, name, role, isOn] { appoint(name, role, !isOn); }});
}

void ChatActions::command(const QString& line, Asked asked) {
    asked_.insert(relay_.live().say(room_.channel(), line), std::move(asked));
}

void ChatActions::finish(const QString& nonce) {
    if (asked_.contains(nonce)) {
        const Asked asked = asked_.take(nonce);
        Q_EMIT done(asked.sentence, asked.undo);
    }
}

void ChatActions::fail(const QString& nonce, const QString& reason) {
    if (asked_.remove(nonce) > 0) {
        Q_EMIT failed(reason);
    }
}

}  // namespace footlight::chatui
