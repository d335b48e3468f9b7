#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/relay/recording/kept_segment.h"

namespace footlight::relay::recording {

/// A segment that was begun and not closed.
struct OpenSegment {
    SegmentHead head;
    std::string blob;
    std::uint64_t offset = 0;
};

/// What the journal of one rendition says. The journal is an EVENT playlist (RFC 8216bis) that any player
/// understands where it lies; it grows at its end alone.
struct Journal {
    media::MediaTime targetDuration{};
    std::uint64_t firstSequence = 0;
    std::vector<KeptSegment> segments;
    std::optional<OpenSegment> open;
    bool isEnded = false;
    std::size_t closedSize = 0;  ///< bytes of the text up to the last closed segment
    std::size_t openSize = 0;    ///< with the lines of `open`

    /// Of the segment that comes next: the open one, where there is one.
    [[nodiscard]] std::uint64_t nextSequence() const;
};

/// The name of a file of segments: that of its first segment. Slates have files of their own.
std::string blobName(const SegmentHead& first);

/// The lines before the first segment.
std::string journalStart(media::MediaTime targetDuration, std::uint64_t firstSequence);
/// The lines in front of a segment; `lastInit` is the one in force.
std::string journalBegin(const OpenSegment& segment, const std::string& lastInit);
/// The lines that close it, behind those of journalBegin().
std::string journalClose(const KeptSegment& segment);
std::string journalEnd();

/// Reads what the functions above wrote, whatever its last line is: the process may have died in it. Corrupt
/// where more than the end is wrong.
Result<Journal> parseJournal(std::string_view text);

}  // namespace footlight::relay::recording
