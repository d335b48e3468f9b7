#include "core/capture/scene.h"

#include <algorithm>

#include "core/capture/saved_scene.h"
#include "core/capture/source_kinds.h"
#include "core/capture/source_properties.h"
#include "core/capture/studio_core.h"

namespace footlight::capture {

namespace {

constexpr std::size_t kMostSources = 128;

tl::unexpected<Error> noSource() {
    return fail(ErrorCategory::NotFound, "capture.source", "That source is not in the scene any more.");
}

bool isNameTaken(const std::string& name) {
    const SourcePtr existing(obs_get_source_by_name(name.c_str()));
    return existing != nullptr;
}

std::string uniqueName(const std::string& wanted) {
    std::string name = wanted;
    for (int i = 2; isNameTaken(name); ++i) {
        name = wanted + " " + std::to_string(i);
    }
    return name;
}

void place(obs_sceneitem_t* item, Placement placement) {
    obs_video_info video{};
    obs_get_video_info(&video);
    const vec2 bounds{{{static_cast<float>(video.base_width), static_cast<float>(video.base_height)}}};
    obs_sceneitem_set_bounds_type(
        item, placement == Placement::Fill ? OBS_BOUNDS_SCALE_INNER : OBS_BOUNDS_MAX_ONLY);
    obs_sceneitem_set_bounds_alignment(item, OBS_ALIGN_CENTER);
    obs_sceneitem_set_bounds(item, &bounds);
}

Source describe(obs_sceneitem_t* item) {
    auto* source = obs_sceneitem_get_source(item);
    const auto flags = obs_source_get_output_flags(source);
    Source described;
    described.id = SourceId{obs_sceneitem_get_id(item)};
    described.kind = obs_source_get_unversioned_id(source);
    described.name = obs_source_get_name(source);
    described.visible = obs_sceneitem_visible(item);
    described.hasVideo = (flags & OBS_SOURCE_VIDEO) != 0;
    described.hasAudio = (flags & OBS_SOURCE_AUDIO) != 0;
    described.volumeDb = static_cast<double>(obs_mul_to_db(obs_source_get_volume(source)));
    described.muted = obs_source_muted(source);
    described.width = static_cast<int>(obs_source_get_width(source));
    described.height = static_cast<int>(obs_source_get_height(source));
    return described;
}

obs_order_movement movementOf(Move where) {
    switch (where) {
        case Move::Up:
            return OBS_ORDER_MOVE_UP;
        case Move::Down:
            return OBS_ORDER_MOVE_DOWN;
        case Move::ToTop:
            return OBS_ORDER_MOVE_TOP;
        case Move::ToBottom:
            return OBS_ORDER_MOVE_BOTTOM;
    }
    return OBS_ORDER_MOVE_UP;
}

ScenePtr makeEmptyScene() { return ScenePtr(obs_scene_create("Studio")); }

void removeItem(obs_sceneitem_t* item) {
    auto* source = obs_sceneitem_get_source(item);
    const SourcePtr keep(obs_source_get_ref(source));
    obs_sceneitem_remove(item);
    obs_source_remove(keep.get());
}

}  // namespace

struct Scene::State {
    StudioCore& core;

