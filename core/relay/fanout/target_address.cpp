#include "core/relay/fanout/target_address.h"

#include <algorithm>
#include <charconv>

namespace footlight::relay::fanout {
namespace {

constexpr std::uint16_t kRtmp = 1935;
constexpr std::uint16_t kRtmps = 443;
constexpr std::size_t kLongest = 1'024;

tl::unexpected<Error> invalid(const std::string& why) {
    return fail(ErrorCategory::Invalid, "target.address",
                "the service's address " + why + "; it looks like rtmps://live.example.com/app");
}

bool isPlain(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c > 0x20 && c < 0x7F; });
}

}  // namespace

Result<TargetAddress> TargetAddress::parse(std::string_view url) {
    TargetAddress address;
    address.isSecure = url.starts_with("rtmps://");
    if (!address.isSecure && !url.starts_with("rtmp://")) {
        return invalid("begins with neither rtmp:// nor rtmps://");
    }
    if (url.size() > kLongest || !isPlain(url)) {
        return invalid("holds characters that no address has, or is too long");
    }
    address.port = address.isSecure ? kRtmps : kRtmp;
    url.remove_prefix(address.isSecure ? 8 : 7);
    auto place = url.substr(0, url.find('/'));
    auto app = url.substr(std::min(url.size(), place.size() + 1));
    while (app.ends_with('/')) {
        app.remove_suffix(1);
    }
    const auto colon = place.rfind(':');
    if (colon != std::string_view::npos && place.find(']', colon) == std::string_view::npos) {
        const auto digits = place.substr(colon + 1);
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), address.port);
        if (error != std::errc{} || end != digits.data() + digits.size() || address.port == 0) {
            return invalid("has a port that is no number from 1 to 65535");
        }
        place = place.substr(0, colon);
    }
    if (place.starts_with('[') && place.ends_with(']')) {
        place = place.substr(1, place.size() - 2);
    }
    if (place.empty() || app.empty()) {
        return invalid(place.empty() ? "names no host" : "names no application behind the host");
    }
    if (place.find('@') != std::string_view::npos) {
        return invalid("holds a user's name; the key has a field of its own");
    }
    address.host = place;
    address.app = app;
    return address;
}

}  // namespace footlight::relay::fanout
