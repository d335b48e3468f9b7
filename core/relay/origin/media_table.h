#pragma once

#include <list>
#include <map>
#include <string>

#include <boost/asio/steady_timer.hpp>

#include "core/base/clock.h"
#include "core/net/async/task.h"
#include "core/relay/origin/stream_snapshot.h"

namespace footlight::relay::origin {

/// The streams as one HTTP loop knows them: the newest snapshot of each, and the requests that wait for the
/// next one. Touched by that loop alone, so without locks; SnapshotBoard posts what is new.
class MediaTable {
public:
    explicit MediaTable(net::Executor executor) : executor_(std::move(executor)) {}

    /// What is known of a channel. No snapshot: its stream begins, and there is nothing to play yet.
    struct Stream {
        StreamSnapshotPtr current;
        StreamSnapshotPtr previous;  ///< of the broadcast before, while it can still be fetched
    };
    /// Null where nobody publishes. Valid until the next co_await.
    [[nodiscard]] const Stream* find(const std::string& channel) const;

    /// Returns when the channel's stream has changed; false when `limit` passed first. Throws where the
    /// request was cancelled.
    net::Task<bool> changed(std::string channel, SteadyTime limit);

    void announce(const std::string& channel);
    void update(const std::string& channel, StreamSnapshotPtr snapshot);
    /// Forgets one broadcast; one that never could be played has no snapshot to compare.
    void remove(const std::string& channel, const BroadcastId& broadcast);
    /// Forgets everything and wakes every request.
    void clear();

private:
    struct Entry {
        Stream stream;
        std::list<boost::asio::steady_timer*> waiting;
        std::uint64_t version = 0;
        bool isKnown = false;
    };
    struct Waiting;

    void wake(Entry& entry);
    void forgetIfIdle(const std::string& channel);

    net::Executor executor_;
    std::map<std::string, Entry> entries_;
};

}  // namespace footlight::relay::origin
