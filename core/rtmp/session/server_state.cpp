#include "core/rtmp/session/server_state.h"

#include "core/net/async/deadline.h"
#include "core/rtmp/session/connection.h"

namespace footlight::rtmp {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

constexpr std::size_t kScratch = 64 * 1024;
constexpr std::chrono::milliseconds kAcceptPause{100};

net::Task<> serve(std::shared_ptr<Connection> connection) { co_await connection->run(); }

}  // namespace

ServerState::ServerState(net::Executor on, ServerOptions with, Logger to)
    : executor(std::move(on)),
      options(std::move(with)),
      logger(std::move(to)),
      acceptor(executor),
      scratch(kScratch),
      tasks(executor, logger) {
    if (!options.admission) {
        options.admission = std::make_shared<net::http::Admission>(net::http::AdmissionLimits());
    }
    if (!options.guard) {
        options.guard = std::make_shared<PublishGuard>(PublishGuardLimits());
    }
}

net::Task<> ServerState::accept(std::shared_ptr<ServerState> self) {
    for (;;) {
        auto [error, socket] = co_await acceptor.async_accept(net::kValues);
        if (!error) {
            begin(self, std::move(socket));
        } else if (error == asio::error::operation_aborted || error == asio::error::bad_descriptor) {
            co_return;
        } else if (error != asio::error::connection_aborted) {
            logger.warning("cannot accept a connection: {}", error.message());
            co_await net::pause(kAcceptPause);
        }
    }
}

void ServerState::begin(const std::shared_ptr<ServerState>& self, tcp::socket socket) {
    boost::system::error_code error;
    const tcp::endpoint peer = socket.remote_endpoint(error);
    if (error) {
        return;
    }
    const auto now = std::chrono::steady_clock::now();
    std::string address = peer.address().to_string();
    auto place = options.admission->admit(address, now);
    auto beforeKey = place ? options.guard->admit(address, now) : nullptr;
    if (!beforeKey) {
        counters.turnedAway.fetch_add(1, std::memory_order_relaxed);
        return;
    }
    counters.accepted.fetch_add(1, std::memory_order_relaxed);
    socket.non_blocking(true, error);
    socket.set_option(tcp::no_delay(true), error);
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
