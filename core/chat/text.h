#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace footlight::chat {

/// One line of chat in composed form (NFC): 1 to 500 characters, at most 2,000 bytes of valid UTF-8, no
/// control character, something visible, at most 4 combining marks behind one character (RELIABILITY L18).
/// Invalid (`chat.text`) says which.
Result<std::string> cleanText(std::string_view text);

/// The same characters, 1 to 200 of them: what a poll or a viewer asks. Invalid (`chat.question`).
Result<std::string> cleanQuestion(std::string_view text);

/// The same characters, 1 to 80 of them: one choice of a poll. Invalid (`chat.option`).
Result<std::string> cleanOption(std::string_view text);

/// The same characters, at most 140 of them and maybe none: a broadcast's title.
Result<> checkTitle(std::string_view title);

/// The first characters of a text, with an ellipsis where there are more.
std::string excerpt(std::string_view text, std::size_t characters);

/// Whether a word is emoji and nothing else.
bool isPicture(std::string_view word);

}  // namespace footlight::chat
