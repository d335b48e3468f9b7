#pragma once

#include <functional>
#include <memory>
#include <span>

#include "core/base/result.h"
#include "core/capture/source.h"

namespace footlight::capture {

/// Levels in dB full scale over the last 50 ms, the loudest channel; silence is -infinity.
struct MeterLevel {
    SourceId source;
    float peakDb = 0;
    float magnitudeDb = 0;
};

using MeterListener = std::function<void(std::span<const MeterLevel>)>;

class StudioCore;

/// Volumes and meters of the scene's sources that have sound. Owned by the StudioEngine, used on its thread.
class Mixer {
public:
    explicit Mixer(StudioCore& core);
    ~Mixer();
    Mixer(const Mixer&) = delete;
    Mixer& operator=(const Mixer&) = delete;

    /// Called 20 times a second with the level of every audible source, on a thread of our own: post to
    /// yours. After the return of a call with an empty listener the old one is not called any more.
    void setMeterListener(MeterListener listener);
    /// -96 (silent) to +20 dB.
    Result<void> setVolume(SourceId id, double decibels);
    Result<void> setMuted(SourceId id, bool muted);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace footlight::capture
