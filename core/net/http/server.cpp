#include "core/net/http/server.h"

#include <netinet/tcp.h>
#include <poll.h>

#include <boost/asio/post.hpp>
#include <boost/asio/socket_base.hpp>
#include <utility>

#include "core/net/async/deadline.h"
#include "core/net/http/connection.h"
#include "core/net/http/server_state.h"
#include "core/net/http/upgrade.h"

namespace footlight::net::http {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

constexpr std::size_t kScratch = 64 * 1024;
/// How much unsent data the kernel takes at a time: a slow reader shows soon, and old parts do not pile up.
constexpr int kUnsentInKernel = 256 * 1024;

void prepare(tcp::socket& socket) {
    boost::system::error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    ::setsockopt(socket.native_handle(), IPPROTO_TCP, TCP_NOTSENT_LOWAT, &kUnsentInKernel,
                 sizeof kUnsentInKernel);
}

Task<> serve(std::shared_ptr<Connection> connection) { co_await connection->run(); }

Result<std::shared_ptr<ServerState>> makeState(Executor executor, Result<Listener> listener,
                                               ServerOptions options, Logger logger) {
    if (!listener) {
        return fail(std::move(listener.error()));
    }
    return std::make_shared<ServerState>(std::move(executor), std::move(*listener), std::move(options),
                                         std::move(logger));
}

}  // namespace

OpenPlace::OpenPlace(std::shared_ptr<ServerState> server) : server_(std::move(server)) {
    server_->counters.open.fetch_add(1, std::memory_order_relaxed);
}

OpenPlace::~OpenPlace() {
    server_->counters.open.fetch_sub(1, std::memory_order_relaxed);
    server_->connectionEnded.cancel();
}

ServerState::ServerState(Executor on, Listener listens, ServerOptions with, Logger to)
    : executor(std::move(on)),
      options(std::move(with)),
      logger(std::move(to)),
      listener(std::move(listens)),
      connectionEnded(executor),
      scratch(kScratch),
      tasks(executor, logger) {
    if (!options.admission) {
        options.admission = std::make_shared<Admission>(AdmissionLimits());
    }
}

void ServerState::begin(const std::shared_ptr<ServerState>& self, tcp::socket socket,
                        const tcp::endpoint& peer) {
    std::string address = peer.address().to_string();
    auto ticket = options.admission->admit(address, std::chrono::steady_clock::now());
    if (!ticket) {
        counters.refused.fetch_add(1, std::memory_order_relaxed);
        return;
    }
    counters.accepted.fetch_add(1, std::memory_order_relaxed);
    prepare(socket);
    auto connection =
        std::make_shared<Connection>(self, Stream(std::move(socket)), std::move(address), std::move(ticket));
    connection->setSignal(tasks.spawn("connection", serve(connection)));
}

Task<> ServerState::sweep(std::shared_ptr<ServerState> self) {
    asio::steady_timer timer(executor);
    for (;;) {
        timer.expires_after(self->options.limits.sweep);
        co_await timer.async_wait(asio::use_awaitable);
        const auto now = std::chrono::steady_clock::now();
        for (Connection* connection : connections) {
            connection->checkDeadline(now);
        }
        self->lookForDepartures(now);
    }
}

/// Whether a client went away while it is worked for is asked here, for all at once: to watch each socket
/// would cost more than most answers.
void ServerState::lookForDepartures(SteadyTime now) {
    std::vector<pollfd> sockets;
    std::vector<Connection*> waiting;
    for (Connection* connection : connections) {
        if (connection->isAsking()) {
            sockets.push_back({connection->descriptor(), POLLRDHUP, 0});
            waiting.push_back(connection);
        }
    }
    if (sockets.empty() || ::poll(sockets.data(), sockets.size(), 0) <= 0) {
        return;
    }
    for (std::size_t i = 0; i < sockets.size(); ++i) {
        if (sockets[i].revents != 0) {
            waiting[i]->clientLeft(now);
        }
    }
}

const std::string& ServerState::date() {
    const std::time_t now = std::time(nullptr);
    if (now != dateSecond) {
        dateSecond = now;
        std::tm parts{};
        ::gmtime_r(&now, &parts);
        std::array<char, 64> text{};
        const std::size_t length =
            std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
        dateText.assign(text.data(), length);
    }
    return dateText;
}

Server::Server(std::shared_ptr<ServerState> state) : state_(std::move(state)) {
    TakeConnection take = [state = state_](tcp::socket socket, const tcp::endpoint& peer) {
        state->begin(state, std::move(socket), peer);
    };
    state_->tasks.spawn("accepting connections",
                        state_->listener.accept(std::move(take), state_->logger, state_->options.spread));
    state_->tasks.spawn("watching deadlines", state_->sweep(state_));
}

Server::~Server() {
    state_->listener.close();
    state_->tasks.cancel();
}

Result<std::unique_ptr<Server>> Server::listen(Executor executor, Endpoint endpoint, ServerOptions options,
                                               Logger logger) {
    const auto port = options.reusePort ? Listener::Port::Shared : Listener::Port::Own;
    auto listener = Listener::open(executor, endpoint, port);
    return makeState(std::move(executor), std::move(listener), std::move(options), std::move(logger))
        .map(&Server::begin);
}

Result<std::unique_ptr<Server>> Server::adopt(Executor executor, int descriptor, ServerOptions options,
                                              Logger logger) {
    auto listener = Listener::adopt(executor, descriptor);
    return makeState(std::move(executor), std::move(listener), std::move(options), std::move(logger))
        .map(&Server::begin);
}

std::unique_ptr<Server> Server::begin(std::shared_ptr<ServerState> state) {
    return std::unique_ptr<Server>(new Server(std::move(state)));
}

std::uint16_t Server::port() const { return state_->listener.port(); }

const ServerCounters& Server::counters() const { return state_->counters; }

Task<> Server::close(std::chrono::milliseconds grace) {
    const auto state = state_;
    state->draining = true;
    state->listener.close();
    const auto until = std::chrono::steady_clock::now() + grace;
    for (Connection* connection : state->connections) {
        connection->drain();
    }
    if (state->options.upgrade) {
        state->options.upgrade->drain();
    }
    while (state->counters.open > 0 && std::chrono::steady_clock::now() < until) {
        state->connectionEnded.expires_at(until);
        co_await state->connectionEnded.async_wait(kValues);
    }
    if (state->options.upgrade) {
        state->options.upgrade->end();
        // Those who are told of an end are told in the loop's next turn.
        co_await asio::post(state->executor, kValues);
    }
    co_await state->tasks.close();
}

}  // namespace footlight::net::http
