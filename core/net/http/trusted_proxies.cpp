#include "core/net/http/trusted_proxies.h"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <charconv>

namespace footlight::net::http {
namespace {

constexpr unsigned kBits = 128;
/// How far into an IPv4 address as IPv6 has it (::ffff:10.0.0.1) the address itself begins.
constexpr unsigned kMappedBits = 96;
constexpr unsigned kByte = 8;
constexpr std::string_view kBlanks = " \t";

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(kBlanks);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

/// Cuts at each of `separators` that does not stand in a quoted string.
std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
    std::vector<std::string_view> parts;
    bool isQuoted = false;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isQuoted && text[i] == '\\') {
            ++i;
        } else if (text[i] == '"') {
            isQuoted = !isQuoted;
        } else if (!isQuoted && separators.find(text[i]) != std::string_view::npos) {
            parts.push_back(trimmed(text.substr(begin, i - begin)));
            begin = i + 1;
        }
    }
    parts.push_back(trimmed(text.substr(begin)));
    return parts;
}

/// "192.0.2.1", "192.0.2.1:80", "[2001:db8::1]", "[2001:db8::1]:80" and "2001:db8::1" without the port.
std::string_view withoutPort(std::string_view node) {
    if (node.starts_with('[')) {
        return node.substr(1, std::min(node.find(']'), node.size()) - 1);
    }
    const auto colon = node.find(':');
    return colon != std::string_view::npos && colon == node.rfind(':') ? node.substr(0, colon) : node;
}

std::string_view unquoted(std::string_view value) {
    const bool isQuoted = value.size() >= 2 && value.starts_with('"') && value.ends_with('"');
    return isQuoted ? value.substr(1, value.size() - 2) : value;
}

/// What `for` says in one element of Forwarded: for=192.0.2.1;proto=https. Empty where it does not say it.
std::string_view forIn(std::string_view element) {
    for (const auto pair : split(element, ";")) {
        const auto equals = pair.find('=');
        if (equals != std::string_view::npos && equalsIgnoringCase(trimmed(pair.substr(0, equals)), "for")) {
            return unquoted(trimmed(pair.substr(equals + 1)));
        }
    }
    return {};
}

/// All headers of that name make one list; nothing where there is none.
std::vector<std::string> chainOf(const std::vector<Header>& headers, std::string_view name,
                                 std::string_view (*read)(std::string_view)) {
    std::vector<std::string> chain;
    for (const auto& header : headers) {
        if (!equalsIgnoringCase(header.name, name) || trimmed(header.value).empty()) {
            continue;
        }
        for (const auto element : split(header.value, ",")) {
            chain.emplace_back(withoutPort(read(element)));
        }
    }
    return chain;
}

bool isUnder(const auto& address, const auto& network) {
    const unsigned whole = network.bits / kByte;
    const unsigned rest = network.bits % kByte;
    if (!std::equal(address.begin(), address.begin() + whole, network.address.begin())) {
        return false;
    }
    const auto mask = static_cast<std::uint8_t>(0xFFU << (kByte - rest));
    return rest == 0 || ((address[whole] ^ network.address[whole]) & mask) == 0;
}

tl::unexpected<Error> invalid(std::string_view text, std::string_view why) {
    return fail(ErrorCategory::Invalid, "proxies.network",
                "\"" + std::string(text) + "\" " + std::string(why) +
                    "; write addresses and networks such as 127.0.0.1, 10.0.0.0/8 or 2001:db8::/32");
}

}  // namespace

std::optional<TrustedProxies::Bytes> TrustedProxies::bytesOf(std::string_view text) {
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(std::string(text), error);
    if (error) {
        return std::nullopt;
    }
    return address.is_v6() ? address.to_v6().to_bytes()
                           : make_address_v6(boost::asio::ip::v4_mapped, address.to_v4()).to_bytes();
}

Result<TrustedProxies::Network> TrustedProxies::network(std::string_view text) {
    const auto slash = text.find('/');
    const auto address = bytesOf(text.substr(0, slash));
    if (!address) {
        return invalid(text, "is no address");
    }
    const unsigned before = text.substr(0, slash).find(':') == std::string_view::npos ? kMappedBits : 0;
    Network made{*address, kBits};
    if (slash != std::string_view::npos) {
        const auto bits = text.substr(slash + 1);
        const auto* const end = bits.data() + bits.size();
        const auto [stop, error] = std::from_chars(bits.data(), end, made.bits);
        if (error != std::errc() || stop != end || made.bits > kBits - before) {
            return invalid(text, "has no length of a network behind the /");
        }
        made.bits += before;
    }
    const auto isSet = [&made](unsigned bit) {
        return (made.address[bit / kByte] >> (kByte - 1 - bit % kByte) & 1U) != 0;
    };
    for (unsigned bit = made.bits; bit < kBits; ++bit) {
        if (isSet(bit)) {
            return invalid(text, "says more of the address than belongs to the network");
        }
    }
    return made;
}

Result<TrustedProxies> TrustedProxies::parse(std::string_view text) {
    TrustedProxies proxies;
    for (const auto one : split(text, ", \t")) {
        if (one.empty()) {
            continue;
        }
        const auto made = network(one);
        if (!made) {
            return fail(made.error());
        }
        proxies.networks_.push_back(*made);
    }
    return proxies;
}

bool TrustedProxies::contains(std::string_view address) const {
    const auto bytes = networks_.empty() ? std::nullopt : bytesOf(address);
    return bytes && std::ranges::any_of(
                        networks_, [&bytes](const Network& network) { return isUnder(*bytes, network); });
}

std::string TrustedProxies::last(const std::vector<std::string>& chain, const std::string& peer) const {
    for (auto node = chain.rbegin(); node != chain.rend(); ++node) {
        const bool isFirst = std::next(node) == chain.rend();
        if (!bytesOf(*node) || (isLoopback(*node) && !isLoopback(peer))) {
            return kUnknown;
        }
        if (isFirst || !contains(*node)) {
            return *node;
        }
    }
    return peer;
}

std::string TrustedProxies::clientOf(const std::string& peer, const std::vector<Header>& headers) const {
    if (!contains(peer)) {
        return peer;
    }
    const auto asItIs = [](std::string_view element) { return element; };
    const auto listed = chainOf(headers, "X-Forwarded-For", asItIs);
    const auto forwarded = chainOf(headers, "Forwarded", forIn);
    if (listed.empty() || forwarded.empty()) {
        return last(listed.empty() ? forwarded : listed, peer);
    }
    // A proxy that writes only one of them passes on what the client made of the other.
    auto client = last(listed, peer);
    return client == last(forwarded, peer) ? client : kUnknown;
}

}  // namespace footlight::net::http
