#pragma once

#include "core/rtmp/session/player.h"
#include "tests/core/rtmp/session/ingest_fixture.h"
#include "tests/core/rtmp/session/relaying_handler.h"

namespace footlight::rtmp {

/// A server that plays what is published to it, on a loop of its own; players are on another.
class PlayFixture : public testing::Test {
protected:
    PlayFixture() { serve(ServerLimits()); }
    ~PlayFixture() override { run(server_->close()); }

    void serve(ServerLimits limits) {
        if (server_) {
            run(server_->close());
        }
        ServerOptions options;
        options.handler = &handler_;
        options.playHandler = &handler_;
        options.limits = limits;
        server_ = std::move(
            Server::listen(loops_.executor(0), {"127.0.0.1", 0}, std::move(options), Logger::silent())
                .value());
    }

    [[nodiscard]] std::string url(const std::string& name) const {
        return "rtmp://127.0.0.1:" + std::to_string(server_->port()) + "/live/" + name;
    }
    [[nodiscard]] PlaySource source(const std::string& name) const {
        PlaySource source;
        source.host = "127.0.0.1";
        source.port = server_->port();
        source.stream = Secret(name);
        return source;
    }

    template <typename T>
    T run(net::Task<T> task, std::size_t loop = 0) {
        return boost::asio::co_spawn(loops_.executor(loop), std::move(task), boost::asio::use_future).get();
    }

    net::EventLoops loops_{2};
    RelayingHandler handler_;
    std::unique_ptr<Server> server_;
};

}  // namespace footlight::rtmp
