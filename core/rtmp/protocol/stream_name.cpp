#include "core/rtmp/protocol/stream_name.h"

#include <algorithm>

namespace footlight::rtmp {

namespace {

constexpr std::size_t kLongestPart = 128;
constexpr std::size_t kLongestApp = 256;

bool isNameCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

bool isPart(std::string_view text) {
    return !text.empty() && text.size() <= kLongestPart &&
           std::all_of(text.begin(), text.end(), isNameCharacter);
}

std::string_view withoutQuery(std::string_view text) { return text.substr(0, text.find('?')); }

std::string_view withoutOuterSlashes(std::string_view text) {
    while (text.starts_with('/')) {
        text.remove_prefix(1);
    }
    while (text.ends_with('/')) {
        text.remove_suffix(1);
    }
    return text;
}

}  // namespace

Result<StreamName> parseStreamName(std::string_view app, std::string_view name) {
    std::string path(withoutOuterSlashes(withoutQuery(app)));
    path += '/';
    path += withoutOuterSlashes(withoutQuery(name));
    const std::string_view whole = withoutOuterSlashes(path);
    const std::size_t slash = whole.find('/');
    const std::string_view first = whole.substr(0, slash);
    const std::string_view second = slash == std::string_view::npos ? "" : whole.substr(slash + 1);
    if (!isPart(first) || !isPart(second)) {
        return fail(
            ErrorCategory::Invalid, "rtmp.stream_name",
            "the address is not of the form rtmp://host/live with a stream key of letters, digits, - and _");
    }
    return StreamName{std::string(first), std::string(second)};
}

bool isPlausibleApp(std::string_view app) {
    const std::string_view path = withoutOuterSlashes(withoutQuery(app));
    return !path.empty() && path.size() <= kLongestApp &&
           std::all_of(path.begin(), path.end(), [](char c) { return isNameCharacter(c) || c == '/'; });
}

std::string queryValue(std::string_view name, std::string_view field) {
    std::size_t at = name.find('?');
    while (at != std::string_view::npos) {
        const std::string_view rest = name.substr(at + 1);
        const std::string_view pair = rest.substr(0, rest.find('&'));
        if (pair.substr(0, pair.find('=')) == field && pair.size() > field.size()) {
            return std::string(pair.substr(field.size() + 1));
        }
        at = name.find('&', at + 1);
    }
    return {};
}

std::string printable(std::string_view text, std::size_t limit) {
    std::string clean(text.substr(0, limit));
    std::replace_if(
        clean.begin(), clean.end(), [](char c) { return c < 0x20 || c > 0x7E; }, '?');
    return clean;
}

}  // namespace footlight::rtmp
