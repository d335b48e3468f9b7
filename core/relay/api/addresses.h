#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/net/http/message.h"

namespace footlight::relay::api {

/// True for 127.0.0.0/8 and ::1, also in its IPv4-mapped form.
bool isLoopback(std::string_view address);

/// The URLs of this relay's services as seen from outside: by the configured host, or else by the one that
/// the asker itself used.
class Addresses {
public:
    Addresses(std::string publicHost, std::uint16_t rtmpPort, std::uint16_t mediaPort, std::uint16_t hubPort);

    /// A host as it stands in a URL, from the request's Host header.
    [[nodiscard]] std::string hostFor(const net::http::Request& request) const;

    [[nodiscard]] std::string rtmp(const std::string& host) const;
    [[nodiscard]] std::string media(const std::string& host) const;
    [[nodiscard]] std::string api(const std::string& host) const;
    [[nodiscard]] std::string socket(const std::string& host) const;
    /// The channel's multivariant playlist.
    [[nodiscard]] std::string playback(const std::string& host, const std::string& channel) const;

private:
    std::string publicHost_;
    std::uint16_t rtmpPort_;
    std::uint16_t mediaPort_;
    std::uint16_t hubPort_;
};

}  // namespace footlight::relay::api
