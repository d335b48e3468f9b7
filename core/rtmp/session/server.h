#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "core/base/logger.h"
#include "core/base/result.h"
#include "core/net/async/task.h"
#include "core/net/stream/endpoint.h"
#include "core/rtmp/session/play.h"
#include "core/rtmp/session/publish.h"

namespace footlight::net {
class Spread;
class TlsServer;
}  // namespace footlight::net

namespace footlight::net::http {
class Admission;
}

namespace footlight::rtmp {

class PublishGuard;
struct ServerState;

/// RELIABILITY L3, L4 and L6.
struct ServerLimits {
    std::chrono::milliseconds handshake{5'000};    ///< since accept
    std::chrono::milliseconds connect{8'000};      ///< since accept
    std::chrono::milliseconds publish{10'000};     ///< since accept, or since the last publication ended
    std::chrono::milliseconds firstMedia{10'000};  ///< since the publication was accepted
    std::chrono::milliseconds silence{10'000};     ///< without an audio or video message
    std::chrono::milliseconds stalled{10'000};     ///< without a client taking a byte of what waits for it
    std::chrono::milliseconds farewell{2'000};     ///< for a refused client to read why
    std::chrono::milliseconds sweep{100};          ///< how often deadlines are looked at
    std::size_t mediaMessage = 8 * 1024 * 1024;    ///< bytes
};

/// What one server counted; any thread may read.
struct ServerCounters {
    std::atomic<std::uint64_t> accepted{0};
    std::atomic<std::uint64_t> turnedAway{0};  ///< at accept: too many connections, or a banned address
    std::atomic<std::uint64_t> open{0};
    std::atomic<std::uint64_t> publishing{0};
    std::atomic<std::uint64_t> playing{0};
    std::atomic<std::uint64_t> refused{0};  ///< publications and plays that a handler refused
    std::atomic<std::uint64_t> broken{0};   ///< connections closed for what they sent
    std::atomic<std::uint64_t> timedOut{0};
    std::atomic<std::uint64_t> bytesReceived{0};
    std::atomic<std::uint64_t> bytesSent{0};
};

struct ServerOptions {
    PublishHandler* handler = nullptr;   ///< outlives the server
    PlayHandler* playHandler = nullptr;  ///< likewise; null: nothing is played here
    std::shared_ptr<net::http::Admission>
        admission;                        ///< shared by the listeners of one process; empty: defaults
    std::shared_ptr<PublishGuard> guard;  ///< likewise
    /// Where it is set, RTMP and RTMPS are told apart by their first byte.
    std::shared_ptr<const net::TlsServer> tls;
    bool isTlsRequired = false;  ///< with `tls`: plain RTMP is refused
    ServerLimits limits;
    std::shared_ptr<net::Spread> spread;  ///< shared by the servers that adopt one socket on several loops
    bool reusePort = false;               ///< for listen(): several servers on one port
};

/// The RTMP ingest of one event loop. Owned by whoever started it; made and used on its executor's thread, or
/// before that loop runs. Connections live and die on that loop.
class Server {
public:
    /// Port 0 takes a free one. Conflict where the port is taken, Invalid where the host is no address of
    /// ours.
    static Result<std::unique_ptr<Server>> listen(net::Executor executor, net::Endpoint endpoint,
                                                  ServerOptions options, Logger logger);
    /// Serves a socket that listens already (inherited from the supervisor) and owns it from here on.
    static Result<std::unique_ptr<Server>> adopt(net::Executor executor, int descriptor,
                                                 ServerOptions options, Logger logger);
    /// Use close() before; this only cancels.
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] const ServerCounters& counters() const;
    /// Stops accepting, tells every client, closes every connection; sinks hear ended(Lost).
    [[nodiscard]] net::Task<> close();

private:
    explicit Server(std::shared_ptr<ServerState> state);
    static std::unique_ptr<Server> begin(std::shared_ptr<ServerState> state);
    std::shared_ptr<ServerState> state_;
};

}  // namespace footlight::rtmp
