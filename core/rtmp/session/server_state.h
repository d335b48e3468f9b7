#pragma once

#include <list>
#include <memory>

#include "core/net/async/task_group.h"
#include "core/net/http/admission.h"
#include "core/net/stream/listener.h"
#include "core/rtmp/session/publish_guard.h"
#include "core/rtmp/session/server.h"

namespace footlight::rtmp {

class Connection;

/// What a server's connections share; lives on the server's loop.
struct ServerState {
    ServerState(net::Executor on, net::Listener listens, ServerOptions with, Logger to);

    net::Task<> sweep(std::shared_ptr<ServerState> self);
    void begin(const std::shared_ptr<ServerState>& self, boost::asio::ip::tcp::socket socket,
               const boost::asio::ip::tcp::endpoint& peer);

    net::Executor executor;
    ServerOptions options;
    Logger logger;
    ServerCounters counters;
    net::Listener listener;
    std::list<Connection*> connections;
    /// Where a ready socket is read into, so that a silent connection holds no buffer.
    Bytes scratch;
    net::TaskGroup tasks;
};

}  // namespace footlight::rtmp
