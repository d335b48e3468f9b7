#include "ui/chat/line_of.h"

namespace footlight::chatui {
namespace {

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

bool isSame(const QString& left, const QString& right) {
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

}  // namespace

QDateTime timeOf(const wire::ChatMessage& message) {
    return QDateTime::fromMSecsSinceEpoch(toMilliseconds(message.at));
}

ChatLine lineOf(const wire::ChatMessage& message, const QString& ownName) {
    ChatLine line;
    line.id = message.id;
    line.author = text(message.user.name);
    line.text = text(message.text);
    line.at = timeOf(message);
    line.role = message.role.value_or(chat::Role::Member);
    line.isEdited = message.editedAt.has_value();
    if (message.replyTo) {
        line.quote = ChatLine::Quote{message.replyTo->id, text(message.replyTo->user.name),
                                     text(message.replyTo->text)};
    }
    for (const auto& person : message.mentions) {
        line.mentions.append(text(person.name));
    }
    for (const auto& emote : message.emotes) {
        line.emotes.push_back({text(emote.name), text(emote.hash)});
    }
    setOwnership(line, ownName);
    return line;
}

void setOwnership(ChatLine& line, const QString& ownName) {
    const bool answersUs = line.quote && isSame(line.quote->author, ownName);
    line.isOwn = !ownName.isEmpty() && isSame(line.author, ownName);
    line.mentionsUs = !line.isOwn && !ownName.isEmpty() &&
                      (answersUs || line.mentions.contains(ownName, Qt::CaseInsensitive));
}

ChatLine noticeOf(const QString& told, const QDateTime& at) {
    ChatLine line;
    line.kind = ChatLine::Kind::Notice;
    line.text = told;
    line.at = at;
    return line;
}

}  // namespace footlight::chatui
