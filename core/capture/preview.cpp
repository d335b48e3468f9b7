#include "core/capture/preview.h"

#include <map>

#include "core/capture/studio_core.h"

namespace footlight::capture {

namespace {

constexpr std::uint32_t kSurround = 0xFF120E0C;  // 0xAABBGGRR

/// The largest part of a window in the canvas's shape, in its middle.
struct Fitted {
    int x;
    int y;
    int width;
    int height;
};

Fitted fit(int canvasWidth, int canvasHeight, int width, int height) {
    const double scale =
        std::min(static_cast<double>(width) / canvasWidth, static_cast<double>(height) / canvasHeight);
    const int fittedWidth = static_cast<int>(canvasWidth * scale);
    const int fittedHeight = static_cast<int>(canvasHeight * scale);
    return {(width - fittedWidth) / 2, (height - fittedHeight) / 2, fittedWidth, fittedHeight};
}

/// On libobs's graphics thread.
void draw(void*, std::uint32_t width, std::uint32_t height) {
    obs_video_info video{};
    if (!obs_get_video_info(&video) || width == 0 || height == 0) {
        return;
    }
    const auto area = fit(static_cast<int>(video.base_width), static_cast<int>(video.base_height),
                          static_cast<int>(width), static_cast<int>(height));
    gs_viewport_push();
    gs_projection_push();
    gs_ortho(0, static_cast<float>(video.base_width), 0, static_cast<float>(video.base_height), -100, 100);
    gs_set_viewport(area.x, area.y, area.width, area.height);
    obs_render_main_texture_src_color_only();
    gs_projection_pop();
    gs_viewport_pop();
}

}  // namespace

struct Previews::State {
    StudioCore& core;
    std::uint32_t lastId = 0;
    std::map<PreviewId, DisplayPtr> displays;
};

Previews::Previews(StudioCore& core) : state_(new State{.core = core, .displays = {}}) {}

Previews::~Previews() = default;

Result<PreviewId> Previews::attach(NativeWindow window, int width, int height) {
    gs_init_data init{};
    init.window.id = static_cast<std::uint32_t>(window);
    init.window.display = state_->core.display();
    init.cx = static_cast<std::uint32_t>(std::max(width, 1));
    init.cy = static_cast<std::uint32_t>(std::max(height, 1));
    init.format = GS_BGRA;
    init.zsformat = GS_ZS_NONE;
    DisplayPtr display(obs_display_create(&init, kSurround));
    if (!display) {
        return fail(ErrorCategory::Unavailable, "capture.preview",
                    "The preview could not be drawn into this window; the broadcast itself is not affected.");
    }
    obs_display_add_draw_callback(display.get(), draw, nullptr);
    const PreviewId id{++state_->lastId};
    state_->displays.emplace(id, std::move(display));
    return id;
}

void Previews::resize(PreviewId id, int width, int height) {
    if (const auto found = state_->displays.find(id); found != state_->displays.end()) {
        obs_display_resize(found->second.get(), static_cast<std::uint32_t>(std::max(width, 1)),
                           static_cast<std::uint32_t>(std::max(height, 1)));
    }
}

void Previews::detach(PreviewId id) { state_->displays.erase(id); }

}  // namespace footlight::capture
