#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/accounts/account.h"
#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/relay/ports/broadcast_events.h"

namespace footlight::relay {

/// What was kept of one broadcast.
struct RecordingRecord {
    BroadcastId id;
    accounts::Channel channel;
    std::string title;
    UtcTime startedAt{};
    std::optional<UtcTime> endedAt{};  ///< absent while on air
    RecordingState::Phase phase = RecordingState::Phase::Writing;
    std::int64_t bytes = 0;
    std::int64_t durationMs = 0;
    bool isKept = false;    ///< retention leaves it alone
    int retentionDays = 0;  ///< its channel's; 0: for ever
    std::int64_t holes = 0;
};

/// Recordings on disk. Every call blocks: made on the hub's database worker.
class RecordingStore {
public:
    virtual ~RecordingStore() = default;
    /// Makes it where it is new. NotFound where the broadcast is not known.
    virtual Result<> update(BroadcastId id, const RecordingState& state) = 0;
    /// Nothing where there is none, or a deleted one.
    virtual Result<std::optional<RecordingRecord>> find(BroadcastId id) = 0;
    /// Newest first, those older than `before`.
    enum class Which : std::uint8_t { All, Ended };
    virtual Result<std::vector<RecordingRecord>> page(ChannelId channel, std::optional<BroadcastId> before,
                                                      std::size_t limit, Which which) = 0;
    /// Newest first, those that are whole, show something, and whose broadcast ended at `since` or later.
    virtual Result<std::vector<RecordingRecord>> finishedSince(UtcTime since, std::size_t limit) = 0;
    virtual Result<std::vector<RecordingHole>> holes(BroadcastId id) = 0;
    virtual Result<> setTitle(BroadcastId id, const std::string& title) = 0;
    virtual Result<> setKept(BroadcastId id, bool isKept) = 0;
    /// From now on nobody finds it; it waits for the origin.
    virtual Result<> markDeleted(BroadcastId id) = 0;
    virtual Result<std::vector<BroadcastId>> deleted() = 0;
    /// The origin has it off its disk.
    virtual Result<> forget(BroadcastId id) = 0;
    /// Those that have ended longer ago than their channel's retention and are not kept.
    virtual Result<std::vector<BroadcastId>> expired(UtcTime now) = 0;
    /// The oldest that have ended and are not kept, until what is left has at most `bytes`.
    virtual Result<std::vector<BroadcastId>> beyond(std::int64_t bytes) = 0;
};

}  // namespace footlight::relay
