#pragma once

#include <array>
#include <cstdint>

namespace footlight::capture {

inline constexpr int kGlyphWidth = 5;
inline constexpr int kGlyphHeight = 7;
inline constexpr int kGlyphAdvance = kGlyphWidth + 1;

/// Seven rows of five pixels, the leftmost in bit 4.
using Glyph = std::array<std::uint8_t, kGlyphHeight>;

/// Capitals, digits and common signs; small letters look like capitals, all else is a box.
const Glyph& glyphOf(char character);

}  // namespace footlight::capture
