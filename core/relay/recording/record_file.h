#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/relay/ports/archive.h"

namespace footlight::relay::recording {

/// What is known of a broadcast besides its segments: record.json in its folder.
struct RecordFile {
    BroadcastRecord record;
    std::optional<UtcTime> endedAt;  ///< absent: no one ended it
};

inline constexpr std::string_view kRecordName = "record.json";
inline constexpr std::string_view kJournalName = "journal.m3u8";
/// Of all files of what was filled in afterwards.
inline constexpr std::string_view kFillPrefix = "fill-";

std::string printRecord(const RecordFile& file);
/// Corrupt.
Result<RecordFile> parseRecord(std::string_view json);

}  // namespace footlight::relay::recording
