#pragma once

#include <string_view>

namespace footlight::net::http {

/// True for an address of the open internet: none of this machine, of a private, shared or link-local
/// network, none for many receivers, none that only stands for another (IANA's special-purpose registries,
/// RFC 6890). False for what is no address.
bool isPublicAddress(std::string_view address);

}  // namespace footlight::net::http
