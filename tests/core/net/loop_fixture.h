#pragma once

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>
#include <functional>
#include <memory>

#include "core/net/async/event_loops.h"
#include "core/net/http/server.h"
#include "tests/support/process.h"

namespace footlight::tests {

template <typename T>
T runOn(net::EventLoops& loops, net::Task<T> task) {
    return boost::asio::co_spawn(loops.executor(0), std::move(task), boost::asio::use_future).get();
}

/// A server on a loop of its own; closed before the loop goes.
class RunningServer {
public:
    explicit RunningServer(net::http::ServerOptions options) {
        server_ = runOn(loops_, start(loops_.executor(0), std::move(options)));
    }
    ~RunningServer() { close(); }
    RunningServer(const RunningServer&) = delete;
    RunningServer& operator=(const RunningServer&) = delete;

    [[nodiscard]] std::uint16_t port() const { return server_->port(); }
    [[nodiscard]] const net::http::ServerCounters& counters() const { return server_->counters(); }
    net::EventLoops& loops() { return loops_; }
    net::http::Server& server() { return *server_; }

    void close() {
        if (server_) {
            runOn(loops_, stop());
        }
    }

private:
    using ServerPointer = std::unique_ptr<net::http::Server>;

    static net::Task<ServerPointer> start(net::Executor executor, net::http::ServerOptions options) {
        net::Endpoint endpoint;
        endpoint.host = "127.0.0.1";
        auto made = net::http::Server::listen(executor, endpoint, std::move(options), Logger::silent());
        co_return made ? std::move(*made) : nullptr;
    }
    net::Task<> stop() {
        co_await server_->close(std::chrono::milliseconds(500));
        server_.reset();
    }

    net::EventLoops loops_{1};
    ServerPointer server_;
};

/// Whether `condition` came true within five seconds.
inline bool eventually(const std::function<bool()>& condition) {
    return waitUntil(condition, std::chrono::seconds(5));
}

}  // namespace footlight::tests
