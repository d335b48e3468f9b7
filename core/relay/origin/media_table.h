#pragma once

#include <boost/asio/steady_timer.hpp>
#include <list>
#include <map>
#include <memory>
#include <string>

#include "core/base/clock.h"
#include "core/net/async/task.h"
#include "core/relay/origin/stream_snapshot.h"

namespace footlight::relay::origin {

/// The streams as one HTTP loop knows them: the newest snapshot of each, and the requests that wait for the
/// next one. Touched by that loop alone, so without locks; SnapshotBoard posts what is new. Held by a shared
/// pointer. A request that waits costs one entry of a list: a part is awaited by thousands, who are woken one
/// after the other, without a timer or a turn of the loop for each.
class MediaTable : public std::enable_shared_from_this<MediaTable> {
public:
    explicit MediaTable(net::Executor executor);
    ~MediaTable();
    MediaTable(const MediaTable&) = delete;
    MediaTable& operator=(const MediaTable&) = delete;

    /// What is known of a channel. No snapshot: its stream begins, and there is nothing to play yet.
    struct Stream {
        StreamSnapshotPtr current;
        StreamSnapshotPtr previous;  ///< of the broadcast before, while it can still be fetched
    };
    /// Null where nobody publishes. Valid until the next co_await.
    [[nodiscard]] const Stream* find(const std::string& channel) const;

    /// Returns when the channel's stream has changed; false when `limit` passed first, which is looked at ten
    /// times a second. Throws where the request was cancelled.
    net::Task<bool> changed(std::string channel, SteadyTime limit);

    void announce(const std::string& channel);
    void update(const std::string& channel, StreamSnapshotPtr snapshot);
    /// Forgets one broadcast; one that never could be played has no snapshot to compare.
    void remove(const std::string& channel, const BroadcastId& broadcast);
    /// Forgets everything and wakes every request.
    void clear();

private:
    struct Waiter;
    using Waiters = std::list<Waiter>;
    struct Entry;

    void wake(Entry& entry);
    void wakeSome(const std::shared_ptr<Waiters>& woken);
    void watchLimits();
    void tellLate();

    net::Executor executor_;
    std::map<std::string, Entry> entries_;
    boost::asio::steady_timer watch_;
    bool isWatching_ = false;
};

}  // namespace footlight::relay::origin
