#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/capture/source.h"

namespace footlight::capture {

enum class Move : std::uint8_t { Up, Down, ToTop, ToBottom };

class StudioCore;

/// The scene on air: its sources from the topmost to the one at the back. Owned by the StudioEngine, used on
/// the thread that made the engine. Pictures larger or smaller than the canvas are fitted into it.
class Scene {
public:
    explicit Scene(StudioCore& core);
    ~Scene();
    Scene(const Scene&) = delete;
    Scene& operator=(const Scene&) = delete;

    /// Unavailable where the plugin of that kind is missing (the message names the package), NotFound for a
    /// kind that nobody knows. The new source is on top; its name is made unique ("Screen 2").
    Result<SourceId> addSource(std::string_view kind, std::string_view name);
    Result<void> remove(SourceId id);
    /// Conflict where another source has that name.
    Result<void> rename(SourceId id, std::string_view name);
    Result<void> setVisible(SourceId id, bool visible);
    Result<void> move(SourceId id, Move where);
    [[nodiscard]] std::vector<Source> list() const;

    [[nodiscard]] Result<std::vector<Property>> properties(SourceId id) const;
    Result<void> setProperty(SourceId id, std::string_view property, const PropertyValue& value);

    /// The scene as JSON; writing it to a file atomically is the caller's.
    [[nodiscard]] std::string save() const;
    /// Replaces every source. Corrupt where it is not a saved scene (the present one then stays); sources
    /// whose kind is not available here are left out and named in the returned list.
    Result<std::vector<std::string>> load(std::string_view json);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace footlight::capture
