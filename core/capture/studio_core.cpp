#include "core/capture/studio_core.h"

#include <X11/Xlib.h>
#include <obs-nix-platform.h>

#include <cstdlib>
#include <filesystem>

#include "core/capture/broadcast_output.h"
#include "core/capture/source_kinds.h"
#include "core/capture/studio_engine.h"
#include "core/capture/test_pattern_source.h"

namespace footlight::capture {

namespace {

constexpr std::uint32_t kMostAudioDelayMs = 85;  // four of libobs's ticks of 1024 samples

std::string settingsFolder(const EngineOptions& options) {
    if (!options.settingsFolder.empty()) {
        return options.settingsFolder;
    }
    const char* cache = std::getenv("XDG_CACHE_HOME");
    const char* home = std::getenv("HOME");
    const std::filesystem::path base = cache != nullptr && *cache != '\0' ? std::filesystem::path(cache)
                                       : home != nullptr ? std::filesystem::path(home) / ".cache"
                                                         : std::filesystem::temp_directory_path();
    return (base / "footlight" / "plugins").string();
}

bool hasSessionBus() {
    if (const char* address = std::getenv("DBUS_SESSION_BUS_ADDRESS");
        address != nullptr && *address != '\0') {
        return true;
    }
    const char* runtime = std::getenv("XDG_RUNTIME_DIR");
    std::error_code error;
    return runtime != nullptr && std::filesystem::exists(std::filesystem::path(runtime) / "bus", error);
}

Result<void> checkOptions(const EngineOptions& options) {
    const bool isSize = options.width >= 64 && options.width <= 8192 && options.height >= 64 &&
                        options.height <= 4320 && options.width % 2 == 0 && options.height % 2 == 0;
    if (!isSize || options.framesPerSecond < 1 || options.framesPerSecond > 240) {
        return fail(ErrorCategory::Invalid, "capture.size",
                    "The picture must be 64x64 to 8192x4320 with even sides, at 1 to 240 frames a second.");
    }
    return {};
}

std::atomic<bool>& hasStarted() {
    static std::atomic<bool> started{false};
    return started;
}

Error videoError(int code) {
    const std::string hint =
        code == OBS_VIDEO_MODULE_NOT_FOUND
            ? "libobs-opengl was not found; reinstall the package libobs0."
            : "OpenGL 3.3 is needed; install libgl1-mesa-dri and libegl1, or update the graphics driver.";
    return {ErrorCategory::Unavailable, "capture.video",
            "The studio cannot draw (libobs code " + std::to_string(code) + "). " + hint};
}

}  // namespace

StudioCore::StudioCore(Logger logger) : logger_(std::move(logger)), log_(logger_.child("obs")) {}

StudioCore::~StudioCore() {
    if (isStarted_) {
        setScene(nullptr);
        obs_wait_for_destroy_queue();
        obs_shutdown();
    }
    if (ownsDisplay_) {
        XCloseDisplay(static_cast<Display*>(display_));
    }
}

Result<std::unique_ptr<StudioCore>> StudioCore::create(const EngineOptions& options, Logger logger) {
    if (auto checked = checkOptions(options); !checked) {
        return fail(std::move(checked.error()));
    }
    if (obs_initialized()) {
        return fail(ErrorCategory::Conflict, "capture.running",
                    "A studio is running in this process already.");
    }
    std::unique_ptr<StudioCore> core(new StudioCore(std::move(logger)));
    if (auto opened = core->openDisplay(options.x11Display); !opened) {
        return fail(std::move(opened.error()));
    }
    if (auto started = core->startLibobs(options); !started) {
        return fail(std::move(started.error()));
    }
    core->loadPlugins(options);
    return core;
}

Result<void> StudioCore::openDisplay(void* given) {
    display_ = given;
    if (display_ == nullptr) {
        display_ = XOpenDisplay(nullptr);
        ownsDisplay_ = display_ != nullptr;
    }
    if (display_ == nullptr) {
        return fail(ErrorCategory::Unavailable, "capture.display",
                    "There is no X display to draw with. Start inside a desktop session, or under Xvfb: "
                    "xvfb-run footlight ...");
    }
    return {};
}

Result<void> StudioCore::startLibobs(const EngineOptions& options) {
    obs_set_nix_platform(OBS_NIX_PLATFORM_X11_EGL);
    obs_set_nix_platform_display(display_);
    const auto folder = settingsFolder(options);
    if (!obs_startup("en-US", folder.c_str(), nullptr)) {
        return fail(ErrorCategory::Unavailable, "capture.libobs", "libobs did not start; reinstall libobs0.");
    }
    isStarted_ = true;
    hasStarted() = true;
    obs_audio_info2 audio{};
    audio.samples_per_sec = 48000;
    audio.speakers = SPEAKERS_STEREO;
    // Left alone, libobs delays everything by up to a second once a source was late, and never takes it back.
    audio.max_buffering_ms = kMostAudioDelayMs;
    if (!obs_reset_audio2(&audio)) {
        return fail(ErrorCategory::Unavailable, "capture.audio", "libobs could not start its sound.");
    }
    return startVideo(options);
}

Result<void> StudioCore::startVideo(const EngineOptions& options) {
    obs_video_info video{};
    video.graphics_module = "libobs-opengl";
    video.fps_num = static_cast<std::uint32_t>(options.framesPerSecond);
    video.fps_den = 1;
    // The canvas is what is sent: no scaling pass, and NV12 as the encoder wants it.
    video.base_width = video.output_width = static_cast<std::uint32_t>(options.width);
    video.base_height = video.output_height = static_cast<std::uint32_t>(options.height);
    video.output_format = VIDEO_FORMAT_NV12;
    video.gpu_conversion = true;
    video.colorspace = VIDEO_CS_709;
    video.range = VIDEO_RANGE_PARTIAL;
    video.scale_type = OBS_SCALE_BILINEAR;
    const int code = obs_reset_video(&video);
    if (code != OBS_VIDEO_SUCCESS) {
        return fail(videoError(code));
    }
    return {};
}

void StudioCore::loadPlugins(const EngineOptions& options) {
    plugins_ = std::make_unique<PluginSet>(options.pluginFolders, logger_.child("plugins"));
    log_.setProbing(true);
    for (const char* name : {"linux-capture", "linux-v4l2", "linux-pulseaudio", "image-source",
                             "text-freetype2", "obs-ffmpeg", "obs-x264"}) {
        plugins_->load(name);
    }
    if (hasSessionBus()) {
        plugins_->load("linux-pipewire");
    } else {
        plugins_->leaveOut("linux-pipewire",
                           "Needs a desktop session with D-Bus; on X11 use the X11 screen.");
    }
    plugins_->finishLoading();
    log_.setProbing(false);
    registerTestPattern(relayClock_);
    registerBroadcastOutput();
}

void StudioCore::setScene(ScenePtr scene) {
    obs_set_output_source(0, scene ? obs_scene_get_source(scene.get()) : nullptr);
    if (scene_) {
        obs_source_remove(obs_scene_get_source(scene_.get()));
    }
    scene_ = std::move(scene);
}

SceneItemPtr StudioCore::findItem(SourceId id) const {
    auto* item = obs_scene_find_sceneitem_by_id(scene_.get(), id.value);
    if (item != nullptr) {
        obs_sceneitem_addref(item);
    }
    return SceneItemPtr(item);
}

void StudioCore::sceneChanged() const {
    if (sceneListener_) {
        sceneListener_();
    }
}

}  // namespace footlight::capture
