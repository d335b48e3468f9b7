#include "ui/chat/chat_people.h"

#include <QSet>

#include "ui/chat/chat_model.h"

namespace footlight::chatui {

int linesOf(const ChatModel& chat, const QString& author) {
    int count = 0;
    for (int row = 0; row < chat.rowCount(); ++row) {
        const ChatLine& line = chat.line(row);
        const bool isTheirs = line.author.compare(author, Qt::CaseInsensitive) == 0;
        count += line.kind == ChatLine::Kind::Said && isTheirs ? 1 : 0;
    }
    return count;
}

QStringList recentPeople(const ChatModel& chat, int limit) {
    QStringList people;
    QSet<QString> seen;
    const auto meet = [&](const QString& name) {
        const QString key = name.toLower();
        if (!name.isEmpty() && people.size() < limit && !seen.contains(key)) {
            seen.insert(key);
            people.append(name);
        }
    };
    for (int row = chat.rowCount() - 1; row >= 0 && people.size() < limit; --row) {
        meet(chat.line(row).author);
        for (const QString& name : chat.line(row).mentions) {
            meet(name);
        }
    }
    return people;
}

}  // namespace footlight::chatui
