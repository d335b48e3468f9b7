#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/net/http/message.h"

namespace footlight::net::http {

/// The reverse proxies whose word is taken on where a request comes from: `X-Forwarded-For` and `Forwarded`
/// (RFC 7239). Never changes once made; any thread.
class TrustedProxies {
public:
    /// Addresses and networks ("10.0.0.0/8", "2001:db8::/32"), commas or blanks between them; an empty text
    /// is nobody. Invalid, with a message that completes "it is ..., but".
    static Result<TrustedProxies> parse(std::string_view text);

    [[nodiscard]] bool isEmpty() const { return networks_.empty(); }
    [[nodiscard]] bool contains(std::string_view address) const;

    /// Whose address a request has that came from `peer`: the peer's own unless that is one of these. Then
    /// the last one in what the proxies say of the way that is none of these. kUnknown where they do not say
    /// it: it is no address, both headers are there and disagree, or a proxy elsewhere speaks of loopback.
    [[nodiscard]] std::string clientOf(const std::string& peer, const std::vector<Header>& headers) const;

    /// No address, and so none of this machine's: all of whom nobody knows are counted as one.
    static constexpr auto kUnknown = "unknown";

private:
    using Bytes = std::array<std::uint8_t, 16>;
    struct Network {
        Bytes address{};  ///< an IPv4 one as IPv6 has it
        unsigned bits = 0;
    };

    static std::optional<Bytes> bytesOf(std::string_view address);
    static Result<Network> network(std::string_view text);
    /// The client by a chain of addresses, the nearest last.
    [[nodiscard]] std::string last(const std::vector<std::string>& chain, const std::string& peer) const;

    std::vector<Network> networks_;
};

}  // namespace footlight::net::http
