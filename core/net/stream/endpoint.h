#pragma once

#include <cstdint>
#include <string>

namespace footlight::net {

/// Where a server listens.
struct Endpoint {
    std::string host;        ///< an IP address of ours, or "localhost"
    std::uint16_t port = 0;  ///< 0: any free one
};

}  // namespace footlight::net
