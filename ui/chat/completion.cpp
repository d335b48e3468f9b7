#include "ui/chat/completion.h"

#include <algorithm>

#include "ui/chat/chat_commands.h"
#include "ui/chat/emoji_list.h"

namespace footlight::chatui {
namespace {

constexpr std::size_t kMost = 8;
constexpr int kLeastOfPicture = 2;

bool isNameCharacter(QChar c) {
    return c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('-');
}

std::vector<Completion> people(const QString& beginning, const CompletionSources& sources) {
    std::vector<Completion> found;
    for (const QString& name : sources.people) {
        if (name.startsWith(beginning, Qt::CaseInsensitive)) {
            found.push_back(
                {QLatin1Char('@') + name, {}, QLatin1Char('@') + name + QLatin1Char(' '), {}, {}});
        }
    }
    return found;
}

std::vector<Completion> commands(const QString& beginning, const CompletionSources& sources) {
    std::vector<Completion> found;
    for (const ChatCommand& command : commandsFor(sources.role)) {
        if (command.name.startsWith(beginning, Qt::CaseInsensitive)) {
            const QString shown = QLatin1Char('/') + command.name +
                                  (command.usage.isEmpty() ? QString() : QLatin1Char(' ') + command.usage);
            found.push_back(
                {shown, command.help, QLatin1Char('/') + command.name + QLatin1Char(' '), {}, {}});
        }
    }
    return found;
}

std::vector<Completion> pictures(const QString& beginning, const CompletionSources& sources) {
    std::vector<Completion> found;
    for (const ChatLine::Emote& emote : sources.emotes) {
        if (emote.name.startsWith(beginning, Qt::CaseInsensitive)) {
            const QString code = QLatin1Char(':') + emote.name + QLatin1Char(':');
            found.push_back({code, {}, code + QLatin1Char(' '), {}, emote.hash});
        }
    }
    for (const Emoji& emoji : emojiNamed(beginning)) {
        found.push_back({emoji.name, {}, emoji.text + QLatin1Char(' '), emoji.text, {}});
    }
    return found;
}

}  // namespace

std::optional<OpenWord> openWordIn(const QString& text, int cursor) {
    int start = cursor;
    while (start > 0 && isNameCharacter(text.at(start - 1))) {
        --start;
    }
    if (start == 0) {
        return std::nullopt;
    }
    --start;
    const QChar mark = text.at(start);
    const bool beginsWord = start == 0 || text.at(start - 1).isSpace();
    const int letters = cursor - start - 1;
    const bool isOpen = (mark == QLatin1Char('@') && beginsWord) ||
                        (mark == QLatin1Char('/') && start == 0) ||
                        (mark == QLatin1Char(':') && beginsWord && letters >= kLeastOfPicture);
    return isOpen ? std::optional(OpenWord{start, cursor - start}) : std::nullopt;
}

std::vector<Completion> completionsFor(const QString& word, const CompletionSources& sources) {
    if (word.isEmpty()) {
        return {};
    }
    const QString beginning = word.mid(1);
    auto found = word.startsWith(QLatin1Char('@'))   ? people(beginning, sources)
                 : word.startsWith(QLatin1Char('/')) ? commands(beginning, sources)
                                                     : pictures(beginning, sources);
    if (found.size() > kMost) {
        found.resize(kMost);
    }
    return found;
}

}  // namespace footlight::chatui
