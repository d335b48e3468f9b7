#include "core/rtmp/session/server.h"

#include "core/net/async/deadline.h"
#include "core/rtmp/session/connection.h"
#include "core/rtmp/session/server_state.h"

namespace footlight::rtmp {

using boost::asio::ip::tcp;

namespace {

constexpr std::chrono::milliseconds kGoodbyePoll{10};

Result<std::shared_ptr<ServerState>> makeState(net::Executor executor, Result<net::Listener> listener,
                                               ServerOptions options, Logger logger) {
    if (!listener) {
        return fail(std::move(listener.error()));
    }
    return std::make_shared<ServerState>(std::move(executor), std::move(*listener), std::move(options),
                                         std::move(logger));
}

}  // namespace

Server::Server(std::shared_ptr<ServerState> state) : state_(std::move(state)) {
    net::TakeConnection take = [state = state_](tcp::socket socket, const tcp::endpoint& peer) {
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

Result<std::unique_ptr<Server>> Server::listen(net::Executor executor, net::Endpoint endpoint,
                                               ServerOptions options, Logger logger) {
    const auto port = options.reusePort ? net::Listener::Port::Shared : net::Listener::Port::Own;
    auto listener = net::Listener::open(executor, endpoint, port);
    return makeState(std::move(executor), std::move(listener), std::move(options), std::move(logger))
        .map(&Server::begin);
}

Result<std::unique_ptr<Server>> Server::adopt(net::Executor executor, int descriptor, ServerOptions options,
                                              Logger logger) {
    auto listener = net::Listener::adopt(executor, descriptor);
    return makeState(std::move(executor), std::move(listener), std::move(options), std::move(logger))
        .map(&Server::begin);
}

std::unique_ptr<Server> Server::begin(std::shared_ptr<ServerState> state) {
    return std::unique_ptr<Server>(new Server(std::move(state)));
}

std::uint16_t Server::port() const { return state_->listener.port(); }

const ServerCounters& Server::counters() const { return state_->counters; }

net::Task<> Server::close() {
    const auto state = state_;
    state->listener.close();
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
