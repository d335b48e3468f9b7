#include "core/net/http/address_key.h"

#include <boost/asio/ip/address.hpp>

namespace footlight::net::http {

AddressKey addressKeyOf(const std::string& text) {
    boost::system::error_code error;
    auto address = boost::asio::ip::make_address(text, error);
    if (error) {
        return {text, false};
    }
    if (address.is_v6() && address.to_v6().is_v4_mapped()) {
        address = boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, address.to_v6());
    }
    if (address.is_v4()) {
        return {address.to_string(), address.is_loopback()};
    }
    const auto bytes = address.to_v6().to_bytes();
    return {std::string(bytes.begin(), bytes.begin() + 8), address.is_loopback()};
}

}  // namespace footlight::net::http
