#include "core/relay/gateway/stream_id.h"

#include <algorithm>

namespace footlight::relay::gateway {

namespace {

constexpr std::size_t kLongest = 512;
constexpr std::size_t kLongestKey = 128;
constexpr std::string_view kKeyed = "#!::";

bool isKeyLetter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') || letter == '_' || letter == '-';
}

tl::unexpected<Error> invalid() {
    return fail(ErrorCategory::Invalid, "srt.stream_id",
                "the stream id is not understood; set it to the channel's stream key");
}

tl::unexpected<Error> plays() {
    return fail(ErrorCategory::Unsupported, "srt.mode", "this relay takes streams over SRT and plays none");
}

Result<StreamName> fromKey(std::string_view app, std::string_view key) {
    if (key.empty() || key.size() > kLongestKey || !std::ranges::all_of(key, isKeyLetter)) {
        return invalid();
    }
    return StreamName{std::string(app), Secret(std::string(key))};
}

/// KEY, or a word and KEY with `/` or `:` between.
Result<StreamName> fromPath(std::string_view path) {
    const std::size_t separator = path.find_first_of("/:");
    if (separator == std::string_view::npos) {
        return fromKey("live", path);
    }
    const std::string_view word = path.substr(0, separator);
    const std::string_view rest = path.substr(separator + 1);
    if (word == "read" || word == "play" || word == "request") {
        return plays();
    }
    if (word == "publish") {
        return rest.starts_with("live/") || rest.starts_with("backup/") ? fromPath(rest)
                                                                        : fromKey("live", rest);
    }
    return word == "live" || word == "backup" ? fromKey(word, rest) : invalid();
}

/// Names and values with commas between; names that say nothing to us (`u`, `s`, `t`) are passed over.
Result<StreamName> fromKeyed(std::string_view text) {
    std::string_view resource;
    std::string_view mode = "publish";
    while (!text.empty()) {
        const std::string_view pair = text.substr(0, text.find(','));
        text.remove_prefix(std::min(pair.size() + 1, text.size()));
        if (pair.starts_with("r=")) {
            resource = pair.substr(2);
        } else if (pair.starts_with("m=")) {
            mode = pair.substr(2);
        }
    }
    if (mode != "publish") {
        return plays();
    }
    return fromPath(resource.starts_with('/') ? resource.substr(1) : resource);
}

}  // namespace

Result<StreamName> parseStreamId(std::string_view id) {
    if (id.size() > kLongest) {
        return invalid();
    }
    return id.starts_with(kKeyed) ? fromKeyed(id.substr(kKeyed.size())) : fromPath(id);
}

}  // namespace footlight::relay::gateway
