#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/base/clock.h"
#include "core/base/logger.h"
#include "core/net/async/task.h"
#include "core/net/http/server.h"
#include "core/relay/origin/settings.h"
#include "core/rtmp/session/play.h"
#include "core/rtmp/session/publish.h"

namespace footlight::accounts {
class MediaTokens;
}

namespace footlight::relay {
class Archive;
class BroadcastEvents;
class OriginCommands;
class PacketTaps;
class PublishAuthorizer;
class SlateMaker;
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
/// HTTP servers. Owned by the role; everything given outlives it. A stream is worked on by the loop of its
/// first publisher; each HTTP loop has its own table of finished snapshots, so no request takes a lock.
class Origin {
public:
    struct Parts {
        PublishAuthorizer& authorizer;
        BroadcastEvents& events;
        const Clock& clock;
        StreamSettings settings;
        net::Executor control;                  ///< grace periods and clean-up run here
        std::vector<net::Executor> mediaLoops;  ///< one for each HTTP server
        Archive* archive = nullptr;             ///< without one nothing is kept
        SlateMaker* slates = nullptr;  ///< without one a publisher that is away leaves nothing to see
        std::vector<PacketTaps*> taps{};
        const accounts::MediaTokens* tokens = nullptr;  ///< without them nobody plays protected channels
    };

    Origin(Parts parts, Logger logger);
    ~Origin();
    Origin(const Origin&) = delete;
    Origin& operator=(const Origin&) = delete;

    /// Takes up the broadcasts that an earlier process left in the archive. Once, before publishers are let
    /// in.
    [[nodiscard]] net::Task<> restore();
    /// What the hub asks for.
    [[nodiscard]] OriginCommands& commands();
    /// For rtmp::ServerOptions::handler, of any number of servers on any loops.
    [[nodiscard]] rtmp::PublishHandler& publishHandler();
    /// For the same servers: plays what is on air, by the channel's name.
    [[nodiscard]] rtmp::PlayHandler& playHandler();
    /// For the HTTP server on `mediaLoops[loop]`: answers everything below /live/ and /t/<token>/live/.
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
