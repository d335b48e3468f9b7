#pragma once

#include "core/relay/ports/schedule_store.h"

namespace soci {
class session;
}

namespace footlight::store {

/// The table schedule_entries. One thread at a time; owned by Database.
class Schedule final : public relay::ScheduleStore {
public:
    explicit Schedule(soci::session& sql) : sql_(sql) {}

    Result<std::vector<relay::ScheduleEntry>> list(ChannelId channel, UtcTime from,
                                                   std::size_t limit) override;
    Result<std::vector<relay::UpcomingEntry>> upcoming(UtcTime from, std::size_t limit) override;
    Result<std::optional<relay::ScheduleEntry>> find(ChannelId channel, ScheduleEntryId id) override;
    Result<> put(ChannelId channel, const relay::ScheduleEntry& entry) override;
    Result<> remove(ChannelId channel, ScheduleEntryId id) override;

private:
    soci::session& sql_;
};

}  // namespace footlight::store
