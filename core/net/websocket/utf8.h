#pragma once

#include <cstdint>
#include <span>

namespace footlight::net::websocket {

/// Whether bytes that come in pieces are UTF-8 (RFC 3629): no overlong form, no surrogate, nothing beyond
/// U+10FFFF. A piece may end within a character.
class Utf8Check {
public:
    /// False once something cannot be UTF-8 whatever follows.
    [[nodiscard]] bool take(std::span<const std::uint8_t> bytes);
    /// Nothing is missing of the last character.
    [[nodiscard]] bool isWhole() const { return missing_ == 0; }

private:
    bool begin(std::uint8_t byte);

    std::uint8_t missing_ = 0;   ///< bytes of the character under way
    std::uint8_t least_ = 0x80;  ///< that its next byte may be
    std::uint8_t most_ = 0xBF;
};

/// Of the whole text.
[[nodiscard]] bool isUtf8(std::span<const std::uint8_t> bytes);

}  // namespace footlight::net::websocket
