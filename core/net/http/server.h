#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "core/base/logger.h"
#include "core/base/result.h"
#include "core/net/async/task.h"
#include "core/net/http/body_file.h"
#include "core/net/http/message.h"
#include "core/net/stream/endpoint.h"

namespace footlight::net {
class Spread;
class TlsServer;
}  // namespace footlight::net

namespace footlight::net::http {

class Admission;
struct ServerState;
class Upgrader;

/// Answers one request. It is cancelled when the client goes away; what it throws becomes a 500.
using Handler = std::function<Task<Response>(Request)>;

/// RELIABILITY L1, L2 and L10-L13.
struct ServerLimits {
    std::size_t requestLine = 4 * 1024;
    std::size_t headerBytes = 16 * 1024;
    std::size_t headerCount = 64;
    std::size_t body = 64 * 1024;
    std::chrono::milliseconds tlsHandshake{5'000};  ///< since the accept
    std::chrono::milliseconds headerDeadline{
        5'000};  ///< since the first byte, or the accept for the first request
    std::chrono::milliseconds bodyDeadline{10'000};  ///< and one second for each 16 KiB announced
    std::chrono::milliseconds keepAliveIdle{30'000};
    std::chrono::milliseconds handling{60'000};  ///< a handler that takes longer is cancelled: 503
    std::uint32_t requestsPerConnection = 1'000;
    std::uint64_t slowestReader = 8 * 1024;  ///< bytes a second over `slowReaderWindow`, else closed
    std::chrono::milliseconds slowReaderWindow{30'000};
    std::chrono::milliseconds sweep{250};  ///< how often deadlines are looked at
};

/// What one server counted; any thread may read.
struct ServerCounters {
    std::atomic<std::uint64_t> accepted{0};
    std::atomic<std::uint64_t> refused{0};  ///< over a limit of Admission
    std::atomic<std::uint64_t> open{0};
    std::atomic<std::uint64_t> requests{0};
    std::atomic<std::uint64_t> badRequests{0};
    std::atomic<std::uint64_t> timedOut{0};  ///< closed at a deadline, slow readers included
    std::atomic<std::uint64_t> bytesSent{0};
};

/// What becomes of plain HTTP on a port that speaks TLS.
enum class PlainHttp : std::uint8_t {
    Refused,          ///< the connection ends
    FromThisMachine,  ///< our own processes may; others are sent on to https
};

struct ServerOptions {
    Handler handler;
    std::shared_ptr<Upgrader> upgrade;     ///< of this server alone; empty: `handler` answers an upgrade too
    std::shared_ptr<Admission> admission;  ///< shared by the servers of one process; empty: default limits
    std::shared_ptr<const TlsServer> tls;  ///< empty: plain HTTP
    PlainHttp plain = PlainHttp::Refused;
    UploadRules uploads;             ///< empty: every body stays in memory
    WorkPool* uploadPool = nullptr;  ///< where uploads are written; outlives the server
    ServerLimits limits;
    std::shared_ptr<Spread> spread;  ///< shared by the servers that adopt one socket on several loops
    bool reusePort = false;          ///< for listen(): several servers on one port
};

/// An HTTP/1.1 server on one event loop (RFC 9112), plain or within TLS: keep-alive, pipelining, HEAD. Owned
/// by whoever started it; made and used on its executor's thread, or before that loop runs. Connections live
/// and die on that loop.
class Server {
public:
    /// Port 0 takes a free one. Conflict where the port is taken, Invalid where the host is no address of
    /// ours.
    static Result<std::unique_ptr<Server>> listen(Executor executor, Endpoint endpoint, ServerOptions options,
                                                  Logger logger);
    /// Serves a socket that listens already (inherited from the supervisor) and owns it from here on.
    static Result<std::unique_ptr<Server>> adopt(Executor executor, int descriptor, ServerOptions options,
                                                 Logger logger);
    /// Use close() before; this only cancels.
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] const ServerCounters& counters() const;
    /// Stops accepting, gives running answers and what was upgraded up to `grace` to end, then closes every
    /// connection.
    [[nodiscard]] Task<> close(std::chrono::milliseconds grace = std::chrono::milliseconds{2'000});

private:
    explicit Server(std::shared_ptr<ServerState> state);
    static std::unique_ptr<Server> begin(std::shared_ptr<ServerState> state);
    std::shared_ptr<ServerState> state_;
};

}  // namespace footlight::net::http
