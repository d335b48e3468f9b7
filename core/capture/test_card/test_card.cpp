#include "core/capture/test_card/test_card.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/capture/test_card/pixel_font.h"
#include "core/capture/test_card/test_tone.h"
#include "core/media/types/time_strip.h"

namespace footlight::capture {

namespace {

namespace strip = media::time_strip;

constexpr Pixel kInk = opaque(0xF2, 0xF4, 0xF8);
constexpr Pixel kPaper = opaque(0x12, 0x16, 0x1E);
constexpr Pixel kQuietInk = opaque(0x8A, 0x93, 0xA6);
constexpr Pixel kAccent = opaque(0xFF, 0xB0, 0x20);
constexpr Pixel kBlack = opaque(0, 0, 0);
constexpr Pixel kWhite = opaque(0xFF, 0xFF, 0xFF);

// 75 % bars (ITU-R BT.471).
constexpr std::array kBars = {opaque(191, 191, 191), opaque(191, 191, 0), opaque(0, 191, 191),
                              opaque(0, 191, 0),     opaque(191, 0, 191), opaque(191, 0, 0),
                              opaque(0, 0, 191)};

constexpr int kClockCharacters = 16;
constexpr int kGreySteps = 16;
constexpr std::int64_t kBlockPeriodMs = 8000;

}  // namespace

void TestCard::paintBars(Image& image) const {
    const int count = static_cast<int>(kBars.size());
    for (int i = 0; i < count; ++i) {
        const int from = width_ * i / count;
        image.fill(from, 0, width_ * (i + 1) / count - from, scale(400), kBars[static_cast<std::size_t>(i)]);
    }
}

void TestCard::paintGreySteps(Image& image) const {
    for (int i = 0; i < kGreySteps; ++i) {
        const auto grey = static_cast<unsigned>(255 * i / (kGreySteps - 1));
        const int from = width_ * i / kGreySteps;
        image.fill(from, scale(400), width_ * (i + 1) / kGreySteps - from, scale(40),
                   opaque(grey, grey, grey));
    }
}

Image TestCard::background(std::string_view title) const {
    Image image(width_, height_, kPaper);
    paintBars(image);
    paintGreySteps(image);
    const int margin = scale(48);
    const int room = width_ - 3 * margin - flashArea().width;
    const int titleScale = std::clamp(room / std::max(1, textWidth(title, 1)), scale(2), scale(6));
    image.fill(margin, scale(484), scale(8), kGlyphHeight * scale(6), kAccent);
    const int titleY = scale(484) + kGlyphHeight * (scale(6) - titleScale) / 2;
    image.write(margin + scale(24), titleY, titleScale, title, kInk);
    const auto area = clockArea();
    image.write(area.x + area.width + scale(40), area.y + area.height - kGlyphHeight * scale(3), scale(3),
                fmt::format("{}x{}", width_, height_), kQuietInk);
    return image;
}

Rectangle TestCard::clockArea() const {
    const int size = scale(7);
    return {scale(72), scale(556), (kClockCharacters * kGlyphAdvance - 1) * size, kGlyphHeight * size};
}

Image TestCard::clock(UtcTime time) const {
    const auto area = clockArea();
    Image image(area.width, area.height, kPaper);
    const auto iso = toIso8601(time);  // 2026-11-21T14:03:27.481Z
    image.write(0, 0, scale(7), iso.substr(11, 12) + " UTC", kInk);
    return image;
}

Rectangle TestCard::stripArea() const {
    const int height = height_ / strip::kRowsDown;
    return {0, height_ - height, width_ * strip::kCells / strip::kCellsAcross, height};
}

Image TestCard::stripRow(UtcTime time) const {
    const int width = stripArea().width;
    Image image(width, 1, kBlack);
    const auto cells = strip::cellsOf(time);
    for (int i = 0; i < strip::kCells; ++i) {
        const int from = i * width_ / strip::kCellsAcross;
        const int to = (i + 1) * width_ / strip::kCellsAcross;
        image.fill(from, 0, to - from, 1, strip::isWhite(cells, i) ? kWhite : kBlack);
    }
    return image;
}

Rectangle TestCard::flashArea() const {
    const int size = scale(112);
    return {width_ - scale(48) - size, scale(484), size, size};
}

bool TestCard::isFlashing(UtcTime time, std::chrono::milliseconds frameTime) {
    const auto middle = toMilliseconds(time) + frameTime.count() / 2;
    return middle % 1000 < kBeepLength.count();
}

Rectangle TestCard::block(UtcTime time) const {
    const int size = scale(24);
    const auto at = toMilliseconds(time) % kBlockPeriodMs;
    const auto along = at < kBlockPeriodMs / 2 ? at : kBlockPeriodMs - at;
    const auto x = along * (width_ - size) / (kBlockPeriodMs / 2);
    return {static_cast<int>(x), scale(640), size, size};
}

}  // namespace footlight::capture
