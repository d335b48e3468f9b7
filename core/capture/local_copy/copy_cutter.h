#pragma once

#include <filesystem>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/capture/local_copy/copy_shelf.h"

namespace footlight::capture {

/// The newest copy that seems to hold all between two moments of the capture clock; null where there is none.
const KeptCopy* copyOf(const std::vector<KeptCopy>& copies, UtcTime from, UtcTime until);

/// Writes what `copy` has between two moments to `to`, as an FLV file of its own with its capture clock: from
/// the last key frame at or before `from` to the first at or after `until`. NotFound where the copy does not
/// hold all of it, Corrupt where it is damaged before that, Unavailable where `to` cannot be written. Reads
/// the file as far as it must: not for the window's thread.
Result<void> cutCopy(const std::filesystem::path& copy, UtcTime from, UtcTime until,
                     const std::filesystem::path& to);

}  // namespace footlight::capture
