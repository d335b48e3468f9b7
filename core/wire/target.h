#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/base/secret.h"
#include "core/wire/stream_state.h"

namespace footlight::wire {

/// A service that a channel's broadcasts are sent on to: /api/v1/channels/{name}/targets/{id}. The key is
/// never shown again.
struct Target {
    TargetId id;
    std::string name;
    std::string url;
    std::int64_t audioTrack = 0;
    bool enabled = true;
    std::optional<TargetStatus> status{};  ///< while on air

    bool operator==(const Target&) const = default;
};

/// GET /api/v1/channels/{name}/targets.
struct TargetList {
    std::vector<Target> items;

    bool operator==(const TargetList&) const = default;
};

/// POST /api/v1/channels/{name}/targets.
struct NewTarget {
    std::string name;  ///< "YouTube", as its owner calls it
    std::string url;   ///< rtmp:// or rtmps://, without the key
    Secret streamKey;
    std::optional<std::int64_t> audioTrack{};  ///< 0 to 15; 0 without it
    std::optional<bool> enabled{};             ///< true without it
};

/// PATCH /api/v1/channels/{name}/targets/{id}: what is absent stays; `enabled` starts and stops it on air.
struct TargetPatch {
    std::optional<std::string> name{};
    std::optional<std::string> url{};
    std::optional<Secret> streamKey{};
    std::optional<std::int64_t> audioTrack{};
    std::optional<bool> enabled{};
};

}  // namespace footlight::wire
