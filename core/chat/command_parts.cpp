#include "core/chat/command_parts.h"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <utility>
#include <vector>

namespace footlight::chat {

std::string_view trimmed(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    const auto last = text.find_last_not_of(' ');
    return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

std::string_view takeWord(std::string_view& text) {
    text = trimmed(text);
    const auto word = text.substr(0, text.find(' '));
    text.remove_prefix(word.size());
    text = trimmed(text);
    return word;
}

std::string takeName(std::string_view& text) {
    auto word = takeWord(text);
    if (word.starts_with('@')) {
        word.remove_prefix(1);
    }
    return std::string(word);
}

std::optional<std::chrono::seconds> parseDuration(std::string_view text) {
    constexpr std::chrono::seconds kLongest{std::chrono::hours{24 * 365}};
    std::int64_t count = 0;
    const auto* const last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, count);
    if (error != std::errc{} || count < 0 || count > kLongest.count() || last - end > 1) {
        return std::nullopt;
    }
    const char unit = end == last ? 's' : *end;
    const std::int64_t seconds = unit == 's'   ? 1
                                 : unit == 'm' ? 60
                                 : unit == 'h' ? 3'600
                                 : unit == 'd' ? 86'400
                                               : 0;
    const std::chrono::seconds duration{count * seconds};
    return seconds == 0 || duration > kLongest ? std::nullopt : std::optional(duration);
}

std::size_t distance(std::string_view left, std::string_view right) {
    std::vector<std::size_t> row(right.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < left.size(); ++i) {
        auto diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < right.size(); ++j) {
            const auto change = diagonal + (left[i] == right[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({change, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

}  // namespace footlight::chat
