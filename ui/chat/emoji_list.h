#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace footlight::chatui {

struct Emoji {
    QString text;
    QString name;  ///< English words
    int category = 0;
};

/// The emoji that can be chosen: our own list, some 350, by category. The system's font draws them.
const std::vector<Emoji>& allEmoji();
/// Their categories, for people.
QStringList emojiCategories();
/// Those whose name has a word that begins so; all for nothing.
std::vector<Emoji> emojiNamed(const QString& beginning);

}  // namespace footlight::chatui
