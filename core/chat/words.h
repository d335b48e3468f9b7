#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/chat/message.h"

namespace footlight::chat {

/// At most so many people are told of one message, and so many different pictures stand in it.
inline constexpr std::size_t kMentions = 10;
inline constexpr std::size_t kEmotesInMessage = 20;

/// What follows an `@` that begins a word, in the order of the text and each once.
std::vector<std::string> mentionedNames(std::string_view text);

/// Those of `emotes` that the text shows as `:name:`.
std::vector<Emote> emotesIn(std::string_view text, const std::vector<Emote>& emotes);

/// Whether the text is emoji and the channel's own pictures alone.
bool isEmotesOnly(std::string_view text, const std::vector<Emote>& emotes);

/// The words of a text, split at spaces.
std::vector<std::string_view> wordsOf(std::string_view text);

}  // namespace footlight::chat
