#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/logger.h"
#include "core/net/http/message.h"
#include "core/net/http/server.h"
#include "core/net/websocket/close_code.h"
#include "core/net/websocket/frame.h"

namespace footlight::net::websocket {

/// RELIABILITY L16 and L17.
struct SessionLimits {
    std::uint32_t message = 8 * 1024;      ///< incoming
    std::size_t queuedMessages = 256;      ///< outgoing
    std::size_t queuedBytes = 256 * 1024;  ///< outgoing
    std::chrono::milliseconds ping{25'000};
    std::chrono::milliseconds silence{60'000};  ///< nothing heard, not even a pong: closed
    std::chrono::milliseconds close{2'000};     ///< for the peer's half of the closing
};

/// One WebSocket connection (RFC 6455), text messages only, no extension. Shared by whoever sends to it; used
/// on its loop's thread alone. Messages are immutable and shared by all receivers; they are written at once,
/// and queued where the socket is full.
class Session {
public:
    virtual ~Session() = default;

    /// Returns at once, and never calls the receiver. What is sent from within receive() goes out together
    /// once everything that arrived with it has been received. When the queue is full the oldest reactions go
    /// first, then the oldest presence, for what has a higher priority; if that is not enough for a Normal
    /// one the session is closed with TryAgainLater.
    virtual void send(SharedFrame frame, Priority priority) = 0;
    void send(SharedFrame frame) { send(std::move(frame), Priority::Normal); }
    /// Sends what is queued, then a close frame, and waits for the peer's for a moment. Nothing that arrives
    /// meanwhile is told.
    virtual void close(CloseCode code, std::string_view reason) = 0;
    /// No message is told from now on, what follows waits in the kernel; not while the peer waits for pongs
    /// longer than it may.
    virtual void pause() = 0;
    /// From the next turn of the loop on.
    virtual void resume() = 0;

    /// Neither side has begun to close.
    [[nodiscard]] virtual bool isOpen() const = 0;
    /// The socket has not taken everything yet: what is sent now is queued.
    [[nodiscard]] virtual bool isBehind() const = 0;
    [[nodiscard]] virtual const std::string& peerAddress() const = 0;
    /// Reactions and presence dropped so far.
    [[nodiscard]] virtual std::uint64_t dropped() const = 0;
};

/// Hears what a session receives. Owned by the session until it has ended.
class Receiver {
public:
    virtual ~Receiver() = default;
    /// A text message: UTF-8, valid during the call. May throw: that closes the session.
    virtual void receive(std::string_view text) = 0;
    /// The connection is over; nothing comes after it.
    virtual void ended() = 0;
};

/// Gives a session, just opened, whoever hears it; may send and close at once. Nobody: what arrives is
/// ignored.
using Handler =
    std::function<std::shared_ptr<Receiver>(const std::shared_ptr<Session>&, const http::Request&)>;

struct AcceptorOptions {
    Handler handler;
    /// Where an Origin header is sent it must be one of these ("https://example.org"), or the request's own
    /// host. No Origin (a native client) passes.
    std::vector<std::string> allowedOrigins;
    /// The only path that is upgraded.
    std::string path;
    SessionLimits limits;
};

/// For http::ServerOptions::upgrade of one server, on that server's loop.
std::shared_ptr<http::Upgrader> acceptor(AcceptorOptions options, Logger logger);

}  // namespace footlight::net::websocket
