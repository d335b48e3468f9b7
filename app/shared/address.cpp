#include "app/shared/address.h"

#include <arpa/inet.h>

#include <array>
#include <charconv>

namespace footlight::app {

namespace {

bool isIp(const std::string& host, int family) {
    std::array<unsigned char, sizeof(in6_addr)> parsed{};
    return ::inet_pton(family, host.c_str(), parsed.data()) == 1;
}

auto refuse() {
    return fail(ErrorCategory::Invalid, "address.form",
                "must be HOST:PORT with an IP address or localhost, and a port from 0 to 65535, such as "
                "127.0.0.1:1935 or [::1]:1935");
}

}  // namespace

Result<Address> Address::parse(std::string_view text) {
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos || colon + 1 == text.size()) {
        return refuse();
    }
    std::string host(text.substr(0, colon));
    const bool isBracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
    if (isBracketed) {
        host = host.substr(1, host.size() - 2);
    }
    if (isBracketed ? !isIp(host, AF_INET6) : host != "localhost" && !isIp(host, AF_INET)) {
        return refuse();
    }
    Address address{std::move(host), 0};
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data() + colon + 1, end, address.port);
    if (error != std::errc() || stop != end) {
        return refuse();
    }
    return address;
}

std::string Address::text() const {
    const bool isV6 = host.find(':') != std::string::npos;
    return (isV6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

}  // namespace footlight::app
