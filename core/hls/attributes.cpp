#include "core/hls/attributes.h"

#include <charconv>
#include <cmath>

namespace footlight::hls {
namespace {

constexpr double kLongestSeconds = 1e6;

tl::unexpected<Error> corrupt(std::string message) {
    return fail(ErrorCategory::Corrupt, "hls.attribute", std::move(message));
}

/// Where the value that begins at `from` ends: quotes may hold commas.
std::size_t endOfValue(std::string_view list, std::size_t from) {
    if (from < list.size() && list[from] == '"') {
        const auto closing = list.find('"', from + 1);
        return closing == std::string_view::npos ? closing : closing + 1;
    }
    return std::min(list.find(',', from), list.size());
}

std::string_view withoutQuotes(std::string_view value) {
    return value.size() >= 2 && value.front() == '"' ? value.substr(1, value.size() - 2) : value;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    return text;
}

/// Takes `digits` decimal digits off the front of `text`.
std::optional<int> takeNumber(std::string_view& text, std::size_t digits) {
    int number = 0;
    if (text.size() < digits) {
        return std::nullopt;
    }
    const auto [end, error] = std::from_chars(text.data(), text.data() + digits, number);
    if (error != std::errc{} || end != text.data() + digits || number < 0) {
        return std::nullopt;
    }
    text.remove_prefix(digits);
    return number;
}

bool takeCharacter(std::string_view& text, char character) {
    if (text.empty() || text.front() != character) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

std::chrono::milliseconds takeFraction(std::string_view& text) {
    int milliseconds = 0;
    int weight = 100;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        milliseconds += (text.front() - '0') * weight;
        weight /= 10;
        text.remove_prefix(1);
    }
    return std::chrono::milliseconds{milliseconds};
}

/// `Z`, `+01:00`, `+0100`, or nothing, which is read as UTC.
std::optional<std::chrono::minutes> takeZone(std::string_view text) {
    if (text.empty() || text == "Z") {
        return std::chrono::minutes{0};
    }
    const int sign = text.front() == '-' ? -1 : 1;
    if (!takeCharacter(text, '+') && !takeCharacter(text, '-')) {
        return std::nullopt;
    }
    const auto hours = takeNumber(text, 2);
    takeCharacter(text, ':');
    const auto minutes = takeNumber(text, 2);
    if (!hours || !minutes || !text.empty()) {
        return std::nullopt;
    }
    return std::chrono::minutes{sign * (*hours * 60 + *minutes)};
}

std::optional<std::chrono::sys_days> takeDate(std::string_view& text) {
    const auto year = takeNumber(text, 4);
    const bool hasMonth = takeCharacter(text, '-');
    const auto month = takeNumber(text, 2);
    const bool hasDay = takeCharacter(text, '-');
    const auto day = takeNumber(text, 2);
    if (!year || !hasMonth || !month || !hasDay || !day) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year{*year},
                                           std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    return date.ok() ? std::optional(std::chrono::sys_days(date)) : std::nullopt;
}

std::optional<std::chrono::milliseconds> takeTimeOfDay(std::string_view& text) {
    const auto hours = takeNumber(text, 2);
    const bool hasMinutes = takeCharacter(text, ':');
    const auto minutes = takeNumber(text, 2);
    const bool hasSeconds = takeCharacter(text, ':');
    const auto seconds = takeNumber(text, 2);
    if (!hours || !hasMinutes || !minutes || !hasSeconds || !seconds) {
        return std::nullopt;
    }
    const auto fraction = takeCharacter(text, '.') ? takeFraction(text) : std::chrono::milliseconds{0};
    return std::chrono::hours{*hours} + std::chrono::minutes{*minutes} + std::chrono::seconds{*seconds} +
           fraction;
}

}  // namespace

Result<Attributes> Attributes::parse(std::string_view list) {
    Attributes attributes;
    std::size_t at = 0;
    while (at < list.size()) {
        const auto equals = list.find('=', at);
        if (equals == std::string_view::npos) {
            return corrupt("an attribute without a value: " + std::string(list.substr(at, 40)));
        }
        const auto end = endOfValue(list, equals + 1);
        if (end == std::string_view::npos || (end < list.size() && list[end] != ',')) {
            return corrupt("an attribute's quotes do not close: " + std::string(list.substr(at, 40)));
        }
        attributes.values_.emplace_back(trimmed(list.substr(at, equals - at)),
                                        withoutQuotes(trimmed(list.substr(equals + 1, end - equals - 1))));
        at = end + 1;
    }
    return attributes;
}

std::optional<std::string_view> Attributes::value(std::string_view name) const {
    for (const auto& [key, text] : values_) {
        if (key == name) {
            return text;
        }
    }
    return std::nullopt;
}

std::string Attributes::text(std::string_view name) const {
    return std::string(value(name).value_or(std::string_view{}));
}

Result<std::string> Attributes::required(std::string_view name) const {
    const auto text = value(name);
    if (!text || text->empty()) {
        return corrupt("the attribute " + std::string(name) + " is missing");
    }
    return std::string(*text);
}

Result<std::uint64_t> Attributes::integer(std::string_view name) const {
    return required(name).and_then([](const std::string& text) { return parseInteger(text); });
}

Result<media::MediaTime> Attributes::seconds(std::string_view name) const {
    return required(name).and_then([](const std::string& text) { return parseSeconds(text); });
}

Result<media::MediaTime> Attributes::optionalSeconds(std::string_view name) const {
    return value(name) ? seconds(name) : media::MediaTime{0};
}

Result<media::MediaTime> parseSeconds(std::string_view text) {
    double seconds = 0;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), seconds, std::chars_format::fixed);
    const bool isWhole = error == std::errc{} && end == text.data() + text.size();
    if (!isWhole || !(seconds >= 0 && seconds < kLongestSeconds)) {
        return corrupt("'" + std::string(text.substr(0, 40)) + "' is no number of seconds");
    }
    return media::MediaTime{std::llround(seconds * media::MediaTime::period::den)};
}

Result<std::uint64_t> parseInteger(std::string_view text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) {
        return corrupt("'" + std::string(text.substr(0, 40)) + "' is no whole number");
    }
    return number;
}

Result<ByteRange> parseByteRange(std::string_view text) {
    const auto at = text.find('@');
    const auto length = parseInteger(text.substr(0, at));
    if (!length) {
        return fail(length.error());
    }
    ByteRange range{*length, std::nullopt};
    if (at != std::string_view::npos) {
        const auto offset = parseInteger(text.substr(at + 1));
        if (!offset) {
            return fail(offset.error());
        }
        range.offset = *offset;
    }
    return range;
}

Result<UtcTime> parseDateTime(std::string_view text) {
    auto rest = text;
    const auto date = takeDate(rest);
    const bool hasTime = takeCharacter(rest, 'T') || takeCharacter(rest, ' ');
    const auto time = takeTimeOfDay(rest);
    const auto zone = takeZone(rest);
    if (!date || !hasTime || !time || !zone) {
        return corrupt("'" + std::string(text.substr(0, 40)) + "' is no date and time of ISO 8601");
    }
    return UtcTime{*date + *time - *zone};
}

}  // namespace footlight::hls
