#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/capture/broadcaster.h"
#include "core/capture/mixer.h"
#include "core/capture/preview.h"
#include "core/capture/scene.h"
#include "core/capture/source.h"

// What the Studio needs of the engine, in the pieces in which it needs it. All of it is for the window's
// thread.
namespace footlight::studio {

/// The list of sources.
class SceneDesk {
public:
    virtual ~SceneDesk() = default;
    [[nodiscard]] virtual std::vector<capture::SourceKind> kinds() const = 0;
    [[nodiscard]] virtual std::vector<capture::Source> sources() const = 0;
    virtual Result<capture::SourceId> add(std::string_view kind, std::string_view name) = 0;
    virtual Result<void> remove(capture::SourceId id) = 0;
    virtual Result<void> rename(capture::SourceId id, std::string_view name) = 0;
    virtual Result<void> setVisible(capture::SourceId id, bool visible) = 0;
    virtual Result<void> move(capture::SourceId id, capture::Move where) = 0;
    /// The whole scene, so that a removal can be taken back.
    [[nodiscard]] virtual std::string snapshot() const = 0;
    virtual Result<void> restore(const std::string& snapshot) = 0;
};

/// The settings of one source.
class SourceSettings {
public:
    virtual ~SourceSettings() = default;
    [[nodiscard]] virtual Result<std::vector<capture::Property>> properties(capture::SourceId id) const = 0;
    virtual Result<void> setProperty(capture::SourceId id, std::string_view name,
                                     const capture::PropertyValue& value) = 0;
};

/// Volumes and meters. The listener is called on a thread of the engine's.
class SoundDesk {
public:
    virtual ~SoundDesk() = default;
    virtual void setMeterListener(capture::MeterListener listener) = 0;
    virtual Result<void> setVolume(capture::SourceId id, double decibels) = 0;
    virtual Result<void> setMuted(capture::SourceId id, bool muted) = 0;
};

/// The picture of what is on air, in a native window.
class PreviewPort {
public:
    virtual ~PreviewPort() = default;
    virtual Result<capture::PreviewId> attach(capture::NativeWindow window, int width, int height) = 0;
    virtual void resize(capture::PreviewId id, int width, int height) = 0;
    virtual void detach(capture::PreviewId id) = 0;
};

/// Starting and ending a broadcast. The listener is called on a thread of the engine's.
class OnAirControl {
public:
    virtual ~OnAirControl() = default;
    virtual Result<void> goLive(std::vector<capture::Destination> destinations,
                                capture::EncoderSettings settings) = 0;
    virtual void stop() = 0;
    [[nodiscard]] virtual capture::LiveStatistics statistics() const = 0;
    virtual void setStateListener(capture::StateListener listener) = 0;
};

/// Where broadcasts go: the app finds the relay's address and the channel's stream key, however long that
/// takes.
class DestinationProvider {
public:
    virtual ~DestinationProvider() = default;
    /// Names for the line beside the button; empty while there is no relay.
    [[nodiscard]] virtual std::vector<std::string> names() const = 0;
    /// Calls back once, on the window's thread.
    virtual void fetch(std::function<void(Result<std::vector<capture::Destination>>)> callback) = 0;
    /// Every destination of the last fetch() was refused before it was live. Calls back once, on the window's
    /// thread: true where another fetch() has something better.
    virtual void refused(std::function<void(bool isWorthAnother)> callback) { callback(false); }
};

/// All of the engine's pieces together; none is null.
struct EnginePorts {
    SceneDesk& scene;
    SourceSettings& settings;
    SoundDesk& sound;
    PreviewPort& preview;
    OnAirControl& onAir;
};

}  // namespace footlight::studio
