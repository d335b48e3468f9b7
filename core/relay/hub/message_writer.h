#pragma once

#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <deque>
#include <functional>
#include <vector>

#include "core/base/logger.h"
#include "core/base/result.h"
#include "core/net/async/task.h"
#include "core/net/async/work_pool.h"
#include "core/relay/ports/room_store.h"

namespace footlight::relay::hub {

/// Puts what happens in rooms on disk behind the conversation, in its order: what gathers in one interval is
/// one commit. Holds at most 10,000 entries and refuses more. Lives on the hub's loop.
class MessageWriter {
public:
    /// Called on the loop once the changes are on disk, or with the reason why it is not.
    using Done = std::function<void(const Result<>&)>;
    static constexpr std::size_t kQueue = 10'000;
    static constexpr std::size_t kBatch = 2'000;

    MessageWriter(net::Executor executor, RoomStore& store, net::WorkPool& database,
                  std::chrono::milliseconds gather, Logger logger);

    /// Unavailable where the queue is full: asked before something is changed that `add` is to keep.
    [[nodiscard]] Result<> ready() const;
    /// Unavailable where the queue is full; `done` is then not called.
    Result<> add(std::vector<ChatChange> changes, Done done);
    Result<> add(ChatChange change, Done done);
    /// Calls `done` when a message that was added before is on disk; at once where it is no more queued.
    void confirm(MessageId id, Done done);

    /// Writes for ever; a task of the hub.
    [[nodiscard]] net::Task<> run();
    /// Returns when everything that was added is written or refused.
    [[nodiscard]] net::Task<> drain();

private:
    struct Entry {
        std::vector<ChatChange> changes;  ///< all or none of them
        std::vector<Done> done;
    };

    [[nodiscard]] net::Task<> writeBatch();
    [[nodiscard]] net::Task<Result<>> apply(std::vector<ChatChange> changes);
    [[nodiscard]] net::Task<> wait();
    void wake();
    Entry* find(MessageId id);

    RoomStore& store_;
    net::WorkPool& database_;
    std::chrono::milliseconds gather_;
    std::deque<Entry> queue_;
    std::deque<Entry> writing_;
    boost::asio::steady_timer changed_;
    Logger logger_;
};

}  // namespace footlight::relay::hub
