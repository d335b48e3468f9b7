#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/capture/obs_handles.h"

namespace footlight::capture {

/// A scene read back from JSON, not yet made: its sources in libobs's own form.
struct SavedScene {
    DataArrayPtr sources;              ///< the scene itself and every source in it
    std::vector<std::string> leftOut;  ///< names of sources whose kind is not available here
};

/// Every source of the running libobs as JSON, with our format's number.
std::string writeScene();
/// Corrupt where it is no saved scene, Unsupported where it comes from a newer program.
Result<SavedScene> readScene(std::string_view json);

}  // namespace footlight::capture
