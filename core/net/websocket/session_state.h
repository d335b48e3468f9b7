#pragma once

#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <deque>
#include <memory>
#include <string>

#include "core/base/clock.h"
#include "core/net/http/admission.h"
#include "core/net/websocket/session.h"
#include "core/net/websocket/teardown.h"

namespace footlight::net::websocket {

/// The inside of a Session: Beast's stream, the outgoing queue and the deadlines. One loop.
struct Session::State {
    using Stream = boost::beast::websocket::stream<net::Stream, false>;

    State(net::Stream under, std::string peer, http::Admission::Ticket held, SessionLimits withLimits);

    void enqueue(SharedFrame frame, Priority priority);
    bool makeRoom(std::size_t bytes, Priority priority);
    void beginClose(CloseCode code, std::string why);
    /// Nothing goes in or out any more.
    void end();
    [[nodiscard]] bool isFull(std::size_t more) const;

    /// Writes what is queued, pings when asked to, and closes; ends with the connection.
    static Task<> write(std::shared_ptr<State> self);
    /// Asks for pings and ends a connection that is silent or does not close in time.
    static Task<> watch(std::shared_ptr<State> self);

    struct Queued {
        SharedFrame frame;
        Priority priority;
    };

    Stream stream;
    std::string peerAddress;
    http::Admission::Ticket ticket;
    SessionLimits limits;
    std::deque<Queued> queue;
    std::size_t queuedBytes = 0;
    std::uint64_t dropped = 0;
    boost::asio::steady_timer queueChanged;
    boost::asio::steady_timer deadlineChanged;
    boost::asio::steady_timer hasEnded;
    SteadyTime lastHeard;
    SteadyTime closeBy = SteadyTime::max();
    CloseCode closeCode = CloseCode::Normal;
    std::string closeReason;
    bool isPingDue = false;
    bool isClosing = false;
    bool isEnded = false;
};

}  // namespace footlight::net::websocket
