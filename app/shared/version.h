#pragma once

#include <string_view>

namespace footlight::app {

/// "0.1.0", from the project's CMakeLists.txt.
inline constexpr std::string_view kVersion = FOOTLIGHT_VERSION;

}  // namespace footlight::app
