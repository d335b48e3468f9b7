#include "core/chat/words.h"

#include <algorithm>

#include "core/chat/text.h"

namespace footlight::chat {
namespace {

bool isNameCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

/// Letters of other scripts are bytes beyond ASCII: "é@ada" is an address, not a mention.
bool continuesWord(char c) { return isNameCharacter(c) || static_cast<unsigned char>(c) >= 0x80; }

std::string_view nameAt(std::string_view text, std::size_t at) {
    auto end = at;
    while (end < text.size() && isNameCharacter(text[end])) {
        ++end;
    }
    return text.substr(at, end - at);
}

}  // namespace

std::vector<std::string> mentionedNames(std::string_view text) {
    std::vector<std::string> names;
    for (std::size_t at = text.find('@'); at != std::string_view::npos && names.size() < kMentions;
         at = text.find('@', at + 1)) {
        if (at > 0 && continuesWord(text[at - 1])) {
            continue;
        }
        std::string name(nameAt(text, at + 1));
        if (!name.empty() && std::ranges::find(names, name) == names.end()) {
            names.push_back(std::move(name));
        }
    }
    return names;
}

std::vector<Emote> emotesIn(std::string_view text, const std::vector<Emote>& emotes) {
    std::vector<Emote> shown;
    for (std::size_t at = text.find(':'); at != std::string_view::npos && shown.size() < kEmotesInMessage;
         at = text.find(':', at + 1)) {
        const auto name = nameAt(text, at + 1);
        const auto end = at + 1 + name.size();
        if (name.empty() || end >= text.size() || text[end] != ':') {
            continue;
        }
        const auto found = std::ranges::find(emotes, name, &Emote::name);
        if (found != emotes.end() && std::ranges::find(shown, *found) == shown.end()) {
            shown.push_back(*found);
        }
    }
    return shown;
}

bool isEmotesOnly(std::string_view text, const std::vector<Emote>& emotes) {
    const auto words = wordsOf(text);
    return !words.empty() && std::ranges::all_of(words, [&emotes](std::string_view word) {
        const bool isNamed = word.size() > 2 && word.front() == ':' && word.back() == ':';
        return isNamed
                   ? std::ranges::find(emotes, word.substr(1, word.size() - 2), &Emote::name) != emotes.end()
                   : isPicture(word);
    });
}

std::vector<std::string_view> wordsOf(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const auto begin = std::min(text.find_first_not_of(' '), text.size());
        text.remove_prefix(begin);
        const auto end = std::min(text.find(' '), text.size());
        if (end > 0) {
            words.push_back(text.substr(0, end));
        }
        text.remove_prefix(end);
    }
    return words;
}

}  // namespace footlight::chat
