#pragma once

#include <string>
#include <string_view>

#include "core/base/bytes.h"

namespace footlight::tests {

/// Bytes from hexadecimal digits; spaces between them are passed over.
inline Bytes fromHex(std::string_view digits) {
    std::string dense;
    for (const char c : digits) {
        if (c != ' ') {
            dense += c;
        }
    }
    Bytes bytes;
    for (std::size_t i = 0; i + 1 < dense.size(); i += 2) {
        bytes.push_back(static_cast<std::uint8_t>(std::stoi(dense.substr(i, 2), nullptr, 16)));
    }
    return bytes;
}

inline std::string toHex(ByteView bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string digits;
    for (const std::uint8_t byte : bytes) {
        digits += kDigits[byte >> 4];
        digits += kDigits[byte & 15];
    }
    return digits;
}

}  // namespace footlight::tests
