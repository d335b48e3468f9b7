#pragma once

#include <cstdint>
#include <string>

#include "core/media/types/media_time.h"
#include "core/relay/ports/archive.h"

namespace footlight::relay::recording {

/// When something of a recording is shown.
struct KeptTime {
    UtcTime shownAt{};
    media::MediaTime duration{};

    [[nodiscard]] UtcTime end() const {
        return shownAt + std::chrono::duration_cast<std::chrono::milliseconds>(duration);
    }
};

/// One segment of a recording: a stretch of one of its files.
struct KeptSegment {
    SegmentHead head;
    media::MediaTime duration{};
    std::string blob;  ///< the file's name in the rendition's folder; empty: the disk refused the segment
    std::uint64_t offset = 0;
    std::uint64_t size = 0;

    /// By which players fetch it.
    [[nodiscard]] std::string name() const { return std::to_string(head.sequence) + ".m4s"; }
    [[nodiscard]] bool isGap() const { return blob.empty(); }
    /// Part of what people see of the recording: no slate, and nothing that is missing.
    [[nodiscard]] bool isShown() const { return !isGap() && !head.isSlate; }
    [[nodiscard]] KeptTime time() const { return {head.shownAt, duration}; }
};

}  // namespace footlight::relay::recording
