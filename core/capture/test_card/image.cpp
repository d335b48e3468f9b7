#include "core/capture/test_card/image.h"

#include <algorithm>

#include "core/capture/test_card/pixel_font.h"

namespace footlight::capture {

void Image::fill(int x, int y, int width, int height, Pixel colour) {
    const int left = std::clamp(x, 0, width_);
    const int right = std::clamp(x + width, left, width_);
    const int bottom = std::clamp(y + height, 0, height_);
    for (int row = std::max(y, 0); row < bottom; ++row) {
        const auto start = pixels_.begin() + static_cast<std::ptrdiff_t>(row) * width_;
        std::fill(start + left, start + right, colour);
    }
}

void Image::write(int x, int y, int scale, std::string_view text, Pixel colour) {
    for (const char character : text) {
        const auto& glyph = glyphOf(character);
        for (int row = 0; row < kGlyphHeight; ++row) {
            for (int column = 0; column < kGlyphWidth; ++column) {
                if ((glyph[static_cast<std::size_t>(row)] >> (kGlyphWidth - 1 - column) & 1) != 0) {
                    fill(x + column * scale, y + row * scale, scale, scale, colour);
                }
            }
        }
        x += kGlyphAdvance * scale;
    }
}

int textWidth(std::string_view text, int scale) {
    return text.empty() ? 0 : (static_cast<int>(text.size()) * kGlyphAdvance - 1) * scale;
}

}  // namespace footlight::capture
