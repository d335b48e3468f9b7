#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/relay/origin/segment_history.h"
#include "core/relay/ports/archive.h"

namespace footlight::relay::origin {

/// Where one rendition of a broadcast goes on after a restart.
struct RestoredWindow {
    std::string name;
    std::uint64_t sequence = 0;               ///< of the segment that comes next: the same for all renditions
    std::uint64_t discontinuitySequence = 0;  ///< before `segments`
    HistoryPtr history;                       ///< everything before `segments`
    std::vector<SegmentPtr> segments;         ///< the newest, as far as they can be fetched
};

/// What an earlier process kept of a broadcast, the source first. What a rendition lost of what another one
/// has is listed as a gap, so that all are numbered and dated alike. `discontinuitySequence` is that before
/// the source's first segment. Nothing where there is no segment of the source.
std::vector<RestoredWindow> restoreWindows(std::vector<ArchivedRendition> kept,
                                           std::uint64_t discontinuitySequence);

}  // namespace footlight::relay::origin
