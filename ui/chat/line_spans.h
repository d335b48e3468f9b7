#pragma once

#include <QString>
#include <vector>

#include "ui/chat/chat_line.h"

namespace footlight::chatui {

/// A stretch of a message's text that is more than text.
struct Span {
    enum class Kind : std::uint8_t { Mention, Link, Emote, Emoji };
    Kind kind = Kind::Link;
    int start = 0;
    int length = 0;
    QString target{};  ///< a person's true name, an address, an emote's hash; empty for emoji

    bool operator==(const Span&) const = default;
};

/// The mentions, links (http and https alone), emotes and runs of emoji of a message, in their order, none
/// within another. A link with a name or password before its host is none: it would seem to lead elsewhere.
std::vector<Span> spansOf(const QString& text, const QStringList& mentions,
                          const std::vector<ChatLine::Emote>& emotes);

/// Whether a message is a few pictures and nothing else, which are then shown larger.
bool isPicturesAlone(const QString& text, const std::vector<Span>& spans);

}  // namespace footlight::chatui
