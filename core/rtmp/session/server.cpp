#include "core/rtmp/session/server.h"

#include <sys/socket.h>

#include "core/net/async/deadline.h"
#include "core/rtmp/session/connection.h"
#include "core/rtmp/session/server_state.h"

namespace footlight::rtmp {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

constexpr int kBacklog = 1'024;
constexpr std::chrono::milliseconds kGoodbyePoll{10};

using ReusePort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;

Result<tcp::endpoint> addressOf(const Endpoint& endpoint) {
    boost::system::error_code error;
    const auto address =
        asio::ip::make_address(endpoint.host == "localhost" ? "127.0.0.1" : endpoint.host, error);
    if (error) {
        return fail(ErrorCategory::Invalid, "rtmp.address",
                    "\"" + endpoint.host + "\" is no IP address; give one, such as 127.0.0.1 or 0.0.0.0");
    }
    return tcp::endpoint(address, endpoint.port);
}

boost::system::error_code open(tcp::acceptor& acceptor, const tcp::endpoint& address, bool reusePort) {
    boost::system::error_code error;
    acceptor.open(address.protocol(), error);
    if (!error) {
        acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    }
    if (!error && reusePort) {
        acceptor.set_option(ReusePort(true), error);
    }
    if (!error) {
        acceptor.bind(address, error);
    }
    if (!error) {
        acceptor.listen(kBacklog, error);
    }
    return error;
}

}  // namespace

Server::Server(std::shared_ptr<ServerState> state) : state_(std::move(state)) {
    state_->tasks.spawn("accepting connections", state_->accept(state_));
    state_->tasks.spawn("watching deadlines", state_->sweep(state_));
}

Server::~Server() {
    boost::system::error_code ignored;
    state_->acceptor.close(ignored);
    state_->tasks.cancel();
}

Result<std::unique_ptr<Server>> Server::listen(net::Executor executor, Endpoint endpoint,
                                               ServerOptions options, Logger logger) {
    const auto address = addressOf(endpoint);
    if (!address) {
        return fail(address.error());
    }
    const bool reusePort = options.reusePort;
    auto state = std::make_shared<ServerState>(std::move(executor), std::move(options), std::move(logger));
    const auto error = open(state->acceptor, *address, reusePort);
    const std::string where = endpoint.host + ":" + std::to_string(endpoint.port);
    if (error == asio::error::address_in_use) {
        return fail(ErrorCategory::Conflict, "rtmp.port_taken",
                    "another program listens on " + where + " already");
    }
    if (error) {
        return fail(ErrorCategory::Invalid, "rtmp.listen",
                    "cannot listen on " + where + ": " + error.message());
    }
    return std::unique_ptr<Server>(new Server(std::move(state)));
}

Result<std::unique_ptr<Server>> Server::adopt(net::Executor executor, int descriptor, ServerOptions options,
                                              Logger logger) {
    sockaddr_storage address{};
    socklen_t length = sizeof address;
    boost::system::error_code error;
    auto state = std::make_shared<ServerState>(std::move(executor), std::move(options), std::move(logger));
    if (::getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &length) != 0) {
        error = asio::error::bad_descriptor;
    } else {
        state->acceptor.assign(address.ss_family == AF_INET6 ? tcp::v6() : tcp::v4(), descriptor, error);
    }
    if (error) {
        return fail(ErrorCategory::Invalid, "rtmp.descriptor",
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

net::Task<> Server::close() {
    const auto state = state_;
    boost::system::error_code ignored;
    state->acceptor.close(ignored);
    for (Connection* connection : state->connections) {
        connection->requestClose("the relay is being stopped");
    }
    const auto until = std::chrono::steady_clock::now() + state->options.limits.farewell;
    while (!state->connections.empty() && std::chrono::steady_clock::now() < until) {
        co_await net::pause(kGoodbyePoll);
    }
    co_await state->tasks.close();
}

}  // namespace footlight::rtmp
