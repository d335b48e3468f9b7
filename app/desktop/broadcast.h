#pragma once

#include <QObject>
#include <memory>

#include "app/desktop/sample.h"
#include "core/base/logger.h"
#include "core/base/result.h"
#include "core/capture/studio_engine.h"
#include "ui/studio/broadcast_controller.h"
#include "ui/studio/engine_ports.h"

namespace footlight::models {
class SettingsStore;
}

namespace footlight::desktop {

enum class Picture {
    Default,      ///< the screen where it can be captured
    TestPattern,  ///< bars, clock, tone and time strip
};

/// An engine as Settings want it, with an empty scene. Errors of StudioEngine::create.
Result<std::unique_ptr<capture::StudioEngine>> makeEngine(const models::SettingsStore& settings,
                                                          const Logger& logger);

/// Puts one source into an empty scene. Unavailable where it cannot be made.
Result<> fillScene(capture::StudioEngine& engine, Picture picture);

/// makeEngine(), then fillScene().
Result<std::unique_ptr<capture::StudioEngine>> makeEngineWith(Picture picture,
                                                              const models::SettingsStore& settings,
                                                              const Logger& logger);

/// Where local copies of broadcasts stand, as Settings want it; whether any are written is in
/// encoderSettings.
capture::LocalCopyRule localCopyRule(const models::SettingsStore& settings);

/// The encoder and the local copy as Settings want them.
capture::EncoderSettings encoderSettings(const models::SettingsStore& settings);

/// Going live without a window: an engine and the way of one broadcast through it. Owned by a verb.
class Broadcast : public QObject {
    Q_OBJECT
public:
    Broadcast(std::unique_ptr<capture::StudioEngine> engine, studio::DestinationProvider& destinations,
              const capture::EncoderSettings& settings);

    void start() { controller_.goLive(); }
    /// A clean end.
    void stop() { controller_.end(); }
    [[nodiscard]] capture::StudioEngine& engine() { return *engine_; }
    [[nodiscard]] Sample sample() const;

Q_SIGNALS:
    void onAir();
    /// The connection was lost and is made again; for people. Empty when that is over.
    void warned(const QString& message);
    /// Nothing is on air any more; for people.
    void failed(const QString& message);

private:
    std::unique_ptr<capture::StudioEngine> engine_;
    studio::EngineAdapter adapter_;
    studio::BroadcastController controller_;
};

}  // namespace footlight::desktop
