#pragma once

#include <string>

namespace footlight::net::http {

/// Whom an address is counted as: an IPv4 address, also where it came written as IPv6, or an IPv6 /64, of
/// which one household has all. What is no address at all is its own key.
struct AddressKey {
    std::string key;
    bool isLoopback = false;
};
[[nodiscard]] AddressKey addressKeyOf(const std::string& address);

}  // namespace footlight::net::http
