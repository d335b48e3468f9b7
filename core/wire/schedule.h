#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/id.h"

namespace footlight {

using ScheduleEntryId = Id<struct ScheduleEntryTag>;

namespace wire {

/// A broadcast that a channel has announced.
struct ScheduleEntry {
    ScheduleEntryId id;
    UtcTime startsAt{};
    UtcTime endsAt{};
    std::string title;
    std::string category;

    bool operator==(const ScheduleEntry&) const = default;
};

/// GET /api/v1/channels/{name}/schedule: what has not ended, the first to begin first, at most 100.
struct ScheduleList {
    std::vector<ScheduleEntry> items;

    bool operator==(const ScheduleList&) const = default;
};

/// POST .../schedule, and PUT .../schedule/{id}.
struct NewScheduleEntry {
    UtcTime startsAt{};
    std::optional<UtcTime> endsAt{};  ///< absent: an hour later
    std::string title;
    std::optional<std::string> category{};

    bool operator==(const NewScheduleEntry&) const = default;
};

}  // namespace wire
}  // namespace footlight
