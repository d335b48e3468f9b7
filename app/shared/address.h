#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace footlight::app {

/// "127.0.0.1:1935", "[::1]:1935", "localhost:0". Port 0 asks for a free one.
struct Address {
    std::string host;
    std::uint16_t port = 0;

    /// Invalid, with the form that is wanted.
    static Result<Address> parse(std::string_view text);
    [[nodiscard]] std::string text() const;
};

}  // namespace footlight::app
