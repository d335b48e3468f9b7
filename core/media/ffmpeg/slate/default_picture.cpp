#include "core/media/ffmpeg/slate/default_picture.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>

#include "core/media/ffmpeg/slate/filter_graph.h"

namespace footlight::media::ffmpeg {

namespace {

constexpr std::size_t kLongestTitle = 48;

/// Filters read colons, quotes and backslashes as their own: none of those comes through.
std::string plain(const std::string& title) {
    std::string text;
    for (const char letter : title) {
        const bool isPlain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                             (letter >= '0' && letter <= '9') || letter == '_' || letter == '-' ||
                             letter == ' ';
        if (isPlain && text.size() < kLongestTitle) {
            text += letter;
        }
    }
    return text;
}

struct Fonts {
    const char* strong;
    const char* calm;
};

/// The app's face where it is installed, else one of those that most systems have.
std::optional<Fonts> installedFonts() {
    constexpr std::array<Fonts, 4> kKnown{
        {{"/usr/share/fonts/opentype/inter/Inter-SemiBold.otf",
          "/usr/share/fonts/opentype/inter/Inter-Regular.otf"},
         {"/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf",
          "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"},
         {"/usr/share/fonts/truetype/noto/NotoSans-Bold.ttf",
          "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"},
         {"/usr/share/fonts/truetype/liberation/LiberationSans-Bold.ttf",
          "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf"}}};
    std::error_code ignored;
    for (const Fonts& fonts : kKnown) {
        if (std::filesystem::exists(fonts.strong, ignored) && std::filesystem::exists(fonts.calm, ignored)) {
            return fonts;
        }
    }
    return std::nullopt;
}

/// The app's dark ground, and a bar of the accent's colour.
std::string groundChain(const SlateShape& shape) {
    const int unit = std::min(shape.width, shape.height);
    const int barWidth = std::max(unit / 10, 2);
    const int barHeight = std::max(unit / 120, 2);
    return fmt::format(
        "color=size={0}x{1}:rate=1:color=0x161A20,format=rgb24,"
        "drawbox=x={2}:y={3}:w={4}:h={5}:color=0x6C8CFF:t=fill",
        shape.width, shape.height, (shape.width - barWidth) / 2, shape.height * 63 / 100, barWidth,
        barHeight);
}

/// Long names shrink until they fit.
std::string textChain(const SlateShape& shape, const std::string& title, const Fonts& fonts) {
    const int unit = std::min(shape.width, shape.height);
    const int letters = std::max(static_cast<int>(title.size()), 1);
    const int titleSize = std::max(std::min(unit / 8, shape.width * 14 / 10 / letters), 8);
    const int lineSize = std::max(unit / 22, 8);
    std::string chain = fmt::format(
        ",drawtext=fontfile={}:text='Back in a moment':fontcolor=0x9AA3AF:"
        "fontsize={}:x=(w-text_w)/2:y=h*0.535",
        fonts.calm, lineSize);
    if (!title.empty()) {
        chain += fmt::format(
            ",drawtext=fontfile={}:text='{}':fontcolor=0xE8EAED:fontsize={}:"
            "x=(w-text_w)/2:y=h*0.48-ascent",
            fonts.strong, title, titleSize);
    }
    return chain;
}

constexpr const char* kToVideo = ",scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,setsar=1";

}  // namespace

Result<FrameHandle> drawDefaultPicture(const SlateShape& shape, const std::string& title) {
    const auto fonts = installedFonts();
    const std::string ground = groundChain(shape);
    auto graph = fonts ? FilterGraph::source(ground + textChain(shape, plain(title), *fonts) + kToVideo)
                       : FilterGraph::source(ground + kToVideo);
    if (!graph) {
        graph = FilterGraph::source(ground + kToVideo);
    }
    if (!graph) {
        return fail(std::move(graph.error()));
    }
    FrameHandle frame = graph->take();
    if (!frame) {
        return fail(ErrorCategory::Unavailable, "slate.draw", "the slate could not be drawn");
    }
    return frame;
}

}  // namespace footlight::media::ffmpeg
