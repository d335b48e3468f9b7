#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "core/base/clock.h"
#include "core/base/logger.h"
#include "core/base/result.h"
#include "core/capture/obs_handles.h"
#include "core/capture/obs_log.h"
#include "core/capture/plugin_set.h"
#include "core/capture/relay_clock.h"
#include "core/capture/source.h"

namespace footlight::capture {

struct EngineOptions;

/// libobs running: started in create(), shut down with everything released in the destructor. Holds what the
/// parts of the engine share. The engine's thread.
class StudioCore {
public:
    static Result<std::unique_ptr<StudioCore>> create(const EngineOptions& options, Logger logger);
    ~StudioCore();
    StudioCore(const StudioCore&) = delete;
    StudioCore& operator=(const StudioCore&) = delete;

    [[nodiscard]] const Logger& logger() const { return logger_; }
    [[nodiscard]] const Clock& clock() const { return clock_; }
    [[nodiscard]] RelayClock& relayClock() { return relayClock_; }
    [[nodiscard]] const PluginSet& plugins() const { return *plugins_; }
    /// The X11 display that libobs draws to.
    [[nodiscard]] void* display() const { return display_; }

    [[nodiscard]] obs_scene_t* scene() const { return scene_.get(); }
    /// Puts a scene on air and lets the one before go; null takes it off air.
    void setScene(ScenePtr scene);
    /// Null where there is no such source; the reference is the caller's.
    [[nodiscard]] SceneItemPtr findItem(SourceId id) const;
    /// Called after sources came or went.
    void setSceneListener(std::function<void()> listener) { sceneListener_ = std::move(listener); }
    void sceneChanged() const;

private:
    explicit StudioCore(Logger logger);
    Result<void> openDisplay(void* given);
    Result<void> startLibobs(const EngineOptions& options);
    Result<void> startVideo(const EngineOptions& options);
    void loadPlugins(const EngineOptions& options);

    Logger logger_;
    SystemClock clock_;
    RelayClock relayClock_{clock_};
    ObsLog log_;
    void* display_ = nullptr;
    bool ownsDisplay_ = false;
    bool isStarted_ = false;
    std::unique_ptr<PluginSet> plugins_;
    ScenePtr scene_;
    std::function<void()> sceneListener_;
};

}  // namespace footlight::capture
