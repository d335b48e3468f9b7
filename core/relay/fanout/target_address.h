#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace footlight::relay::fanout {

/// Where a service takes streams: rtmp://host[:port]/app, rtmps:// likewise.
struct TargetAddress {
    std::string host;
    std::uint16_t port = 1935;
    std::string app;  ///< may hold slashes: "app/instance"
    bool isSecure = false;

    /// Invalid, with words for whoever typed it.
    static Result<TargetAddress> parse(std::string_view url);
};

}  // namespace footlight::relay::fanout
