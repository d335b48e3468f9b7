#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/base/logger.h"
#include "core/base/result.h"
#include "core/net/async/task.h"
#include "core/net/http/message.h"
#include "core/net/http/server.h"
#include "core/net/websocket/frame.h"

namespace footlight::net::websocket {

/// What goes first when a slow reader's queue is full: reactions, then presence, then the connection.
enum class Priority : std::uint8_t { Reaction, Presence, Normal };

/// RFC 6455 7.4.1.
enum class CloseCode : std::uint16_t {
    Normal = 1000,
    GoingAway = 1001,
    ProtocolError = 1002,
    UnsupportedData = 1003,
    PolicyViolation = 1008,
    TooBig = 1009,
    InternalError = 1011,
    TryAgainLater = 1013,
};

/// RELIABILITY L16 and L17.
struct SessionLimits {
    std::size_t message = 8 * 1024;        ///< incoming
    std::size_t queuedMessages = 256;      ///< outgoing
    std::size_t queuedBytes = 256 * 1024;  ///< outgoing
    std::chrono::milliseconds ping{25'000};
    std::chrono::milliseconds silence{60'000};  ///< nothing heard, not even a pong: closed
};

/// One WebSocket connection, text messages only. Shared by its handler and by whoever sends to it; used on
/// its executor's thread alone. One write is in flight at a time; messages are immutable and shared by all
/// receivers.
class Session {
public:
    struct State;
    explicit Session(std::shared_ptr<State> state);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    /// The next text message. Closed when the peer went or close() was called, Corrupt when it broke the
    /// protocol or sent binary (the connection is closed by then). One caller at a time.
    [[nodiscard]] Task<Result<std::string>> receive();

    /// Queues a message and returns at once. When the queue is full the oldest reactions go first, then the
    /// oldest presence, for what has a higher priority; if that is not enough for a Normal one the session is
    /// closed with TryAgainLater.
    void send(SharedFrame frame, Priority priority = Priority::Normal);

    /// Sends what is queued, then a close frame, and waits for the peer's for at most two seconds.
    [[nodiscard]] Task<> close(CloseCode code, std::string reason);
    /// The same without waiting: receive() then returns Closed.
    void requestClose(CloseCode code, std::string reason);

    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] const std::string& peerAddress() const;
    [[nodiscard]] Executor executor() const;
    /// Reactions and presence dropped so far.
    [[nodiscard]] std::uint64_t dropped() const;

private:
    std::shared_ptr<State> state_;
};

/// Runs one session from its opening to its end; the session is closed (Normal) when this returns.
using Handler = std::function<Task<>(std::shared_ptr<Session>, http::Request)>;

struct AcceptorOptions {
    Handler handler;
    /// Where an Origin header is sent it must be one of these ("https://example.org"), or the request's own
    /// host. No Origin (a native client) passes.
    std::vector<std::string> allowedOrigins;
    /// The only path that is upgraded.
    std::string path;
    SessionLimits limits;
};

/// For http::ServerOptions::upgrade.
http::UpgradeHandler acceptor(AcceptorOptions options, Logger logger);

}  // namespace footlight::net::websocket
