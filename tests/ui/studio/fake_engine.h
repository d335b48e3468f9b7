#pragma once

#include <algorithm>
#include <functional>
#include <utility>

#include "ui/studio/ports.h"

namespace footlight::studio {

/// A scene, a mixer and a broadcast in memory that remember what was asked of them.
class FakeEngine final : public SceneDesk,
                         public SourceSettings,
                         public SoundDesk,
                         public PreviewPort,
                         public OnAirControl {
public:
    [[nodiscard]] EnginePorts ports() { return {*this, *this, *this, *this, *this}; }

    [[nodiscard]] std::vector<capture::SourceKind> kinds() const override { return kindList; }
    [[nodiscard]] std::vector<capture::Source> sources() const override { return scene; }
    Result<capture::SourceId> add(std::string_view kind, std::string_view name) override {
        capture::Source source;
        source.id = {++lastId};
        source.kind = kind;
        source.name = name;
        scene.insert(scene.begin(), source);
        return source.id;
    }
    Result<void> remove(capture::SourceId id) override {
        std::erase_if(scene, [id](const capture::Source& each) { return each.id == id; });
        return {};
    }
    Result<void> rename(capture::SourceId id, std::string_view name) override {
        const auto taken = std::any_of(scene.begin(), scene.end(),
                                       [name](const capture::Source& each) { return each.name == name; });
        if (taken) {
            return fail(ErrorCategory::Conflict, "scene.name", "Another source has that name.");
        }
        find(id).name = name;
        return {};
    }
    Result<void> setVisible(capture::SourceId id, bool visible) override {
        find(id).visible = visible;
        return {};
    }
    Result<void> move(capture::SourceId id, capture::Move where) override {
        const auto at =
            std::find_if(scene.begin(), scene.end(), [id](const auto& each) { return each.id == id; });
        if (where == capture::Move::Up && at != scene.begin()) {
            std::iter_swap(at, at - 1);
        } else if (where == capture::Move::Down && at + 1 != scene.end()) {
            std::iter_swap(at, at + 1);
        }
        return {};
    }
    [[nodiscard]] std::string snapshot() const override {
        saved = scene;
        return "saved";
    }
    Result<void> restore(const std::string&) override {
        scene = saved;
        return {};
    }

    [[nodiscard]] Result<std::vector<capture::Property>> properties(capture::SourceId) const override {
        return propertyList;
    }
    Result<void> setProperty(capture::SourceId, std::string_view name,
                             const capture::PropertyValue& value) override {
        for (auto& property : propertyList) {
            if (property.name == name) {
                property.value = value;
            }
        }
        return {};
    }

    void setMeterListener(capture::MeterListener listener) override { meterListener = std::move(listener); }
    Result<void> setVolume(capture::SourceId id, double decibels) override {
        find(id).volumeDb = decibels;
        return {};
    }
    Result<void> setMuted(capture::SourceId id, bool muted) override {
        find(id).muted = muted;
        return {};
    }

    Result<capture::PreviewId> attach(capture::NativeWindow, int, int) override {
        ++attached;
        return capture::PreviewId{1};
    }
    void resize(capture::PreviewId, int, int) override {}
    void detach(capture::PreviewId) override { --attached; }

    Result<void> goLive(std::vector<capture::Destination> destinations, capture::EncoderSettings) override {
        if (!refusal.empty()) {
            return fail(ErrorCategory::Unavailable, "encoder", refusal);
        }
        live.onAir = true;
        for (const auto& destination : destinations) {
            live.destinations.emplace_back();
            live.destinations.back().name = destination.name;
        }
        return {};
    }
    void stop() override {
        ++stops;
        live = {};
    }
    [[nodiscard]] capture::LiveStatistics statistics() const override { return live; }
    void setStateListener(capture::StateListener listener) override { stateListener = std::move(listener); }

    /// The relay or the network did something with the first destination.
    void become(capture::DestinationState state, std::string message = {}) {
        live.destinations.front().state = state;
        live.destinations.front().message = std::move(message);
        stateListener(live.destinations.front());
    }

    capture::Source& find(capture::SourceId id) {
        return *std::find_if(scene.begin(), scene.end(), [id](const auto& each) { return each.id == id; });
    }

    std::vector<capture::SourceKind> kindList;
    std::vector<capture::Source> scene;
    mutable std::vector<capture::Source> saved;
    std::vector<capture::Property> propertyList;
    capture::LiveStatistics live;
    capture::MeterListener meterListener;
    capture::StateListener stateListener;
    std::string refusal;
    std::int64_t lastId = 100;
    int attached = 0;
    int stops = 0;
};

/// Answers when the test says so.
class FakeDestinations final : public DestinationProvider {
public:
    [[nodiscard]] std::vector<std::string> names() const override { return nameList; }
    void fetch(std::function<void(Result<std::vector<capture::Destination>>)> callback) override {
        waiting = std::move(callback);
    }
    void refused(std::function<void(bool)> callback) override {
        ++refusals;
        callback(hasAnother);
    }
    void answer(Result<std::vector<capture::Destination>> result) {
        std::exchange(waiting, nullptr)(std::move(result));
    }
    void answerWithOne() {
        std::vector<capture::Destination> one(1);
        one.front().name = "studio.example";
        answer(std::move(one));
    }

    std::vector<std::string> nameList{"studio.example"};
    std::function<void(Result<std::vector<capture::Destination>>)> waiting;
    bool hasAnother = false;
    int refusals = 0;
};

/// A scene as people have it.
inline void fillScene(FakeEngine& engine) {
    const auto add = [&engine](std::int64_t id, const char* kind, const char* name, bool video, bool audio) {
        capture::Source source;
        source.id = {id};
        source.kind = kind;
        source.name = name;
        source.hasVideo = video;
        source.hasAudio = audio;
        engine.scene.push_back(source);
    };
    add(1, "text_ft2_source_v2", "Title card", true, false);
    add(2, "v4l2_input", "Camera at the desk", true, false);
    add(3, "footlight_test_pattern", "Test pattern", true, true);
    add(4, "pulse_input_capture", "Microphone", false, true);
    engine.scene[0].visible = false;
    engine.scene[3].volumeDb = -4.5;
    const auto offer = [&engine](const char* id, const char* name, const char* whyNot) {
        capture::SourceKind kind;
        kind.id = id;
        kind.displayName = name;
        kind.available = *whyNot == 0;
        kind.whyNot = whyNot;
        engine.kindList.push_back(kind);
    };
    offer("footlight_test_pattern", "Test pattern", "");
    offer("xshm_input", "Screen", "");
    offer("pipewire-desktop-capture-source", "Screen (PipeWire)",
          "PipeWire does not answer on this computer.");
    offer("xcomposite_input", "Window", "");
    offer("v4l2_input", "Camera", "No camera is connected.");
    offer("pulse_input_capture", "Microphone", "");
    offer("pulse_output_capture", "Sound of this computer", "");
    offer("image_source", "Image", "");
    offer("text_ft2_source_v2", "Text", "");
    offer("color_source_v3", "Colour", "");
    offer("ffmpeg_source", "Media file", "");
}

}  // namespace footlight::studio
