#pragma once

#include "core/base/bytes.h"

namespace footlight {

/// Reads big-endian integers off a view. A read past the end returns zero and turns `ok()` false for good, so
/// that a parser checks once at the end of a record and never runs out of bounds.
class ByteReader {
public:
    explicit ByteReader(ByteView bytes) : bytes_(bytes) {}

    [[nodiscard]] bool ok() const { return ok_; }
    [[nodiscard]] std::size_t remaining() const { return bytes_.size() - at_; }
    [[nodiscard]] std::size_t position() const { return at_; }

    std::uint8_t u8() { return static_cast<std::uint8_t>(number(1)); }
    std::uint16_t u16() { return static_cast<std::uint16_t>(number(2)); }
    std::uint32_t u24() { return static_cast<std::uint32_t>(number(3)); }
    std::uint32_t u32() { return static_cast<std::uint32_t>(number(4)); }
    std::uint64_t u64() { return number(8); }

    /// The next `count` bytes, or an empty view (and not `ok`) where there are fewer.
    ByteView take(std::size_t count) {
        if (!ok_ || remaining() < count) {
            ok_ = false;
            return {};
        }
        const ByteView taken = bytes_.subspan(at_, count);
        at_ += count;
        return taken;
    }

    ByteView rest() { return take(remaining()); }

private:
    std::uint64_t number(std::size_t width) {
        std::uint64_t value = 0;
        for (const std::uint8_t byte : take(width)) {
            value = value << 8 | byte;
        }
        return value;
    }

    ByteView bytes_;
    std::size_t at_ = 0;
    bool ok_ = true;
};

}  // namespace footlight
