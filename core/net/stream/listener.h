#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <cstdint>

#include "core/base/logger.h"
#include "core/base/result.h"
#include "core/net/async/task.h"
#include "core/net/stream/endpoint.h"
#include "core/net/stream/spread.h"

namespace footlight::net {

/// A listening TCP socket of one event loop. Owned by its server; used on the loop's thread, or before that
/// loop runs.
class Listener {
public:
    /// Whether several listeners may share one port, among which the kernel spreads the connections.
    enum class Port : std::uint8_t { Own, Shared };

    /// Port 0 takes a free one. Conflict where the port is taken, Invalid where the host is no address of
    /// ours.
    static Result<Listener> open(Executor executor, const Endpoint& endpoint, Port port = Port::Own);
    /// A socket that listens already (inherited from the supervisor); owned from here on. Invalid.
    static Result<Listener> adopt(Executor executor, int descriptor);

    /// 0 once it is closed.
    [[nodiscard]] std::uint16_t port() const;
    void close();

    /// Gives every connection to `take` until it is closed; *this outlives it. Where the process has no
    /// descriptor left it rests for a moment and tells `logger`. `spread` is shared with the other loops that
    /// listen on the same socket: each connection then goes to the one whose turn it is.
    Task<> accept(TakeConnection take, Logger logger, std::shared_ptr<Spread> spread = nullptr);

private:
    explicit Listener(Executor executor) : acceptor_(std::move(executor)) {}

    boost::asio::ip::tcp::acceptor acceptor_;
};

}  // namespace footlight::net
