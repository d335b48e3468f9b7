#pragma once

#include <string>
#include <vector>

#include "core/accounts/account.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/net/async/task.h"
#include "core/net/async/work_pool.h"
#include "core/relay/hub/news_desk.h"
#include "core/relay/ports/schedule_store.h"
#include "core/relay/ports/stores.h"
#include "core/wire/schedule.h"

namespace footlight::relay::hub {

/// What channels have announced; followers hear of it some time before. Lives on the hub's loop.
class ScheduleService {
public:
    static constexpr std::size_t kEntries = 100;

    /// `soon`: how long before it begins.
    ScheduleService(Stores stores, net::WorkPool& database, NewsDesk& audience,
                    std::chrono::milliseconds soon, const Clock& clock);

    /// What has not ended. NotFound where there is no such channel.
    struct Listed {
        std::string channel;  ///< as it spells itself
        std::vector<ScheduleEntry> entries;
    };
    [[nodiscard]] net::Task<Result<Listed>> list(std::string channel);
    /// Invalid (schedule.time, schedule.title), Conflict (schedule.too_many).
    [[nodiscard]] net::Task<Result<ScheduleEntry>> add(accounts::Channel channel,
                                                       wire::NewScheduleEntry asked);
    /// NotFound (schedule.unknown); and as add().
    [[nodiscard]] net::Task<Result<ScheduleEntry>> change(accounts::Channel channel, ScheduleEntryId id,
                                                          wire::NewScheduleEntry asked);
    [[nodiscard]] net::Task<Result<>> remove(accounts::Channel channel, ScheduleEntryId id);
    /// What begins later, for where the relay ended before that was noted; nobody is told twice.
    [[nodiscard]] net::Task<> announceAgain();

private:
    Result<ScheduleEntry> entryFrom(ScheduleEntryId id, const wire::NewScheduleEntry& asked) const;
    void announce(const accounts::Channel& channel, const ScheduleEntry& entry);
    Result<> withdraw(const ScheduleEntry& entry);

    Stores stores_;
    net::WorkPool& database_;
    NewsDesk& audience_;
    std::chrono::milliseconds soon_;
    const Clock& clock_;
};

}  // namespace footlight::relay::hub
