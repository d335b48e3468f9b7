#include "core/capture/studio_engine.h"

#include <util/platform.h>

#include "core/capture/source_kinds.h"
#include "core/capture/studio_core.h"

namespace footlight::capture {

namespace {

struct CpuUsageEnd {
    void operator()(os_cpu_usage_info_t* info) const { os_cpu_usage_info_destroy(info); }
};

}  // namespace

struct StudioEngine::Parts {
    explicit Parts(std::unique_ptr<StudioCore> studio)
        : core(std::move(studio)), scene(*core), mixer(*core), previews(*core), broadcaster(*core) {}

    std::unique_ptr<StudioCore> core;
    Scene scene;
    Mixer mixer;
    Previews previews;
    Broadcaster broadcaster;
    std::unique_ptr<os_cpu_usage_info_t, CpuUsageEnd> cpu{os_cpu_usage_info_start()};
};

Result<std::unique_ptr<StudioEngine>> StudioEngine::create(EngineOptions options, Logger logger) {
    auto core = StudioCore::create(options, std::move(logger));
    if (!core) {
        return fail(std::move(core.error()).within("starting the studio"));
    }
    return std::unique_ptr<StudioEngine>(new StudioEngine(std::make_unique<Parts>(std::move(*core))));
}

StudioEngine::StudioEngine(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

StudioEngine::~StudioEngine() = default;

std::vector<SourceKind> StudioEngine::kinds() const {
    std::vector<SourceKind> kinds;
    for (const auto& known : knownKinds()) {
        kinds.push_back(describe(known, parts_->core->plugins()));
    }
    return kinds;
}

Result<void> StudioEngine::addDefaultSources() {
    const bool hasScreen = !obsIdOf(*findKind(kScreenKind)).empty();
    auto added = parts_->scene.addSource(hasScreen ? kScreenKind : kTestPatternKind, {});
    return added ? Result<void>{} : fail(std::move(added.error()));
}

Scene& StudioEngine::scene() { return parts_->scene; }
Mixer& StudioEngine::mixer() { return parts_->mixer; }
Previews& StudioEngine::previews() { return parts_->previews; }
Broadcaster& StudioEngine::broadcaster() { return parts_->broadcaster; }

void StudioEngine::setClockOffset(std::chrono::milliseconds offset) {
    parts_->core->relayClock().setOffset(offset);
}

EngineStatistics StudioEngine::statistics() const {
    EngineStatistics statistics;
    statistics.fps = obs_get_active_fps();
    statistics.frameMilliseconds = static_cast<double>(obs_get_average_frame_time_ns()) / 1e6;
    // libobs tells the share of the whole machine.
    statistics.cpuPercent = os_cpu_usage_info_query(parts_->cpu.get()) * os_get_logical_cores();
    return statistics;
}

}  // namespace footlight::capture
