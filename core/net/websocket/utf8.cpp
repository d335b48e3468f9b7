#include "core/net/websocket/utf8.h"

#include <algorithm>
#include <cstring>

namespace footlight::net::websocket {
namespace {

/// How many bytes at the begin are ASCII for sure: whole words of them.
std::size_t asciiWords(std::span<const std::uint8_t> bytes) {
    constexpr std::uint64_t kHighBits = 0x8080808080808080U;
    std::size_t at = 0;
    for (std::uint64_t word = 0; at + sizeof word <= bytes.size(); at += sizeof word) {
        std::memcpy(&word, bytes.data() + at, sizeof word);
        if ((word & kHighBits) != 0) {
            break;
        }
    }
    return at;
}

}  // namespace

/// RFC 3629 4: the second byte's range depends on the first.
bool Utf8Check::begin(std::uint8_t byte) {
    least_ = 0x80;
    most_ = 0xBF;
    if (byte < 0x80) {
        return true;
    }
    if (byte < 0xC2 || byte > 0xF4) {
        return false;
    }
    missing_ = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
    least_ = byte == 0xE0 ? 0xA0 : byte == 0xF0 ? 0x90 : 0x80;
    most_ = byte == 0xED ? 0x9F : byte == 0xF4 ? 0x8F : 0xBF;
    return true;
}

bool Utf8Check::take(std::span<const std::uint8_t> bytes) {
    for (std::size_t at = missing_ == 0 ? asciiWords(bytes) : 0; at < bytes.size(); ++at) {
        const auto byte = bytes[at];
        if (missing_ == 0) {
            if (!begin(byte)) {
                return false;
            }
        } else if (byte < least_ || byte > most_) {
            return false;
        } else {
            --missing_;
            least_ = 0x80;
            most_ = 0xBF;
        }
    }
    return true;
}

bool isUtf8(std::span<const std::uint8_t> bytes) {
    Utf8Check check;
    return check.take(bytes) && check.isWhole();
}

}  // namespace footlight::net::websocket
