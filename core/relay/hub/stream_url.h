#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace footlight::relay::hub {

/// The address of a stream, cut to what its rules are about.
struct StreamUrl {
    std::string scheme;      ///< in lower case
    std::string host;        ///< without the brackets of IPv6
    std::uint16_t port = 0;  ///< 0: none was given
    std::string rest;        ///< path and query, as given

    /// Nothing where the text is no `scheme://host[:port][/path]` of printable ASCII without a user's name.
    static std::optional<StreamUrl> parse(std::string_view text);
};

}  // namespace footlight::relay::hub
