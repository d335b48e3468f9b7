#pragma once

#include <filesystem>
#include <string_view>

#include "core/base/result.h"

namespace footlight::app {

/// Makes the folder (0700) where it is missing, and proves that we can write there. Unavailable otherwise.
Result<> preparePrivateFolder(const std::filesystem::path& folder);

/// Replaces the file (0600) as a whole: written beside it, synced, renamed, the folder synced. A reader sees
/// the old text or the new one, also after a crash.
Result<> writeAtomically(const std::filesystem::path& file, std::string_view text);

}  // namespace footlight::app
