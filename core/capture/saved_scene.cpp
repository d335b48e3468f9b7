#include "core/capture/saved_scene.h"

#include <cstring>

#include "core/capture/source_kinds.h"

namespace footlight::capture {

namespace {

constexpr const char* kFormat = "footlight_scene";
constexpr const char* kSources = "sources";
constexpr std::int64_t kFormatNumber = 1;

tl::unexpected<Error> corrupt(const std::string& what) {
    return fail(ErrorCategory::Corrupt, "capture.scene",
                "This is not a saved scene of Footlight: " + what + ".");
}

bool isScene(obs_data_t* source) { return std::strcmp(obs_data_get_string(source, "id"), "scene") == 0; }

bool isAvailable(obs_data_t* source) {
    const auto* kind = findKind(obs_data_get_string(source, "id"));
    return kind != nullptr && !obsIdOf(*kind).empty();
}

/// Moves what can be made here into `saved`; says whether the scene itself was among it.
bool select(obs_data_array_t* all, SavedScene& saved) {
    std::size_t scenes = 0;
    for (std::size_t i = 0; i < obs_data_array_count(all); ++i) {
        const DataPtr source(obs_data_array_item(all, i));
        if (isScene(source.get())) {
            ++scenes;
        } else if (!isAvailable(source.get())) {
            saved.leftOut.emplace_back(obs_data_get_string(source.get(), "name"));
            continue;
        }
        obs_data_array_push_back(saved.sources.get(), source.get());
    }
    return scenes == 1;
}

}  // namespace

std::string writeScene() {
    const DataPtr file(obs_data_create());
    obs_data_set_int(file.get(), kFormat, kFormatNumber);
    const DataArrayPtr sources(obs_save_sources());
    obs_data_set_array(file.get(), kSources, sources.get());
    return obs_data_get_json(file.get());
}

Result<SavedScene> readScene(std::string_view json) {
    const DataPtr file(obs_data_create_from_json(std::string(json).c_str()));
    if (!file) {
        return corrupt("it is not JSON");
    }
    const auto number = obs_data_get_int(file.get(), kFormat);
    if (number > kFormatNumber) {
        return fail(ErrorCategory::Unsupported, "capture.scene",
                    "This scene was saved by a newer Footlight; update this one to open it.");
    }
    const DataArrayPtr all(obs_data_get_array(file.get(), kSources));
    if (number < 1 || !all) {
        return corrupt("its format number or its sources are missing");
    }
    SavedScene saved{.sources = DataArrayPtr(obs_data_array_create()), .leftOut = {}};
    if (!select(all.get(), saved)) {
        return corrupt("it must hold exactly one scene");
    }
    return saved;
}

}  // namespace footlight::capture
