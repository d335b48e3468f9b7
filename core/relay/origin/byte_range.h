#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/piece.h"

namespace footlight::relay::origin {

/// What a Range header asks of a body (RFC 9110 14.1.2).
struct RangeRequest {
    enum class Kind : std::uint8_t {
        Whole,          ///< none, several, or malformed: answer 200
        Range,          ///< answer 206
        Unsatisfiable,  ///< answer 416
    };
    Kind kind = Kind::Whole;
    std::size_t first = 0;
    std::size_t length = 0;

    static RangeRequest parse(std::string_view header, std::size_t bodySize);
};

/// The bytes [first, first + length) of a body in pieces; nothing is copied.
Pieces sliceOf(const Pieces& body, std::size_t first, std::size_t length);

}  // namespace footlight::relay::origin
