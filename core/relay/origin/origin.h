#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/base/clock.h"
#include "core/base/logger.h"
#include "core/net/async/task.h"
#include "core/net/http/server.h"
#include "core/relay/origin/settings.h"
#include "core/rtmp/session/publish.h"

namespace footlight::relay {
class PublishAuthorizer;
class BroadcastEvents;
}  // namespace footlight::relay

namespace footlight::relay::origin {

/// What the origin counts; a copy.
struct OriginStatistics {
    std::uint64_t onAir = 0;      ///< broadcasts with a publisher
    std::uint64_t inGrace = 0;    ///< broadcasts whose publisher dropped
    std::uint64_t published = 0;  ///< publications accepted since the start
    std::uint64_t refused = 0;
};

/// The live streams of one process: takes publishers from the RTMP servers and answers media requests on the
/// HTTP servers. Owned by the role; everything given outlives it. A stream is worked on by its publisher's
/// loop; each HTTP loop has its own table of finished snapshots, so no request takes a lock.
class Origin {
public:
    struct Parts {
        PublishAuthorizer& authorizer;
        BroadcastEvents& events;
        const Clock& clock;
        StreamSettings settings;
        net::Executor control;                  ///< grace periods and clean-up run here
        std::vector<net::Executor> mediaLoops;  ///< one for each HTTP server
    };

    Origin(Parts parts, Logger logger);
    ~Origin();
    Origin(const Origin&) = delete;
    Origin& operator=(const Origin&) = delete;

    /// For rtmp::ServerOptions::handler, of any number of servers on any loops.
    [[nodiscard]] rtmp::PublishHandler& publishHandler();
    /// For the HTTP server on `mediaLoops[loop]`: answers everything below /live/.
    [[nodiscard]] net::http::Handler mediaHandler(std::size_t loop);
    [[nodiscard]] OriginStatistics statistics() const;

    /// Forgets every stream and wakes every waiting request; broadcasts are not ended: a restarted relay goes
    /// on with them. Call it on `control`, after the RTMP servers were closed and before the HTTP servers
    /// are.
    [[nodiscard]] net::Task<> close();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace footlight::relay::origin
