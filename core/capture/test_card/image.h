#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace footlight::capture {

/// Blue, green, red, alpha in memory order: 0xAARRGGBB.
using Pixel = std::uint32_t;

constexpr Pixel opaque(unsigned red, unsigned green, unsigned blue) {
    return 0xFF000000U | red << 16 | green << 8 | blue;
}

/// A small picture in memory that the test card is painted on, row by row.
class Image {
public:
    Image(int width, int height, Pixel colour)
        : width_(width), height_(height), pixels_(static_cast<std::size_t>(width * height), colour) {}

    [[nodiscard]] int width() const { return width_; }
    [[nodiscard]] int height() const { return height_; }
    [[nodiscard]] const std::vector<Pixel>& pixels() const { return pixels_; }
    [[nodiscard]] Pixel at(int x, int y) const { return pixels_[static_cast<std::size_t>(y * width_ + x)]; }

    /// Parts outside the picture are left out.
    void fill(int x, int y, int width, int height, Pixel colour);
    /// Text in the pixel font, each of its pixels `scale` wide.
    void write(int x, int y, int scale, std::string_view text, Pixel colour);

private:
    int width_;
    int height_;
    std::vector<Pixel> pixels_;
};

/// Pixels that a line of text is wide.
int textWidth(std::string_view text, int scale);

}  // namespace footlight::capture
