#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/net/http/message.h"
#include "core/wire/channel_settings.h"

namespace footlight::relay::api {

/// True for 127.0.0.0/8 and ::1, also in its IPv4-mapped form.
bool isLoopback(std::string_view address);

struct ServicePorts {
    std::uint16_t rtmp = 1935;
    std::uint16_t media = 8081;
    std::uint16_t hub = 8080;
    std::uint16_t srt = 0;          ///< 0: SRT is not taken
    bool hasTls = false;            ///< media and hub speak TLS, RTMP both
    bool hasRtmps = false;          ///< RTMP speaks both, whatever the others do
    bool hasSrtPassphrase = false;  ///< without one SRT is taken from this machine alone
};

/// The URLs of this relay's services as seen from outside: by the configured host, or else by the one that
/// the asker itself used.
class Addresses {
public:
    Addresses(std::string publicHost, ServicePorts ports);

    /// A host as it stands in a URL, from the request's Host header.
    [[nodiscard]] std::string hostFor(const net::http::Request& request) const;

    [[nodiscard]] std::string rtmp(const std::string& host) const;
    [[nodiscard]] std::string media(const std::string& host) const;
    [[nodiscard]] std::string api(const std::string& host) const;
    [[nodiscard]] std::string socket(const std::string& host) const;
    /// Nothing where the relay has no certificate.
    [[nodiscard]] std::optional<std::string> rtmps(const std::string& host) const;
    /// Nothing where SRT is not taken.
    [[nodiscard]] std::optional<std::string> srt(const std::string& host) const;
    [[nodiscard]] wire::IngestAddresses ingest(const std::string& host) const;

private:
    std::string publicHost_;
    ServicePorts ports_;
};

}  // namespace footlight::relay::api
