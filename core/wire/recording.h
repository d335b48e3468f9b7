#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/wire/stream_state.h"

namespace footlight::wire {

/// GET /api/v1/recordings/{id}, for the channel's owner: what was kept of one broadcast.
struct Recording {
    BroadcastId id;
    std::string channel;
    std::string title;
    UtcTime startedAt;
    std::optional<UtcTime> endedAt{};  ///< absent while on air
    RecordingPhase phase = RecordingPhase::Writing;
    std::int64_t durationMs = 0;
    std::int64_t bytes = 0;
    bool keep = false;                   ///< retention leaves it alone
    std::optional<UtcTime> expiresAt{};  ///< when retention deletes it
    std::int64_t holes = 0;
    std::string playback{};  ///< its multivariant playlist; on air: the whole broadcast so far
    std::string download{};  ///< one MP4; `?from=S&to=S` cuts it

    bool operator==(const Recording&) const = default;
};

/// GET /api/v1/channels/{name}/recordings: newest first. `next` is the `page` of the following request.
struct RecordingPage {
    std::vector<Recording> items;
    std::optional<std::string> next{};

    bool operator==(const RecordingPage&) const = default;
};

/// PATCH /api/v1/recordings/{id}: what is absent stays as it is.
struct RecordingPatch {
    std::optional<std::string> title{};
    std::optional<bool> keep{};

    bool operator==(const RecordingPatch&) const = default;
};

/// GET /api/v1/recordings/{id}/holes: oldest first; a hole's number is its place, from 0 on.
struct HoleList {
    std::vector<RecordingHole> items;

    bool operator==(const HoleList&) const = default;
};

/// POST /api/v1/recordings/{id}/holes/{n}/fill: the FLV of that stretch goes to `url` by POST.
struct FillTicket {
    std::string url;
    UtcTime expiresAt;

    bool operator==(const FillTicket&) const = default;
};

}  // namespace footlight::wire
