#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/accounts/account.h"
#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"

namespace footlight {

using ScheduleEntryId = Id<struct ScheduleEntryTag>;

namespace relay {

struct ScheduleEntry {
    ScheduleEntryId id;
    UtcTime startsAt{};
    UtcTime endsAt{};
    std::string title;
    std::string category;  ///< may be empty
    UtcTime changedAt{};

    bool operator==(const ScheduleEntry&) const = default;
};

struct UpcomingEntry {
    accounts::Channel channel;
    ScheduleEntry entry;
};

/// What channels have announced. Every call blocks: made on the hub's database worker.
class ScheduleStore {
public:
    virtual ~ScheduleStore() = default;
    /// Those that end after `from`, the first to begin first.
    virtual Result<std::vector<ScheduleEntry>> list(ChannelId channel, UtcTime from, std::size_t limit) = 0;
    /// Of all channels, those that begin after `from`, the first to begin first.
    virtual Result<std::vector<UpcomingEntry>> upcoming(UtcTime from, std::size_t limit) = 0;
    virtual Result<std::optional<ScheduleEntry>> find(ChannelId channel, ScheduleEntryId id) = 0;
    /// Adds it, or replaces what it was.
    virtual Result<> put(ChannelId channel, const ScheduleEntry& entry) = 0;
    virtual Result<> remove(ChannelId channel, ScheduleEntryId id) = 0;
};

}  // namespace relay
}  // namespace footlight
