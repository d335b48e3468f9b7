#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "core/base/logger.h"
#include "core/base/result.h"
#include "core/capture/broadcaster.h"
#include "core/capture/mixer.h"
#include "core/capture/preview.h"
#include "core/capture/scene.h"
#include "core/capture/source.h"

namespace footlight::capture {

struct EngineOptions {
    int width = 1280;  ///< of canvas and broadcast, pixels, even
    int height = 720;  ///< pixels, even
    int framesPerSecond = 30;
    /// The X11 `Display*` of the window system (QNativeInterface::QX11Application::display()); null: we open
    /// the one that $DISPLAY names.
    void* x11Display = nullptr;
    std::vector<std::string> pluginFolders{};  ///< searched before the folders of the system
    std::string settingsFolder{};  ///< where plugins may keep theirs; empty: the user's cache folder
};

/// What the whole engine did since it started.
struct EngineStatistics {
    double fps = 0;                ///< drawn over the last second
    double cpuPercent = 0;         ///< of one processor, this process
    double frameMilliseconds = 0;  ///< average time to draw one frame
};

/// The studio: libobs with its plugins, one scene, its sound, previews and the broadcast. One per process at
/// a time; made, used and destroyed on one thread (the window's).
class StudioEngine {
public:
    /// Unavailable where there is no X display, no usable OpenGL or no libobs data; the message says what to
    /// do. The scene is empty at first.
    static Result<std::unique_ptr<StudioEngine>> create(EngineOptions options, Logger logger);
    ~StudioEngine();
    StudioEngine(const StudioEngine&) = delete;
    StudioEngine& operator=(const StudioEngine&) = delete;

    /// Every kind that we know, those that are missing here too.
    [[nodiscard]] std::vector<SourceKind> kinds() const;
    /// Fills an empty scene: the whole screen where it can be captured, else the test pattern.
    Result<void> addDefaultSources();

    [[nodiscard]] Scene& scene();
    [[nodiscard]] Mixer& mixer();
    [[nodiscard]] Previews& previews();
    [[nodiscard]] Broadcaster& broadcaster();

    /// The relay's clock minus ours; goes into the capture clock and the test pattern's time strip.
    void setClockOffset(std::chrono::milliseconds offset);
    [[nodiscard]] EngineStatistics statistics() const;

private:
    struct Parts;
    explicit StudioEngine(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace footlight::capture
