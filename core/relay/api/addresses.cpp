#include "core/relay/api/addresses.h"

#include <algorithm>
#include <cctype>

namespace footlight::relay::api {
namespace {

constexpr std::size_t kLongestHost = 253;

/// Letters, digits and what host names and addresses are made of: nothing that could end a URL's host.
bool isHost(std::string_view text) {
    return !text.empty() && text.size() <= kLongestHost && std::ranges::all_of(text, [](unsigned char c) {
        return std::isalnum(c) != 0 || c == '.' || c == '-' || c == '_' || c == ':' || c == '[' || c == ']';
    });
}

std::string_view withoutPort(std::string_view hostHeader) {
    const auto colon = hostHeader.rfind(':');
    const auto bracket = hostHeader.rfind(']');
    const bool hasPort =
        colon != std::string_view::npos && (bracket == std::string_view::npos || colon > bracket);
    return hasPort ? hostHeader.substr(0, colon) : hostHeader;
}

std::string url(std::string_view scheme, const std::string& host, std::uint16_t port, std::string_view path) {
    return std::string(scheme) + "://" + host + ":" + std::to_string(port) + std::string(path);
}

}  // namespace

bool isLoopback(std::string_view address) {
    constexpr std::string_view kMapped = "::ffff:";
    if (address.starts_with(kMapped)) {
        address.remove_prefix(kMapped.size());
    }
    return address == "::1" || address.starts_with("127.");
}

Addresses::Addresses(std::string publicHost, ServicePorts ports)
    : publicHost_(std::move(publicHost)), ports_(ports) {}

std::string Addresses::hostFor(const net::http::Request& request) const {
    if (!publicHost_.empty()) {
        return publicHost_;
    }
    const auto host = withoutPort(request.header("Host"));
    return isHost(host) ? std::string(host) : "127.0.0.1";
}

std::string Addresses::rtmp(const std::string& host) const { return url("rtmp", host, ports_.rtmp, "/live"); }

std::string Addresses::media(const std::string& host) const {
    return url(ports_.hasTls ? "https" : "http", host, ports_.media, "");
}

std::string Addresses::api(const std::string& host) const {
    return url(ports_.hasTls ? "https" : "http", host, ports_.hub, "/api/v1");
}

std::string Addresses::socket(const std::string& host) const {
    return url(ports_.hasTls ? "wss" : "ws", host, ports_.hub, "/api/v1/socket");
}

std::optional<std::string> Addresses::rtmps(const std::string& host) const {
    const bool isTaken = ports_.hasTls || ports_.hasRtmps;
    return isTaken ? std::optional(url("rtmps", host, ports_.rtmp, "/live")) : std::nullopt;
}

std::optional<std::string> Addresses::srt(const std::string& host) const {
    return ports_.srt != 0 ? std::optional(url("srt", host, ports_.srt, "")) : std::nullopt;
}

wire::IngestAddresses Addresses::ingest(const std::string& host) const {
    wire::IngestAddresses addresses{rtmp(host), url("rtmp", host, ports_.rtmp, "/backup")};
    addresses.rtmps = rtmps(host);
    addresses.srt = srt(host);
    addresses.srtBackup = addresses.srt;
    if (addresses.srt) {
        addresses.srtHasPassphrase = ports_.hasSrtPassphrase;
    }
    if (addresses.rtmps) {
        addresses.rtmpsBackup = url("rtmps", host, ports_.rtmp, "/backup");
    }
    return addresses;
}

}  // namespace footlight::relay::api
