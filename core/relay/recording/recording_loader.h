#pragma once

#include <map>
#include <string>

#include "core/base/logger.h"
#include "core/relay/recording/recording.h"

namespace footlight::relay::recording {

/// A recording as it was found.
struct LoadedRecording {
    RecordingPtr recording;
    std::map<std::string, std::uint64_t> journalSizes;  ///< where each rendition's journal goes on
};

enum class Repair : std::uint8_t {
    No,   ///< somebody may be writing it
    Yes,  ///< a segment that was open is closed behind its last whole part
};

/// Reads what a broadcast is, without its segments. NotFound, Corrupt.
Result<RecordFile> loadRecord(BlobStore& store, const std::string& folder);
/// Reads a broadcast's folder. NotFound, Corrupt.
Result<LoadedRecording> loadRecording(BlobStore& store, const std::string& folder, Repair repair,
                                      const Logger& logger);

}  // namespace footlight::relay::recording
