#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/guarded.h"
#include "core/base/logger.h"
#include "core/base/result.h"
#include "core/net/async/task.h"
#include "core/relay/origin/settings.h"
#include "core/relay/ports/publish_authorizer.h"

namespace footlight::relay {
class BroadcastEvents;
}

namespace footlight::relay::origin {

class LiveStream;
class SnapshotBoard;

/// What the directory knows of a publisher's connection.
struct PublisherHandle {
    std::function<void(std::string reason)> requestClose;
    std::atomic<SteadyTime::rep> lastPacket{0};  ///< written by its own loop
};

/// Which broadcasts there are, and which publisher holds each. A LiveStream is used by its publisher's loop
/// while it is claimed and by the directory's sweep while it is not; the lock is taken when publishers come
/// and go, never for a packet. Any thread.
class StreamDirectory {
public:
    StreamDirectory(const SnapshotBoard& board, BroadcastEvents& events, const Clock& clock,
                    const StreamSettings& settings, Logger logger);
    ~StreamDirectory();

    /// The broadcast's stream, for this publisher alone until release(). Goes on with a broadcast in its
    /// grace. A publisher that fell silent is asked to go and gets some time for it; Conflict where one is on
    /// air. Unavailable where there are too many.
    net::Task<Result<std::shared_ptr<LiveStream>>> claim(PublishPermission permission,
                                                         std::shared_ptr<PublisherHandle> publisher);
    /// The publisher ended its broadcast (`isOver`) or was lost and may come back.
    void release(const std::string& channel, const std::shared_ptr<LiveStream>& stream, bool isOver);
    /// Ends the broadcasts whose grace has passed and forgets those that ended long enough ago.
    void sweep();

    struct Counts {
        std::size_t onAir = 0;
        std::size_t inGrace = 0;
    };
    [[nodiscard]] Counts counts();

private:
    struct Entry {
        std::shared_ptr<LiveStream> stream;
        std::shared_ptr<PublisherHandle> publisher;  ///< empty in grace
        SteadyTime graceEnds{};
    };
    struct Ended {
        std::string channel;
        BroadcastId broadcast;
        SteadyTime forgottenAt{};
    };
    struct Table {
        std::map<std::string, Entry> entries;
        std::vector<Ended> ended;
    };

    Result<std::shared_ptr<LiveStream>> tryClaim(const PublishPermission& permission,
                                                 const std::shared_ptr<PublisherHandle>& publisher);
    std::shared_ptr<LiveStream> make(const PublishPermission& permission) const;
    [[nodiscard]] bool isSilent(const PublisherHandle& publisher) const;
    void rememberEnd(Table& table, const std::string& channel, const LiveStream& stream) const;

    const SnapshotBoard& board_;
    BroadcastEvents& events_;
    const Clock& clock_;
    const StreamSettings& settings_;
    Logger logger_;
    Guarded<Table> table_;
};

}  // namespace footlight::relay::origin
