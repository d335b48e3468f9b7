#include "ui/chat/chat_feed.h"

#include <QDateTime>
#include <algorithm>

#include "core/chat/command.h"
#include "core/client/relay_client.h"
#include "ui/chat/chat_model.h"
#include "ui/chat/line_wording.h"
#include "ui/chat/room.h"

namespace footlight::chatui {
namespace {

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

}  // namespace

ChatFeed::ChatFeed(client::RelayClient& relay, Room& room, ChatModel& model, QObject* parent)
    : QObject(parent), relay_(relay), room_(room), model_(model) {
    wire();
    wireOwn();
    connect(&room_, &Room::told, this, &ChatFeed::note);
    connect(&room_, &Room::changed, this, [this] { model_.setOwnName(room_.ownName()); });
    model_.setOwnName(room_.ownName());
}

bool ChatFeed::isHere(const std::string& channel) const {
    return !room_.channel().isEmpty() && channel == room_.channel().toStdString();
}

void ChatFeed::wire() {
    client::LiveSocket& live = relay_.live();
    connect(&live, &client::LiveSocket::joined, this, [this](const wire::Joined& joined) {
        if (isHere(joined.channel)) {
            this->joined(joined);
        }
    });
    connect(&live, &client::LiveSocket::messageReceived, this, [this](const wire::ChatMessage& message) {
        if (isHere(message.channel) && source_ == Source::Relay) {
            model_.append(message);
        }
    });
    connect(&live, &client::LiveSocket::messageEdited, this, [this](const wire::ChatMessage& message) {
        if (isHere(message.channel)) {
            model_.edit(message);
        }
    });
    connect(&live, &client::LiveSocket::messageDeleted, this, [this](const wire::Deleted& deleted) {
        if (isHere(deleted.channel)) {
            model_.markDeleted(deleted.id, text(deleted.by.name));
        }
    });
    connect(&live, &client::LiveSocket::messagesCleared, this, [this](const wire::Cleared& cleared) {
        if (isHere(cleared.channel)) {
            this->cleared(cleared);
        }
    });
    connect(&live, &client::LiveSocket::wentLive, this, [this](const wire::Live& begun) {
        if (isHere(begun.channel)) {
            note(begun.title.empty() ? tr("The broadcast has begun.")
                                     : tr("The broadcast has begun: %1").arg(text(begun.title)));
        }
    });
    connect(&live, &client::LiveSocket::ended, this, [this](const QString& channel) {
        if (isHere(channel.toStdString())) {
            note(tr("The broadcast has ended."));
        }
    });
}

void ChatFeed::wireOwn() {
    client::LiveSocket& live = relay_.live();
    connect(&live, &client::LiveSocket::messageAcknowledged, this,
            [this](const QString& nonce, const std::optional<MessageId>& id) {
                if (model_.rowOfNonce(nonce) >= 0) {
                    model_.acknowledge(nonce, id);
                    room_.noteSaid(QDateTime::currentDateTime());
                }
            });
    connect(&live, &client::LiveSocket::messageRefused, &model_, &ChatModel::refuse);
    // A command leaves no line of its own but what it says.
    connect(&live, &client::LiveSocket::requestDone, this, [this](const QString& nonce, const QString& said) {
        edits_.remove(nonce);
        if (model_.rowOfNonce(nonce) >= 0) {
            model_.discard(nonce);
            for (const QString& line : said.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
                note(line);
            }
        }
    });
    connect(&live, &client::LiveSocket::requestRefused, this,
            [this](const QString& nonce, const QString& reason) {
                if (edits_.contains(nonce)) {
                    note(tr("“%1” was not changed: %2").arg(edits_.take(nonce), reason));
                }
            });
}

void ChatFeed::joined(const wire::Joined& joined) {
    if (source_ == Source::Relay) {
        showJoined(joined);
    }
    for (const auto& message : joined.edited) {
        model_.edit(message);
    }
    for (const auto& id : joined.deleted) {
        model_.markDeleted(id, {});
    }
}

void ChatFeed::showJoined(const wire::Joined& joined) {
    if (joined.resumed == false && model_.rowCount() > 0) {
        // What has become of the lines before is not known: they are not shown as if they still stood.
        model_.showHistoryBehindGap(joined.history, gapText(joined.missed));
        return;
    }
    const auto isKnown = [this](const wire::ChatMessage& message) { return model_.rowOf(message.id) >= 0; };
    const bool goesOn =
        joined.resumed == true || std::any_of(joined.history.begin(), joined.history.end(), isKnown);
    if (!goesOn) {
        model_.showHistory(joined.history);
        return;
    }
    for (const auto& message : joined.history) {
        model_.append(message);
    }
}

void ChatFeed::cleared(const wire::Cleared& cleared) {
    const QString by = text(cleared.by.name);
    if (!cleared.user) {
        model_.clear();
        note(tr("%1 cleared the chat.").arg(by));
        return;
    }
    model_.markDeletedOf(text(cleared.user->name), by);
}

void ChatFeed::say(const QString& line, const std::optional<ChatLine::Quote>& answers) {
    if (room_.channel().isEmpty() || room_.ownName().isEmpty()) {
        return;
    }
    // Composed as the relay composes it, so that its message is known for ours.
    const QString said = line.normalized(QString::NormalizationForm_C);
    const auto quoted = answers ? std::optional(answers->id) : std::nullopt;
    const QString nonce = relay_.live().say(room_.channel(), said, quoted);
    const QString shown = said.startsWith(QStringLiteral("//")) ? said.mid(1) : said;
    model_.appendOwn(nonce, shown, QDateTime::currentDateTime(), answers,
                     chat::isCommand(said.toStdString()));
}

void ChatFeed::edit(const MessageId& id, const QString& line) {
    const QString nonce =
        relay_.live().edit(room_.channel(), id, line.normalized(QString::NormalizationForm_C));
    edits_.insert(nonce, line);
}

void ChatFeed::sayAgain(const QString& nonce) {
    const int row = model_.rowOfNonce(nonce);
    if (row < 0) {
        return;
    }
    const ChatLine again = model_.line(row);
    model_.discard(nonce);
    const bool wasEscaped = again.text.startsWith(QLatin1Char('/')) && !again.isCommand;
    say(wasEscaped ? QLatin1Char('/') + again.text : again.text, again.quote);
}

void ChatFeed::reset() {
    edits_.clear();
    model_.clear();
}

void ChatFeed::note(const QString& sentence) { model_.appendNotice(sentence, QDateTime::currentDateTime()); }

}  // namespace footlight::chatui
