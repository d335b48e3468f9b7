#include "core/relay/hub/stream_url.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace footlight::relay::hub {
namespace {

bool isPrintable(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7f'; });
}

bool isHost(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](unsigned char c) {
        return std::isalnum(c) != 0 || c == '.' || c == '-' || c == '_' || c == ':';
    });
}

/// Cuts `host`, `host:port`, `[v6]` or `[v6]:port`.
bool cutAuthority(std::string_view authority, StreamUrl& url) {
    std::string_view port;
    if (authority.starts_with('[')) {
        const auto end = authority.find(']');
        if (end == std::string_view::npos) {
            return false;
        }
        url.host = authority.substr(1, end - 1);
        port = authority.substr(end + 1);
    } else {
        const auto colon = std::min(authority.find(':'), authority.size());
        url.host = authority.substr(0, colon);
        port = authority.substr(colon);
    }
    if (port.empty()) {
        return isHost(url.host);
    }
    const auto [end, error] = std::from_chars(port.data() + 1, port.data() + port.size(), url.port);
    return isHost(url.host) && port.front() == ':' && error == std::errc{} &&
           end == port.data() + port.size() && url.port != 0;
}

}  // namespace

std::optional<StreamUrl> StreamUrl::parse(std::string_view text) {
    constexpr std::string_view kSeparator = "://";
    const auto separator = text.find(kSeparator);
    if (separator == std::string_view::npos || !isPrintable(text)) {
        return std::nullopt;
    }
    StreamUrl url;
    std::ranges::transform(text.substr(0, separator), std::back_inserter(url.scheme),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto behind = text.substr(separator + kSeparator.size());
    const auto slash = std::min(behind.find_first_of("/?"), behind.size());
    url.rest = behind.substr(slash);
    return cutAuthority(behind.substr(0, slash), url) ? std::optional(std::move(url)) : std::nullopt;
}

}  // namespace footlight::relay::hub
