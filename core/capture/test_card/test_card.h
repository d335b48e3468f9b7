#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "core/base/clock.h"
#include "core/capture/test_card/image.h"

namespace footlight::capture {

struct Rectangle {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
};

/// The test pattern's drawing for one canvas size: a still background (colour bars, grey steps, title), and
/// the small parts that change with each frame: the clock, the time strip (core/media/types/time_strip.h), a
/// moving block and the flash of each full second. Plain arithmetic; any thread.
class TestCard {
public:
    TestCard(int width, int height) : width_(width), height_(height) {}

    [[nodiscard]] int width() const { return width_; }
    [[nodiscard]] int height() const { return height_; }

    [[nodiscard]] Image background(std::string_view title) const;
    [[nodiscard]] Rectangle clockArea() const;
    /// "14:03:27.481 UTC", as large as clockArea().
    [[nodiscard]] Image clock(UtcTime time) const;
    [[nodiscard]] Rectangle stripArea() const;
    /// One row of the strip, as wide as stripArea(); all its rows are alike.
    [[nodiscard]] Image stripRow(UtcTime time) const;
    [[nodiscard]] Rectangle flashArea() const;
    /// Whether the frame shown for `frameTime` from `time` on is one with the flash.
    [[nodiscard]] static bool isFlashing(UtcTime time, std::chrono::milliseconds frameTime);
    /// Where the moving block is: across the picture in four seconds, and back.
    [[nodiscard]] Rectangle block(UtcTime time) const;

private:
    [[nodiscard]] int scale(int of720) const { return std::max(1, of720 * height_ / 720); }
    void paintBars(Image& image) const;
    void paintGreySteps(Image& image) const;

    int width_;
    int height_;
};

}  // namespace footlight::capture
