#include "core/capture/mixer.h"

#include <cmath>
#include <condition_variable>
#include <map>
#include <thread>

#include "core/base/guarded.h"
#include "core/capture/studio_core.h"

namespace footlight::capture {

namespace {

constexpr std::chrono::milliseconds kInterval{50};
constexpr float kSilence = -std::numeric_limits<float>::infinity();
constexpr double kLowestDb = -96;
constexpr double kHighestDb = 20;

struct Level {
    float peak = kSilence;
    float magnitude = kSilence;
};

using Levels = std::map<SourceId, Level>;

float loudest(const float* channels) {
    float level = kSilence;
    for (int i = 0; i < MAX_AUDIO_CHANNELS; ++i) {
        level = std::isnan(channels[i]) ? level : std::max(level, channels[i]);
    }
    return level;
}

/// The meter of one source. libobs calls back on its audio threads, until the destructor has returned.
class Meter {
public:
    Meter(SourceId id, obs_source_t* source, Guarded<Levels>& levels)
        : id_(id), levels_(levels), meter_(obs_volmeter_create(OBS_FADER_LOG)) {
        obs_volmeter_attach_source(meter_.get(), source);
        obs_volmeter_add_callback(meter_.get(), update, this);
    }
    ~Meter() { obs_volmeter_remove_callback(meter_.get(), update, this); }
    Meter(const Meter&) = delete;
    Meter& operator=(const Meter&) = delete;

private:
    static void update(void* self, const float* magnitude, const float* peak, const float*) {
        const auto* meter = static_cast<const Meter*>(self);
        auto levels = meter->levels_.lock();
        auto& level = (*levels)[meter->id_];
        level.peak = std::max(level.peak, loudest(peak));
        level.magnitude = std::max(level.magnitude, loudest(magnitude));
    }

    SourceId id_;
    Guarded<Levels>& levels_;
    VolumeMeterPtr meter_;
};

}  // namespace

struct Mixer::State {
    explicit State(StudioCore& studio) : core(studio) {}

    void attachMeters();
    void report(std::stop_token stop);
    std::vector<MeterLevel> takeLevels();

    StudioCore& core;
    Guarded<Levels> levels;
    std::vector<std::unique_ptr<Meter>> meters;
    std::mutex listenerMutex;
    MeterListener listener;
    std::condition_variable_any ending;
    std::jthread reporter;
};

Mixer::Mixer(StudioCore& core) : state_(std::make_unique<State>(core)) {
    core.setSceneListener([state = state_.get()] { state->attachMeters(); });
}

Mixer::~Mixer() { state_->core.setSceneListener({}); }

void Mixer::setMeterListener(MeterListener listener) {
    const bool isWanted = static_cast<bool>(listener);
    {
        const std::lock_guard guard(state_->listenerMutex);
        state_->listener = std::move(listener);
    }
    if (isWanted && !state_->reporter.joinable()) {
        state_->attachMeters();
        state_->reporter =
            std::jthread([state = state_.get()](std::stop_token stop) { state->report(stop); });
    } else if (!isWanted) {
        state_->reporter = {};
        state_->meters.clear();
    }
}

Result<void> Mixer::setVolume(SourceId id, double decibels) {
    if (!(decibels >= kLowestDb && decibels <= kHighestDb)) {
        return fail(ErrorCategory::Invalid, "capture.volume", "A volume is between -96 and +20 dB.");
    }
    const auto item = state_->core.findItem(id);
    if (!item) {
        return fail(ErrorCategory::NotFound, "capture.source", "That source is not in the scene any more.");
    }
    const float factor = decibels <= kLowestDb ? 0.0F : obs_db_to_mul(static_cast<float>(decibels));
    obs_source_set_volume(obs_sceneitem_get_source(item.get()), factor);
    return {};
}

Result<void> Mixer::setMuted(SourceId id, bool muted) {
    const auto item = state_->core.findItem(id);
    if (!item) {
        return fail(ErrorCategory::NotFound, "capture.source", "That source is not in the scene any more.");
    }
    obs_source_set_muted(obs_sceneitem_get_source(item.get()), muted);
    return {};
}

void Mixer::State::attachMeters() {
    meters.clear();
    levels.lock()->clear();
    {
        const std::lock_guard guard(listenerMutex);
        if (!listener) {
            return;
        }
    }
    const auto attach = [](obs_scene_t*, obs_sceneitem_t* item, void* to) {
        auto* self = static_cast<State*>(to);
        auto* source = obs_sceneitem_get_source(item);
        if ((obs_source_get_output_flags(source) & OBS_SOURCE_AUDIO) != 0) {
            const SourceId id{obs_sceneitem_get_id(item)};
            (*self->levels.lock())[id] = {};
            self->meters.push_back(std::make_unique<Meter>(id, source, self->levels));
        }
        return true;
    };
    obs_scene_enum_items(core.scene(), attach, this);
}

std::vector<MeterLevel> Mixer::State::takeLevels() {
    std::vector<MeterLevel> taken;
    auto all = levels.lock();
    for (auto& [id, level] : *all) {
        taken.push_back({id, level.peak, level.magnitude});
        level = {};
    }
    return taken;
}

void Mixer::State::report(std::stop_token stop) {
    std::mutex mutex;
    std::unique_lock lock(mutex);
    while (!ending.wait_for(lock, stop, kInterval, [&] { return stop.stop_requested(); })) {
        const auto taken = takeLevels();
        const std::lock_guard guard(listenerMutex);
        if (listener) {
            listener(taken);
        }
    }
}

}  // namespace footlight::capture
