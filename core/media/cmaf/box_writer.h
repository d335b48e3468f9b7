#pragma once

#include <utility>

#include "core/base/bytes.h"

namespace footlight::media {

/// Writes boxes of ISO/IEC 14496-12 one behind the other; the size of each is filled in at its end.
class BoxWriter {
public:
    void reserve(std::size_t size) { bytes_.reserve(size); }

    void u8(std::uint8_t value) { bytes_.push_back(value); }
    void u16(std::uint16_t value) { number<2>(value); }
    void u24(std::uint32_t value) { number<3>(value); }
    void u32(std::uint32_t value) { number<4>(value); }
    void u64(std::uint64_t value) { number<8>(value); }
    void zeros(std::size_t count) { bytes_.insert(bytes_.end(), count, 0); }
    void append(ByteView bytes) { bytes_.insert(bytes_.end(), bytes.begin(), bytes.end()); }
    void append(std::string_view text) { append(bytesOf(text)); }

    /// `type` has four letters; `content` writes the body.
    template <typename Content>
    void box(std::string_view type, Content&& content) {
        const std::size_t begin = bytes_.size();
        u32(0);
        append(type);
        content();
        setU32(begin, static_cast<std::uint32_t>(bytes_.size() - begin));
    }

    template <typename Content>
    void fullBox(std::string_view type, std::uint8_t version, std::uint32_t flags, Content&& content) {
        box(type, [&] {
            u8(version);
            u24(flags);
            content();
        });
    }

    /// Writes over what stands at `at`.
    void setU32(std::size_t at, std::uint32_t value) {
        for (int i = 0; i < 4; ++i) {
            bytes_[at + static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(value >> (24 - 8 * i));
        }
    }

    [[nodiscard]] std::size_t size() const { return bytes_.size(); }
    [[nodiscard]] Bytes take() { return std::exchange(bytes_, {}); }

private:
    template <int kWidth>
    void number(std::uint64_t value) {
        std::uint8_t digits[kWidth];
        for (int i = 0; i < kWidth; ++i) {
            digits[i] = static_cast<std::uint8_t>(value >> (8 * (kWidth - 1 - i)));
        }
        bytes_.insert(bytes_.end(), digits, digits + kWidth);
    }

    Bytes bytes_;
};

}  // namespace footlight::media
