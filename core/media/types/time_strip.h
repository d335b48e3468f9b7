#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "core/base/clock.h"

namespace footlight::media {

/// The machine-readable strip along the foot of the test pattern: a picture carries the moment of its
/// capture, so that glass-to-glass latency is measured by reading pictures. 60 square-ish cells from the left
/// edge, each 1/80 of the picture's width wide and 1/30 of its height high: white, black, white, black; 48
/// bits of UTC in milliseconds, highest first; 8 bits of CRC-8 (polynomial 0x07) over those six bytes. White
/// is 1.
namespace time_strip {

inline constexpr int kCells = 60;
inline constexpr int kCellsAcross = 80;
inline constexpr int kRowsDown = 30;

inline std::uint8_t crc8(std::uint64_t bits48) {
    std::uint8_t crc = 0;
    for (int shift = 40; shift >= 0; shift -= 8) {
        crc = static_cast<std::uint8_t>(crc ^ static_cast<std::uint8_t>(bits48 >> shift));
        for (int bit = 0; bit < 8; ++bit) {
            crc = static_cast<std::uint8_t>((crc & 0x80) != 0 ? crc << 1 ^ 0x07 : crc << 1);
        }
    }
    return crc;
}

/// The 60 cells of a moment, the leftmost in bit 59.
inline std::uint64_t cellsOf(UtcTime time) {
    const auto bits = static_cast<std::uint64_t>(toMilliseconds(time)) & 0xFFFFFFFFFFFFULL;
    return 0b1010ULL << 56 | bits << 8 | crc8(bits);
}

inline bool isWhite(std::uint64_t cells, int index) { return (cells >> (kCells - 1 - index) & 1) != 0; }

/// Reads the strip off an 8-bit luma plane (`stride` in bytes). Nothing where there is no strip, or a torn
/// one.
inline std::optional<UtcTime> read(const std::uint8_t* luma, std::ptrdiff_t stride, int width, int height) {
    const int row = height - height / kRowsDown / 2 - 1;
    const int halfCell = width / kCellsAcross / 4;
    std::uint64_t cells = 0;
    for (int i = 0; i < kCells; ++i) {
        const int centre = (2 * i + 1) * width / (2 * kCellsAcross);
        int sum = 0;
        for (int x = centre - halfCell; x <= centre + halfCell; ++x) {
            sum += luma[row * stride + x];
        }
        cells = cells << 1 | static_cast<std::uint64_t>(sum / (2 * halfCell + 1) > 127);
    }
    const std::uint64_t bits = cells >> 8 & 0xFFFFFFFFFFFFULL;
    const auto time = utcFromMilliseconds(static_cast<std::int64_t>(bits));
    return cells == cellsOf(time) && bits != 0 ? std::optional(time) : std::nullopt;
}

}  // namespace time_strip
}  // namespace footlight::media
