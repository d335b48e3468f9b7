#pragma once

#include "ui/studio/ports.h"

namespace footlight::capture {
class StudioEngine;
}

namespace footlight::studio {

/// The Studio's ports over the real engine, which outlives them.
class EngineAdapter final : public SceneDesk,
                            public SourceSettings,
                            public SoundDesk,
                            public PreviewPort,
                            public OnAirControl {
public:
    explicit EngineAdapter(capture::StudioEngine& engine) : engine_(engine) {}

    [[nodiscard]] EnginePorts ports() { return {*this, *this, *this, *this, *this}; }

    [[nodiscard]] std::vector<capture::SourceKind> kinds() const override;
    [[nodiscard]] std::vector<capture::Source> sources() const override;
    Result<capture::SourceId> add(std::string_view kind, std::string_view name) override;
    Result<void> remove(capture::SourceId id) override;
    Result<void> rename(capture::SourceId id, std::string_view name) override;
    Result<void> setVisible(capture::SourceId id, bool visible) override;
    Result<void> move(capture::SourceId id, capture::Move where) override;
    [[nodiscard]] std::string snapshot() const override;
    Result<void> restore(const std::string& snapshot) override;

    [[nodiscard]] Result<std::vector<capture::Property>> properties(capture::SourceId id) const override;
    Result<void> setProperty(capture::SourceId id, std::string_view name,
                             const capture::PropertyValue& value) override;

    void setMeterListener(capture::MeterListener listener) override;
    Result<void> setVolume(capture::SourceId id, double decibels) override;
    Result<void> setMuted(capture::SourceId id, bool muted) override;

    Result<capture::PreviewId> attach(capture::NativeWindow window, int width, int height) override;
    void resize(capture::PreviewId id, int width, int height) override;
    void detach(capture::PreviewId id) override;

    Result<void> goLive(std::vector<capture::Destination> destinations,
                        capture::EncoderSettings settings) override;
    void stop() override;
    [[nodiscard]] capture::LiveStatistics statistics() const override;
    void setStateListener(capture::StateListener listener) override;

private:
    capture::StudioEngine& engine_;
};

}  // namespace footlight::studio
