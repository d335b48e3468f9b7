#include "core/capture/preview.h"

#include <map>

#include "core/base/guarded.h"
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

/// Lets previews leave out every second frame while drawing takes more than half of a frame's time, as it
/// does without a graphics card: the broadcast goes first. On libobs's graphics thread.
class Pacing {
public:
    [[nodiscard]] bool isTurn() {
        const double share = static_cast<double>(obs_get_average_frame_time_ns()) / frameNanoseconds();
        isHalved_ = share > (isHalved_ ? kRecovered : kBusy);
        ++frame_;
        return !isHalved_ || frame_ % 2 == 0;
    }

private:
    static constexpr double kBusy = 0.5;
    static constexpr double kRecovered = 0.15;

    static double frameNanoseconds() {
        obs_video_info video{};
        return obs_get_video_info(&video) ? 1e9 * video.fps_den / video.fps_num : 1e9 / 30;
    }

    bool isHalved_ = false;
    unsigned frame_ = 0;
};

}  // namespace

struct Previews::State {
    using Displays = std::map<PreviewId, DisplayPtr>;

    explicit State(StudioCore& studio) : core(studio) { obs_add_main_render_callback(beforeDisplays, this); }
    ~State() { obs_remove_main_render_callback(beforeDisplays, this); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    static void beforeDisplays(void* self, std::uint32_t, std::uint32_t) {
        auto* state = static_cast<State*>(self);
        const bool isTurn = state->pacing.isTurn();
        for (const auto& [id, display] : *state->displays.lock()) {
            obs_display_set_enabled(display.get(), isTurn);
        }
    }

    StudioCore& core;
    std::uint32_t lastId = 0;
    Pacing pacing;
    Guarded<Displays> displays;
};

Previews::Previews(StudioCore& core) : state_(std::make_unique<State>(core)) {}

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
    state_->displays.lock()->emplace(id, std::move(display));
    return id;
}

void Previews::resize(PreviewId id, int width, int height) {
    auto displays = state_->displays.lock();
    if (const auto found = displays->find(id); found != displays->end()) {
        obs_display_resize(found->second.get(), static_cast<std::uint32_t>(std::max(width, 1)),
                           static_cast<std::uint32_t>(std::max(height, 1)));
    }
}

void Previews::detach(PreviewId id) {
    // Destroying a display waits for the graphics thread, which may wait for our lock: let go of it first.
    const auto taken = state_->displays.lock()->extract(id);
}

}  // namespace footlight::capture
