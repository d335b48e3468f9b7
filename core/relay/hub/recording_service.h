#pragma once

#include <optional>
#include <vector>

#include "core/accounts/account.h"
#include "core/base/clock.h"
#include "core/base/logger.h"
#include "core/base/result.h"
#include "core/chat/message.h"
#include "core/net/async/task.h"
#include "core/net/async/work_pool.h"
#include "core/relay/hub/command_queue.h"
#include "core/relay/hub/live_channels.h"
#include "core/relay/ports/recording_store.h"
#include "core/relay/ports/stores.h"
#include "core/wire/recording.h"

namespace footlight::relay::hub {

/// What is kept of broadcasts: found, renamed, deleted, and given up when its time has come. Deleting is
/// asked of the origin, and asked again after a restart. Lives on the hub's loop.
class RecordingService {
public:
    RecordingService(Stores stores, net::WorkPool& database, LiveChannels& live, CommandQueue& commands,
                     const Clock& clock, Logger logger);

    /// NotFound where there is none, or it is another's.
    [[nodiscard]] net::Task<Result<RecordingRecord>> findOwn(accounts::Account account, BroadcastId id);
    /// Anybody's. NotFound.
    [[nodiscard]] net::Task<Result<RecordingRecord>> find(BroadcastId id);
    /// What was said in a stretch of the broadcast, oldest first, behind `after` where there is one.
    struct Stretch {
        std::chrono::milliseconds from{};               ///< since its start
        std::optional<std::chrono::milliseconds> to{};  ///< absent: its end, or now
        std::optional<MessageId> after{};
        std::size_t limit = 0;
    };
    [[nodiscard]] net::Task<Result<std::vector<chat::Message>>> chat(RecordingRecord recording,
                                                                     Stretch stretch);
    [[nodiscard]] net::Task<Result<std::vector<RecordingRecord>>> page(accounts::Channel channel,
                                                                       std::optional<BroadcastId> before,
                                                                       std::size_t limit,
                                                                       RecordingStore::Which which);
    /// Invalid for the title.
    [[nodiscard]] net::Task<Result<RecordingRecord>> change(RecordingRecord recording,
                                                            wire::RecordingPatch patch);
    /// Conflict while it is on air.
    [[nodiscard]] net::Task<Result<>> remove(RecordingRecord recording);
    [[nodiscard]] net::Task<Result<std::vector<RecordingHole>>> holes(RecordingRecord recording);

    /// What the origin tells of it. One of a broadcast that we do not know is ignored.
    [[nodiscard]] net::Task<> apply(BroadcastId id, wire::RecordingStatus status);
    /// Deletes what is over its channel's days, and the oldest beyond `bytes` in all (0: no bound).
    [[nodiscard]] net::Task<> retain(std::int64_t bytes);

private:
    [[nodiscard]] net::Task<Result<>> erase(std::vector<BroadcastId> ids);
    [[nodiscard]] bool mustStore(BroadcastId id, const wire::RecordingStatus& status);
    /// What lies on disk is a few seconds older than what is told of a broadcast on air.
    [[nodiscard]] RecordingRecord current(RecordingRecord record) const;

    Stores stores_;
    net::WorkPool& database_;
    LiveChannels& live_;
    CommandQueue& commands_;
    const Clock& clock_;
    Logger logger_;
};

}  // namespace footlight::relay::hub
