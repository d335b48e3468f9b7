#include "core/net/http/server.h"

#include <netinet/tcp.h>
#include <sys/socket.h>

#include <boost/asio/socket_base.hpp>
#include <utility>

#include "core/net/async/deadline.h"
#include "core/net/http/connection.h"
#include "core/net/http/server_state.h"

namespace footlight::net::http {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

constexpr std::size_t kScratch = 64 * 1024;
constexpr int kBacklog = 4'096;
/// How much unsent data the kernel takes at a time: a slow reader shows soon, and old parts do not pile up.
constexpr int kUnsentInKernel = 256 * 1024;
constexpr std::chrono::milliseconds kAcceptPause{100};

using ReusePort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;

Result<tcp::endpoint> resolve(const Endpoint& endpoint) {
    boost::system::error_code error;
    const auto address =
        asio::ip::make_address(endpoint.host == "localhost" ? "127.0.0.1" : endpoint.host, error);
    if (error) {
        return fail(ErrorCategory::Invalid, "http.address",
                    "\"" + endpoint.host + "\" is no IP address; give one, such as 127.0.0.1 or 0.0.0.0");
    }
    return tcp::endpoint(address, endpoint.port);
}

tl::unexpected<Error> listenFailure(const Endpoint& endpoint, const boost::system::error_code& error) {
    const std::string where = endpoint.host + ":" + std::to_string(endpoint.port);
    if (error == asio::error::address_in_use) {
        return fail(ErrorCategory::Conflict, "http.port_taken",
                    "another program listens on " + where + " already");
    }
    return fail(ErrorCategory::Invalid, "http.listen", "cannot listen on " + where + ": " + error.message());
}

void prepare(tcp::socket& socket) {
    boost::system::error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    ::setsockopt(socket.native_handle(), IPPROTO_TCP, TCP_NOTSENT_LOWAT, &kUnsentInKernel,
                 sizeof kUnsentInKernel);
}

Task<> serve(std::shared_ptr<Connection> connection) { co_await connection->run(); }

}  // namespace

ServerState::ServerState(Executor on, ServerOptions with, Logger to)
    : executor(std::move(on)),
      options(std::move(with)),
      logger(std::move(to)),
      acceptor(executor),
      connectionEnded(executor),
      scratch(kScratch),
      tasks(executor, logger) {
    if (!options.admission) {
        options.admission = std::make_shared<Admission>(AdmissionLimits());
    }
}

Task<> ServerState::accept(std::shared_ptr<ServerState> self) {
    while (!draining) {
        auto [error, socket] = co_await acceptor.async_accept(kValues);
        if (!error) {
            begin(self, std::move(socket));
        } else if (error == asio::error::operation_aborted || error == asio::error::bad_descriptor) {
            co_return;
        } else if (error != asio::error::connection_aborted) {
            logger.warning("cannot accept a connection: {}", error.message());
            co_await pause(kAcceptPause);
        }
    }
}

void ServerState::begin(const std::shared_ptr<ServerState>& self, tcp::socket socket) {
    boost::system::error_code error;
    const tcp::endpoint peer = socket.remote_endpoint(error);
    if (error) {
        return;
    }
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
    tasks.spawn("connection", serve(std::move(connection)));
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
    state_->tasks.spawn("accepting connections", state_->accept(state_));
    state_->tasks.spawn("watching deadlines", state_->sweep(state_));
}

Server::~Server() {
    boost::system::error_code ignored;
    state_->acceptor.close(ignored);
    state_->tasks.cancel();
}

Result<std::unique_ptr<Server>> Server::listen(Executor executor, Endpoint endpoint, ServerOptions options,
                                               Logger logger) {
    const auto address = resolve(endpoint);
    if (!address) {
        return fail(address.error());
    }
    const bool reusePort = options.reusePort;
    auto state = std::make_shared<ServerState>(std::move(executor), std::move(options), std::move(logger));
    tcp::acceptor& acceptor = state->acceptor;
    boost::system::error_code error;
    acceptor.open(address->protocol(), error);
    if (!error) {
        acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    }
    if (!error && reusePort) {
        acceptor.set_option(ReusePort(true), error);
    }
    if (!error) {
        acceptor.bind(*address, error);
    }
    if (!error) {
        acceptor.listen(kBacklog, error);
    }
    if (error) {
        return listenFailure(endpoint, error);
    }
    return std::unique_ptr<Server>(new Server(std::move(state)));
}

Result<std::unique_ptr<Server>> Server::adopt(Executor executor, int descriptor, ServerOptions options,
                                              Logger logger) {
    sockaddr_storage address{};
    socklen_t length = sizeof address;
    if (::getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &length) != 0) {
        return fail(ErrorCategory::Invalid, "http.descriptor",
                    "descriptor " + std::to_string(descriptor) + " is no listening socket");
    }
    auto state = std::make_shared<ServerState>(std::move(executor), std::move(options), std::move(logger));
    boost::system::error_code error;
    state->acceptor.assign(address.ss_family == AF_INET6 ? tcp::v6() : tcp::v4(), descriptor, error);
    if (error) {
        return fail(ErrorCategory::Invalid, "http.descriptor",
                    "cannot serve an inherited socket: " + error.message());
    }
    return std::unique_ptr<Server>(new Server(std::move(state)));
}

std::uint16_t Server::port() const {
    boost::system::error_code error;
    const tcp::endpoint endpoint = state_->acceptor.local_endpoint(error);
    return error ? std::uint16_t{0} : endpoint.port();
}

const ServerCounters& Server::counters() const { return state_->counters; }

Task<> Server::close(std::chrono::milliseconds grace) {
    const auto state = state_;
    state->draining = true;
    boost::system::error_code ignored;
    state->acceptor.close(ignored);
    const auto until = std::chrono::steady_clock::now() + grace;
    for (Connection* connection : state->connections) {
        connection->drain();
    }
    while (!state->connections.empty() && std::chrono::steady_clock::now() < until) {
        state->connectionEnded.expires_at(until);
        co_await state->connectionEnded.async_wait(kValues);
    }
    co_await state->tasks.close();
}

}  // namespace footlight::net::http
