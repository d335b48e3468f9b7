#include "ui/chat/emoji_list.h"

#include <QCoreApplication>
#include <QFile>
#include <algorithm>

static void loadEmojiResources() { Q_INIT_RESOURCE(emoji); }

namespace footlight::chatui {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(footlight::chatui::Emoji)
};

/// A line that begins with # begins a category, every other is an emoji and its name.
std::vector<Emoji> read() {
    loadEmojiResources();
    QFile file(QStringLiteral(":/footlight/emoji/emoji.txt"));
    std::vector<Emoji> all;
    if (!file.open(QIODevice::ReadOnly)) {
        return all;
    }
    int category = -1;
    for (const QString& line :
         QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const auto space = line.indexOf(QLatin1Char(' '));
        if (line.startsWith(QLatin1Char('#'))) {
            ++category;
        } else if (space > 0) {
            all.push_back({line.left(space), line.mid(space + 1), category});
        }
    }
    return all;
}

}  // namespace

const std::vector<Emoji>& allEmoji() {
    static const std::vector<Emoji> kAll = read();
    return kAll;
}

QStringList emojiCategories() {
    return {Texts::tr("Faces"), Texts::tr("People"), Texts::tr("Animals"),
            Texts::tr("Food"),  Texts::tr("Things"), Texts::tr("Signs")};
}

std::vector<Emoji> emojiNamed(const QString& beginning) {
    std::vector<Emoji> found;
    const QString wanted = QLatin1Char(' ') + beginning.simplified();
    for (const Emoji& emoji : allEmoji()) {
        if (beginning.isEmpty() || (QLatin1Char(' ') + emoji.name).contains(wanted, Qt::CaseInsensitive)) {
            found.push_back(emoji);
        }
    }
    return found;
}

}  // namespace footlight::chatui
