#include "core/relay/gateway/input_url.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace footlight::relay::gateway {

namespace {

struct Scheme {
    std::string_view prefix;
    InputKind kind;
    std::uint16_t port;  ///< 0: must be said
};
constexpr std::array<Scheme, 4> kSchemes{{{"udp://", InputKind::Udp, 0},
                                          {"srt://", InputKind::Srt, 0},
                                          {"rtmp://", InputKind::Rtmp, 1935},
                                          {"rtmps://", InputKind::Rtmps, 443}}};

tl::unexpected<Error> invalid(std::string_view text) {
    return fail(ErrorCategory::Invalid, "input.url",
                std::string(text.substr(0, text.find('?'))) +
                    " is no address of an input; it must be udp://ADDRESS:PORT, srt://HOST:PORT, "
                    "rtmp://HOST/APP/STREAM or rtmps://HOST/APP/STREAM");
}

std::optional<std::uint16_t> toPort(std::string_view text) {
    std::uint16_t port = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    return error == std::errc() && stop == text.data() + text.size() && port != 0 ? std::optional(port)
                                                                                  : std::nullopt;
}

int hexadecimal(char digit) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    const char small = digit >= 'A' && digit <= 'F' ? static_cast<char>(digit + 32) : digit;
    const std::size_t at = kDigits.find(small);
    return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

std::string decoded(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isCoded = text[i] == '%' && i + 2 < text.size() && hexadecimal(text[i + 1]) >= 0 &&
                             hexadecimal(text[i + 2]) >= 0;
        plain +=
            isCoded ? static_cast<char>(hexadecimal(text[i + 1]) * 16 + hexadecimal(text[i + 2])) : text[i];
        i += isCoded ? 2 : 0;
    }
    return plain;
}

/// HOST, HOST:PORT, [ADDRESS]:PORT; a leading @ (multicast, as VLC writes it) is passed over.
bool readAuthority(std::string_view text, InputUrl& url) {
    if (text.starts_with('@')) {
        text.remove_prefix(1);
    }
    const std::size_t bracket = text.starts_with('[') ? text.find(']') : std::string_view::npos;
    const std::size_t colon = text.find(':', bracket == std::string_view::npos ? 0 : bracket);
    url.host = bracket == std::string_view::npos ? text.substr(0, colon) : text.substr(1, bracket - 1);
    if (colon != std::string_view::npos) {
        const auto port = toPort(text.substr(colon + 1));
        if (!port) {
            return false;
        }
        url.port = *port;
    }
    return !url.host.empty() && url.port != 0;
}

}  // namespace

std::string InputUrl::parameter(std::string_view name) const {
    std::string_view rest = query;
    while (!rest.empty()) {
        const std::string_view pair = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
        const std::size_t equals = std::min(pair.find('='), pair.size());
        if (pair.substr(0, equals) == name) {
            return decoded(pair.substr(std::min(equals + 1, pair.size())));
        }
    }
    return {};
}

Result<InputUrl> parseInputUrl(std::string_view text) {
    for (const Scheme& scheme : kSchemes) {
        if (!text.starts_with(scheme.prefix)) {
            continue;
        }
        InputUrl url;
        url.kind = scheme.kind;
        url.port = scheme.port;
        const std::string_view rest = text.substr(scheme.prefix.size());
        const std::string_view place = rest.substr(0, rest.find('?'));
        url.query = place.size() < rest.size() ? rest.substr(place.size() + 1) : std::string_view();
        const std::size_t slash = std::min(place.find('/'), place.size());
        url.path = place.substr(std::min(slash + 1, place.size()));
        const bool isPull = scheme.kind == InputKind::Rtmp || scheme.kind == InputKind::Rtmps;
        if (!readAuthority(place.substr(0, slash), url) ||
            (isPull && url.path.find('/') == std::string::npos)) {
            return invalid(text);
        }
        return url;
    }
    return invalid(text);
}

}  // namespace footlight::relay::gateway