    [[nodiscard]] Result<ScenePtr> build(const SavedScene& saved) const;
    void clear() const;
};

Scene::Scene(StudioCore& core) : state_(new State{core}) { core.setScene(makeEmptyScene()); }

Scene::~Scene() { state_->clear(); }

Result<SourceId> Scene::addSource(std::string_view kind, std::string_view name) {
    const auto* known = findKind(kind);
    if (known == nullptr) {
        return fail(ErrorCategory::NotFound, "capture.kind",
                    "There is no kind of source \"" + std::string(kind) + "\".");
    }
    const auto id = obsIdOf(*known);
    if (id.empty()) {
        return fail(ErrorCategory::Unavailable, "capture.kind",
                    describe(*known, state_->core.plugins()).whyNot);
    }
    if (list().size() >= kMostSources) {
        return fail(ErrorCategory::Invalid, "capture.sources",
                    "A scene holds at most 128 sources; remove one first.");
    }
    const auto unique = uniqueName(std::string(name.empty() ? known->displayName : name));
    const SourcePtr source(obs_source_create(id.c_str(), unique.c_str(), nullptr, nullptr));
    auto* item = source ? obs_scene_add(state_->core.scene(), source.get()) : nullptr;
    if (item == nullptr) {
        return fail(ErrorCategory::Unavailable, "capture.source", "\"" + unique + "\" could not be made.");
    }
    place(item, known->placement);
    const SourceId added{obs_sceneitem_get_id(item)};
    state_->core.sceneChanged();
    return added;
}

Result<void> Scene::remove(SourceId id) {
    const auto item = state_->core.findItem(id);
    if (!item) {
        return noSource();
    }
    removeItem(item.get());
    state_->core.sceneChanged();
    return {};
}

Result<void> Scene::rename(SourceId id, std::string_view name) {
    const auto item = state_->core.findItem(id);
    if (!item) {
        return noSource();
    }
    const std::string wanted(name);
    auto* source = obs_sceneitem_get_source(item.get());
    if (wanted.empty()) {
        return fail(ErrorCategory::Invalid, "capture.name", "A source needs a name.");
    }
    if (wanted != obs_source_get_name(source) && isNameTaken(wanted)) {
        return fail(ErrorCategory::Conflict, "capture.name", "Another source is called \"" + wanted + "\".");
    }
    obs_source_set_name(source, wanted.c_str());
    return {};
}

Result<void> Scene::setVisible(SourceId id, bool visible) {
    const auto item = state_->core.findItem(id);
    if (!item) {
        return noSource();
    }
    obs_sceneitem_set_visible(item.get(), visible);
    return {};
}

Result<void> Scene::move(SourceId id, Move where) {
    const auto item = state_->core.findItem(id);
    if (!item) {
        return noSource();
    }
    obs_sceneitem_set_order(item.get(), movementOf(where));
    return {};
}

std::vector<Source> Scene::list() const {
    std::vector<Source> sources;
    const auto add = [](obs_scene_t*, obs_sceneitem_t* item, void* to) {
        static_cast<std::vector<Source>*>(to)->push_back(describe(item));
        return true;
    };
    obs_scene_enum_items(state_->core.scene(), add, &sources);
    std::reverse(sources.begin(), sources.end());  // libobs lists from the back
    return sources;
}

Result<std::vector<Property>> Scene::properties(SourceId id) const {
    const auto item = state_->core.findItem(id);
    if (!item) {
        return noSource();
    }
    return readProperties(obs_sceneitem_get_source(item.get()));
}

Result<void> Scene::setProperty(SourceId id, std::string_view property, const PropertyValue& value) {
    const auto item = state_->core.findItem(id);
    if (!item) {
        return noSource();
    }
    return writeProperty(obs_sceneitem_get_source(item.get()), property, value);
}

std::string Scene::save() const { return writeScene(); }

Result<std::vector<std::string>> Scene::load(std::string_view json) {
    auto saved = readScene(json);
    if (!saved) {
        return fail(std::move(saved.error()));
    }
    auto before = readScene(writeScene());
    state_->clear();
    auto scene = state_->build(*saved);
    if (!scene && before) {
        auto old = state_->build(*before);
        state_->core.setScene(old ? std::move(*old) : makeEmptyScene());
    } else {
        state_->core.setScene(scene ? std::move(*scene) : makeEmptyScene());
    }
    state_->core.sceneChanged();
    return scene ? Result<std::vector<std::string>>(saved->leftOut) : fail(std::move(scene.error()));
}

/// Takes every source and the scene itself away.
void Scene::State::clear() const {
    std::vector<obs_sceneitem_t*> items;
    const auto collect = [](obs_scene_t*, obs_sceneitem_t* item, void* to) {
        obs_sceneitem_addref(item);
        static_cast<std::vector<obs_sceneitem_t*>*>(to)->push_back(item);
        return true;
    };
    obs_scene_enum_items(core.scene(), collect, &items);
    for (auto* item : items) {
        const SceneItemPtr owner(item);
        removeItem(item);
    }
    core.setScene(nullptr);
    obs_wait_for_destroy_queue();
}

Result<ScenePtr> Scene::State::build(const SavedScene& saved) const {
    obs_source_t* scene = nullptr;
    const auto note = [](void* to, obs_source_t* loaded) {
        if (obs_scene_from_source(loaded) != nullptr) {
            *static_cast<obs_source_t**>(to) = obs_source_get_ref(loaded);
        }
    };
    obs_load_sources(saved.sources.get(), note, &scene);
    if (scene == nullptr) {
        return fail(ErrorCategory::Corrupt, "capture.scene", "The saved scene could not be built.");
    }
    return ScenePtr(obs_scene_from_source(scene));
}

}  // namespace footlight::capture
