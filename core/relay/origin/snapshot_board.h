#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/net/async/task.h"
#include "core/relay/origin/stream_snapshot.h"

namespace footlight::relay::origin {

class MediaTable;

/// Brings what is new to the table of every HTTP loop: one post a loop, however many requests wait there.
/// Any thread.
class SnapshotBoard {
public:
    explicit SnapshotBoard(const std::vector<net::Executor>& loops);

    [[nodiscard]] const std::shared_ptr<MediaTable>& table(std::size_t loop) const;

    /// A stream begins on the channel; requests for it wait.
    void announce(const std::string& channel) const;
    void publish(const std::string& channel, const StreamSnapshotPtr& snapshot) const;
    void remove(const std::string& channel, const BroadcastId& broadcast) const;
    void clear() const;

private:
    struct Loop {
        net::Executor executor;
        std::shared_ptr<MediaTable> table;
    };
    std::vector<Loop> loops_;
};

}  // namespace footlight::relay::origin
