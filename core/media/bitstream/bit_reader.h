#pragma once

#include <cstdint>

#include "core/base/bytes.h"

namespace footlight::media {

/// Reads bit fields, highest bit first. A read past the end returns zero and turns `ok()` false for good.
class BitReader {
public:
    explicit BitReader(ByteView bytes) : bytes_(bytes) {}

    [[nodiscard]] bool ok() const { return ok_; }
    [[nodiscard]] std::size_t remaining() const { return bytes_.size() * 8 - at_; }

    bool flag() { return bits(1) != 0; }

    /// At most 32 of them.
    std::uint32_t bits(unsigned count) {
        if (!ok_ || remaining() < count) {
            ok_ = false;
            return 0;
        }
        std::uint64_t value = 0;
        for (unsigned i = 0; i < count; ++i, ++at_) {
            value = value << 1 | (bytes_[at_ / 8] >> (7 - at_ % 8) & 1);
        }
        return static_cast<std::uint32_t>(value);
    }

    void skip(std::size_t count) {
        if (!ok_ || remaining() < count) {
            ok_ = false;
            return;
        }
        at_ += count;
    }

    /// Exponential Golomb, unsigned (H.264 9.1).
    std::uint32_t ue() {
        unsigned zeros = 0;
        while (ok_ && !flag()) {
            if (++zeros > 31) {
                ok_ = false;
            }
        }
        return ok_ ? (1U << zeros) - 1 + bits(zeros) : 0;
    }

    /// Exponential Golomb, signed (H.264 9.1.1).
    std::int32_t se() {
        const std::uint32_t code = ue();
        const auto magnitude = static_cast<std::int32_t>(code / 2 + code % 2);
        return code % 2 == 1 ? magnitude : -magnitude;
    }

private:
    ByteView bytes_;
    std::size_t at_ = 0;
    bool ok_ = true;
};

}  // namespace footlight::media
