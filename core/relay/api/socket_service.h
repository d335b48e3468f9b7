#pragma once

#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <deque>
#include <memory>
#include <string>

#include "core/relay/api/socket_connection.h"

namespace footlight::relay::api {

struct SocketLimits {
    std::size_t perAddress = 100;  ///< RELIABILITY L16
    std::size_t perUser = 8;
    bool loopbackExempt = true;  ///< from the limit per address
    std::chrono::milliseconds hello{5'000};
};

/// /api/v1/socket: admits connections, and gives each a SocketConnection that shall say its Hello in time.
/// Lives on the hub's loop.
class SocketService {
public:
    SocketService(net::Executor executor, hub::AccountService& accounts, hub::Online& online,
                  hub::Rooms& rooms, const Addresses& addresses, const PlaybackUrls& urls, const Clock& clock,
                  SocketLimits limits, Logger logger);

    [[nodiscard]] std::shared_ptr<net::websocket::Receiver> open(
        const std::shared_ptr<net::websocket::Session>& session, const net::http::Request& request);
    /// Waits for what is looked up for sockets, which have ended before.
    [[nodiscard]] net::Task<> close();

private:
    struct Waiting {
        SteadyTime until;
        std::weak_ptr<SocketConnection> connection;
    };

    void awaitHello(const std::shared_ptr<SocketConnection>& connection);
    void armHello();
    [[nodiscard]] std::shared_ptr<const std::string> hostOf(const net::http::Request& request);

    const Addresses& addresses_;
    SocketLimits limits_;
    ConnectionCounts addressCounts_;
    ConnectionCounts userCounts_;
    std::shared_ptr<const std::string> lastHost_;  ///< most come by the same
    std::deque<Waiting> waiting_;                  ///< for their Hello, the earliest first
    boost::asio::steady_timer helloTimer_;
    net::TaskGroup tasks_;
    SocketContext context_;
};

}  // namespace footlight::relay::api
