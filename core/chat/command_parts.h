#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace footlight::chat {

/// "90", "90s", "10m", "2h", "7d"; at most a year.
std::optional<std::chrono::seconds> parseDuration(std::string_view text);

/// Takes the first word off `text`, and the spaces around it; empty at the end.
std::string_view takeWord(std::string_view& text);

/// A name as it was written, with or without `@`.
std::string takeName(std::string_view& text);

/// Text without spaces at its ends.
std::string_view trimmed(std::string_view text);

/// How many letters one must add, drop or change to make one word of the other.
std::size_t distance(std::string_view left, std::string_view right);

}  // namespace footlight::chat
