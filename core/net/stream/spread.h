#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <functional>
#include <list>
#include <memory>

#include "core/base/guarded.h"
#include "core/net/async/task.h"

namespace footlight::net {

/// What a listener does with a connection, on its own loop.
using TakeConnection =
    std::function<void(boost::asio::ip::tcp::socket, const boost::asio::ip::tcp::endpoint& peer)>;

/// Deals the connections of one socket, on which several loops listen, out to them in turn. The kernel gives
/// each to whichever loop asks first, and a connection stays on its loop: without this one has its hands full
/// while the other rests. Any thread.
class Spread {
    struct Seat {
        Executor executor;
        TakeConnection take;
    };
    using Seats = std::list<std::shared_ptr<const Seat>>;

public:
    /// A listener's place among them, for as long as it accepts.
    class Place {
    public:
        Place(std::shared_ptr<Spread> spread, Executor executor, TakeConnection take);
        ~Place();
        Place(const Place&) = delete;
        Place& operator=(const Place&) = delete;

        /// Gives it to the listener whose turn it is: to this one at once, to another in that loop's turn.
        void deal(boost::asio::ip::tcp::socket socket, const boost::asio::ip::tcp::endpoint& peer) const;

    private:
        std::shared_ptr<Spread> spread_;
        std::shared_ptr<const Seat> own_;
        Seats::iterator place_;
    };

private:
    std::shared_ptr<const Seat> next();

    Guarded<Seats> seats_;  ///< the one whose turn is next stands in front
};

}  // namespace footlight::net
