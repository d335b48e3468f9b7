#pragma once

#include <string_view>

#include "core/base/result.h"

namespace footlight::chat {

/// One line of chat: 1 to 500 characters, at most 2,000 bytes of valid UTF-8, no control character, something
/// visible, at most 4 combining marks behind one character (RELIABILITY L18). Invalid says which.
Result<> checkText(std::string_view text);

/// The same characters, at most 140 of them and maybe none: a broadcast's title.
Result<> checkTitle(std::string_view title);

}  // namespace footlight::chat
