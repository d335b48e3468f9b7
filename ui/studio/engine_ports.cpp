#include "ui/studio/engine_ports.h"

#include "core/capture/studio_engine.h"

namespace footlight::studio {

std::vector<capture::SourceKind> EngineAdapter::kinds() const { return engine_.kinds(); }

std::vector<capture::Source> EngineAdapter::sources() const { return engine_.scene().list(); }

Result<capture::SourceId> EngineAdapter::add(std::string_view kind, std::string_view name) {
    return engine_.scene().addSource(kind, name);
}

Result<void> EngineAdapter::remove(capture::SourceId id) { return engine_.scene().remove(id); }

Result<void> EngineAdapter::rename(capture::SourceId id, std::string_view name) {
    return engine_.scene().rename(id, name);
}

Result<void> EngineAdapter::setVisible(capture::SourceId id, bool visible) {
    return engine_.scene().setVisible(id, visible);
}

Result<void> EngineAdapter::move(capture::SourceId id, capture::Move where) {
    return engine_.scene().move(id, where);
}

std::string EngineAdapter::snapshot() const { return engine_.scene().save(); }

Result<void> EngineAdapter::restore(const std::string& snapshot) {
    auto leftOut = engine_.scene().load(snapshot);
    return leftOut ? Result<void>() : fail(std::move(leftOut.error()));
}

Result<std::vector<capture::Property>> EngineAdapter::properties(capture::SourceId id) const {
    return engine_.scene().properties(id);
}

Result<void> EngineAdapter::setProperty(capture::SourceId id, std::string_view name,
                                        const capture::PropertyValue& value) {
    return engine_.scene().setProperty(id, name, value);
}

void EngineAdapter::setMeterListener(capture::MeterListener listener) {
    engine_.mixer().setMeterListener(std::move(listener));
}

Result<void> EngineAdapter::setVolume(capture::SourceId id, double decibels) {
    return engine_.mixer().setVolume(id, decibels);
}

Result<void> EngineAdapter::setMuted(capture::SourceId id, bool muted) {
    return engine_.mixer().setMuted(id, muted);
}

Result<capture::PreviewId> EngineAdapter::attach(capture::NativeWindow window, int width, int height) {
    return engine_.previews().attach(window, width, height);
}

void EngineAdapter::resize(capture::PreviewId id, int width, int height) {
    engine_.previews().resize(id, width, height);
}

void EngineAdapter::detach(capture::PreviewId id) { engine_.previews().detach(id); }

Result<void> EngineAdapter::goLive(std::vector<capture::Destination> destinations,
                                   capture::EncoderSettings settings) {
    return engine_.broadcaster().goLive(std::move(destinations), std::move(settings));
}

void EngineAdapter::stop() { engine_.broadcaster().stop(); }

capture::LiveStatistics EngineAdapter::statistics() const { return engine_.broadcaster().statistics(); }

void EngineAdapter::setStateListener(capture::StateListener listener) {
    engine_.broadcaster().setStateListener(std::move(listener));
}

}  // namespace footlight::studio
