#pragma once

#include <filesystem>

namespace footlight::app {

/// $XDG_DATA_HOME/footlight, or ~/.local/share/footlight: where a user's programs keep their data.
std::filesystem::path userDataFolder();
/// The file of the running program.
std::filesystem::path programFile();

}  // namespace footlight::app
