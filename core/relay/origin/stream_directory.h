#pragma once

#include <array>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/guarded.h"
#include "core/base/logger.h"
#include "core/base/result.h"
#include "core/net/async/task.h"
#include "core/relay/origin/publisher_handle.h"
#include "core/relay/origin/settings.h"
#include "core/relay/ports/archive.h"
#include "core/relay/ports/broadcast_events.h"
#include "core/relay/ports/origin_commands.h"
#include "core/relay/ports/publish_authorizer.h"

namespace footlight::relay {
class PacketTaps;
}

namespace footlight::relay::origin {

class LiveStream;
class SlateLibrary;
class SnapshotBoard;

/// Which broadcasts there are, and which publishers hold each: one in each slot. A LiveStream is used on its
/// own executor, the loop of its first publisher; the lock is taken when publishers come and go, never for a
/// packet. Any thread.
class StreamDirectory {
public:
    struct Setup {
        const SnapshotBoard& board;
        SlateLibrary& slates;
        BroadcastEvents& events;
        const Clock& clock;
        const StreamSettings& settings;
        Archive* archive = nullptr;
        std::vector<PacketTaps*> taps;
    };
    StreamDirectory(Setup setup, Logger logger);
    ~StreamDirectory();

    struct Claim {
        PublishPermission permission;
        IngestSlot slot = IngestSlot::Primary;
        std::shared_ptr<PublisherHandle> publisher;
        net::Executor executor;  ///< of the publisher
    };
    /// The broadcast's stream; the slot is this publisher's alone until release(). Goes on with a broadcast
    /// in its grace. A publisher that fell silent is asked to go and gets some time for it; Conflict where
    /// one is on air. Unavailable where there are too many.
    net::Task<Result<std::shared_ptr<LiveStream>>> claim(Claim claim);
    /// The publisher ended its broadcast (`isOver`) or was lost and may come back; the broadcast goes on
    /// where the other slot is taken. On the stream's executor.
    void release(const std::string& channel, const std::shared_ptr<LiveStream>& stream, IngestSlot slot,
                 bool isOver);
    /// Takes up what an earlier process left, with a whole grace for the publisher to come back.
    void restore(std::vector<UnfinishedBroadcast> broadcasts, const std::vector<net::Executor>& executors);
    /// Ends the broadcasts whose grace has passed, forgets those that ended long enough ago and wakes those
    /// that have something to do.
    void sweep();
    void execute(OriginCommand command);

    struct Counts {
        std::size_t onAir = 0;
        std::size_t inGrace = 0;
    };
    [[nodiscard]] Counts counts();

    /// Lets go of every stream, each on its executor, and returns when that has been done. Broadcasts are not
    /// ended.
    [[nodiscard]] net::Task<> close();

private:
    struct Entry {
        std::shared_ptr<LiveStream> stream;
        std::array<std::shared_ptr<PublisherHandle>, 2> publishers;  ///< by IngestSlot
        std::chrono::milliseconds grace{};
        SteadyTime graceEnds{};

        [[nodiscard]] bool isHeld() const { return publishers[0] || publishers[1]; }
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

    Result<std::shared_ptr<LiveStream>> tryClaim(const Claim& claim);
    std::shared_ptr<LiveStream> make(const PublishPermission& permission, net::Executor executor) const;
    [[nodiscard]] bool isSilent(const PublisherHandle& publisher) const;
    void rememberEnd(Table& table, const std::string& channel, const LiveStream& stream) const;
    void endNow(const EndBroadcast& command);
    std::shared_ptr<LiveStream> find(const std::string& channel);

    Setup setup_;
    Logger logger_;
    Guarded<Table> table_;
};

}  // namespace footlight::relay::origin
