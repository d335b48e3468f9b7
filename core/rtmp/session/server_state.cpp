#include "core/rtmp/session/server_state.h"

#include "core/net/async/deadline.h"
#include "core/rtmp/session/connection.h"

namespace footlight::rtmp {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

constexpr std::size_t kScratch = 64 * 1024;

net::Task<> serve(std::shared_ptr<Connection> connection) { co_await connection->run(); }

}  // namespace

ServerState::ServerState(net::Executor on, net::Listener listens, ServerOptions with, Logger to)
    : executor(std::move(on)),
      options(std::move(with)),
      logger(std::move(to)),
      listener(std::move(listens)),
      scratch(kScratch),
      tasks(executor, logger) {
    if (!options.admission) {
        options.admission = std::make_shared<net::http::Admission>(net::http::AdmissionLimits());
    }
    if (!options.guard) {
        options.guard = std::make_shared<PublishGuard>(PublishGuardLimits());
    }
}

void ServerState::begin(const std::shared_ptr<ServerState>& self, tcp::socket socket,
                        const tcp::endpoint& peer) {
    const auto now = std::chrono::steady_clock::now();
    std::string address = peer.address().to_string();
    auto place = options.admission->admit(address, now);
    auto beforeKey = place ? options.guard->admit(address, now) : nullptr;
    if (!beforeKey) {
        counters.turnedAway.fetch_add(1, std::memory_order_relaxed);
        return;
    }
    counters.accepted.fetch_add(1, std::memory_order_relaxed);
    boost::system::error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    auto connection = std::make_shared<Connection>(self, net::Stream(std::move(socket)), std::move(address));
    connection->hold(std::move(place), std::move(beforeKey));
    tasks.spawn("connection", serve(std::move(connection)));
}

net::Task<> ServerState::sweep(std::shared_ptr<ServerState> self) {
    asio::steady_timer timer(executor);
    for (;;) {
        timer.expires_after(self->options.limits.sweep);
        co_await timer.async_wait(asio::use_awaitable);
        const auto now = std::chrono::steady_clock::now();
        for (Connection* connection : self->connections) {
            connection->checkDeadline(now);
        }
    }
}

}  // namespace footlight::rtmp
