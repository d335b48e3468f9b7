#include "core/media/ffmpeg/slate/default_picture.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>

#include "core/media/ffmpeg/slate/filter_graph.h"

namespace footlight::media::ffmpeg {

namespace {

/// The app's face where it is installed, else one of those that most systems have.
std::optional<const char*> installedFont() {
    constexpr std::array<const char*, 4> kKnown{
        "/usr/share/fonts/opentype/inter/Inter-SemiBold.otf",
        "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf",
        "/usr/share/fonts/truetype/noto/NotoSans-Bold.ttf",
        "/usr/share/fonts/truetype/liberation/LiberationSans-Bold.ttf"};
    std::error_code ignored;
    for (const char* font : kKnown) {
        if (std::filesystem::exists(font, ignored)) {
            return font;
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

std::string textChain(const SlateShape& shape, const char* font) {
    const int size = std::max(std::min(shape.width, shape.height) / 13, 8);
    return fmt::format(
        ",drawtext=fontfile={}:text='Back in a moment':fontcolor=0xE8EAED:fontsize={}:"
        "x=(w-text_w)/2:y=(h-ascent)/2",
        font, size);
}

constexpr const char* kToVideo = ",scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,setsar=1";

}  // namespace

Result<FrameHandle> drawDefaultPicture(const SlateShape& shape) {
    const auto font = installedFont();
    const std::string ground = groundChain(shape);
    auto graph = FilterGraph::source(ground + (font ? textChain(shape, *font) : "") + kToVideo);
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
