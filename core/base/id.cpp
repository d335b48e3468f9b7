#include "core/base/id.h"

#include <sodium.h>

namespace footlight {
namespace {

constexpr std::size_t kTextLength = 36;

constexpr bool isDashAt(std::size_t position) {
    return position == 8 || position == 13 || position == 18 || position == 23;
}

std::optional<std::uint8_t> hexDigit(char c) {
    if (c >= '0' && c <= '9') {
        return static_cast<std::uint8_t>(c - '0');
    }
    if (c >= 'a' && c <= 'f') {
        return static_cast<std::uint8_t>(c - 'a' + 10);
    }
    return std::nullopt;
}

}  // namespace

Uuid Uuid::make(UtcTime now) {
    Uuid uuid;
    randombytes_buf(uuid.bytes.data(), uuid.bytes.size());
    const auto time = static_cast<std::uint64_t>(toMilliseconds(now));
    for (std::size_t i = 0; i < 6; ++i) {
        uuid.bytes[i] = static_cast<std::uint8_t>(time >> (40 - 8 * i));
    }
    uuid.bytes[6] = static_cast<std::uint8_t>(0x70 | (uuid.bytes[6] & 0x0F));
    uuid.bytes[8] = static_cast<std::uint8_t>(0x80 | (uuid.bytes[8] & 0x3F));
    return uuid;
}

std::optional<Uuid> Uuid::parse(std::string_view text) {
    if (text.size() != kTextLength) {
        return std::nullopt;
    }
    Uuid uuid;
    std::size_t digits = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isDashAt(i)) {
            if (text[i] != '-') {
                return std::nullopt;
            }
            continue;
        }
        const auto digit = hexDigit(text[i]);
        if (!digit) {
            return std::nullopt;
        }
        auto& byte = uuid.bytes[digits / 2];
        byte = static_cast<std::uint8_t>(byte << 4 | *digit);
        ++digits;
    }
    return uuid;
}

std::string Uuid::text() const {
    constexpr std::string_view kDigits = "0123456789abcdef";
    constexpr std::uint8_t kLow = 0x0F;
    std::string text(kTextLength, '-');
    std::size_t at = 0;
    for (const std::uint8_t byte : bytes) {
        at += isDashAt(at) ? 1 : 0;
        text[at++] = kDigits[byte >> 4U];
        text[at++] = kDigits[byte & kLow];
    }
    return text;
}

UtcTime Uuid::time() const {
    constexpr std::size_t kTimeBytes = 6;
    std::int64_t milliseconds = 0;
    for (std::size_t i = 0; i < kTimeBytes; ++i) {
        milliseconds = milliseconds << 8 | bytes[i];
    }
    return utcFromMilliseconds(milliseconds);
}

}  // namespace footlight
