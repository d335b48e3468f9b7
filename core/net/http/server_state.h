#pragma once

#include <boost/asio/steady_timer.hpp>
#include <list>
#include <memory>
#include <string>
#include <vector>

#include "core/net/async/task_group.h"
#include "core/net/http/admission.h"
#include "core/net/http/server.h"
#include "core/net/stream/listener.h"

namespace footlight::net::http {

class Connection;

struct ServerState;

/// One of the server's open connections, from its accept to its end, whoever holds it.
class OpenPlace {
public:
    explicit OpenPlace(std::shared_ptr<ServerState> server);
    ~OpenPlace();
    OpenPlace(const OpenPlace&) = delete;
    OpenPlace& operator=(const OpenPlace&) = delete;

private:
    std::shared_ptr<ServerState> server_;
};

/// What a server's connections share; lives on the server's loop.
struct ServerState {
    ServerState(Executor on, Listener listens, ServerOptions with, Logger to);

    Task<> sweep(std::shared_ptr<ServerState> self);
    void lookForDepartures(SteadyTime now);
    void begin(const std::shared_ptr<ServerState>& self, boost::asio::ip::tcp::socket socket,
               const boost::asio::ip::tcp::endpoint& peer);
    /// The value of the Date header (RFC 9110 5.6.7), made once a second.
    const std::string& date();

    Executor executor;
    ServerOptions options;
    Logger logger;
    ServerCounters counters;
    Listener listener;
    boost::asio::steady_timer connectionEnded;
    std::list<Connection*> connections;
    /// Where a ready socket is read into first, so that an idle connection holds no buffer.
    std::vector<std::uint8_t> scratch;
    std::string dateText;
    std::time_t dateSecond = 0;
    bool draining = false;
    TaskGroup tasks;
};

}  // namespace footlight::net::http
