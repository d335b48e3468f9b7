#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "core/chat/role.h"
#include "ui/chat/chat_line.h"

namespace footlight::chatui {

/// What a half-written word may become.
struct Completion {
    QString shown;     ///< "@bertil", "/timeout", ":wave:"
    QString help;      ///< one line; may be empty
    QString inserted;  ///< what takes the word's place, with the space behind it
    QString picture;   ///< an emoji, or empty
    QString emote;     ///< the hash of a channel's picture, or empty
};

/// What completions are made from.
struct CompletionSources {
    QStringList people;  ///< the most recent first
    std::vector<ChatLine::Emote> emotes;
    chat::Role role = chat::Role::Guest;  ///< of who writes
};

/// The word before the cursor that can be completed: `@` and a name, `/` at the beginning and a command, `:`
/// and two letters of a picture's name.
struct OpenWord {
    int start = 0;
    int length = 0;
};
std::optional<OpenWord> openWordIn(const QString& text, int cursor);

/// The best first, at most eight.
std::vector<Completion> completionsFor(const QString& word, const CompletionSources& sources);

}  // namespace footlight::chatui
