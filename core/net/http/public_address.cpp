#include "core/net/http/public_address.h"

#include <algorithm>
#include <array>
#include <boost/asio/ip/address.hpp>
#include <cstdint>
#include <string>

namespace footlight::net::http {
namespace {

namespace ip = boost::asio::ip;

struct Network {
    std::uint32_t address;
    unsigned bits;
};

constexpr std::array kSpecial{
    Network{0x00000000U, 8},   // this network
    Network{0x0A000000U, 8},   // private
    Network{0x64400000U, 10},  // shared by a carrier's customers
    Network{0x7F000000U, 8},   // this machine
    Network{0xA9FE0000U, 16},  // link-local, and clouds' metadata
    Network{0xAC100000U, 12},  // private
    Network{0xC0000000U, 24},  // IETF protocols
    Network{0xC0000200U, 24},  // documentation
    Network{0xC0586300U, 24},  // 6to4 relays
    Network{0xC0A80000U, 16},  // private
    Network{0xC6120000U, 15},  // benchmarks
    Network{0xC6336400U, 24},  // documentation
    Network{0xCB007100U, 24},  // documentation
    Network{0xE0000000U, 3},   // many receivers, and the future
};

bool isPublic(const ip::address_v4& address) {
    const auto value = address.to_uint();
    return std::ranges::none_of(kSpecial, [value](const Network& network) {
        return (value ^ network.address) >> (32 - network.bits) == 0;
    });
}

bool isPublic(const ip::address_v6& address) {
    if (address.is_v4_mapped()) {
        return isPublic(ip::make_address_v4(ip::v4_mapped, address));
    }
    const auto bytes = address.to_bytes();
    const unsigned first = static_cast<unsigned>(bytes[0]) << 8U | bytes[1];
    const unsigned second = static_cast<unsigned>(bytes[2]) << 8U | bytes[3];
    // 2000::/3 is what is given out; of it 2001::/23 is for protocols, 2001:db8::/32 for books, 2002::/16
    // stands for IPv4 addresses, 3fff::/20 is for books.
    const bool isGivenOut = first >> 13U == 1;
    const bool isSpecial = (first == 0x2001U && (second < 0x0200U || second == 0x0DB8U)) ||
                           first == 0x2002U || (first == 0x3FFFU && second < 0x1000U);
    return isGivenOut && !isSpecial;
}

}  // namespace

bool isPublicAddress(std::string_view address) {
    boost::system::error_code error;
    const auto parsed = ip::make_address(std::string(address), error);
    if (error) {
        return false;
    }
    return parsed.is_v4() ? isPublic(parsed.to_v4()) : isPublic(parsed.to_v6());
}

}  // namespace footlight::net::http
