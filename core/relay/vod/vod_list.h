#pragma once

#include <string>
#include <vector>

#include "core/relay/recording/recording.h"

namespace footlight::relay::vod {

/// One segment of a recording as it is shown.
struct VodSegment {
    recording::KeptSegment kept;
    bool discontinuity = false;  ///< before it
};

/// What people see of a rendition: without slates and what is missing. While the broadcast is on air the list
/// only grows at its end.
struct VodList {
    media::MediaTime targetDuration{};
    bool isEnded = false;
    std::vector<VodSegment> segments;
};

/// An empty list where there is no such rendition.
VodList listOf(const recording::RecordingContent& content, const std::string& rendition);

/// The playlist: VOD, or EVENT while the broadcast is on air (RFC 8216bis 4.4.3.5).
std::string printList(const VodList& list);

}  // namespace footlight::relay::vod
