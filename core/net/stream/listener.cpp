#include "core/net/stream/listener.h"

#include <sys/socket.h>

#include "core/net/async/deadline.h"

namespace footlight::net {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

constexpr int kBacklog = 4'096;
constexpr std::chrono::milliseconds kAcceptPause{100};

using ReusePort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;

Result<tcp::endpoint> resolve(const Endpoint& endpoint) {
    boost::system::error_code error;
    const auto address =
        asio::ip::make_address(endpoint.host == "localhost" ? "127.0.0.1" : endpoint.host, error);
    if (error) {
        return fail(ErrorCategory::Invalid, "net.address",
                    "\"" + endpoint.host + "\" is no IP address; give one, such as 127.0.0.1 or 0.0.0.0");
    }
    return tcp::endpoint(address, endpoint.port);
}

boost::system::error_code listen(tcp::acceptor& acceptor, const tcp::endpoint& address, Listener::Port port) {
    boost::system::error_code error;
    acceptor.open(address.protocol(), error);
    if (!error) {
        acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    }
    if (!error && port == Listener::Port::Shared) {
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

Result<Listener> Listener::open(Executor executor, const Endpoint& endpoint, Port port) {
    const auto address = resolve(endpoint);
    if (!address) {
        return fail(address.error());
    }
    Listener made(std::move(executor));
    const auto error = listen(made.acceptor_, *address, port);
    if (!error) {
        return made;
    }
    const std::string where = endpoint.host + ":" + std::to_string(endpoint.port);
    if (error == asio::error::address_in_use) {
        return fail(ErrorCategory::Conflict, "net.port_taken",
                    "another program listens on " + where + " already");
    }
    return fail(ErrorCategory::Invalid, "net.listen", "cannot listen on " + where + ": " + error.message());
}

Result<Listener> Listener::adopt(Executor executor, int descriptor) {
    sockaddr_storage address{};
    socklen_t length = sizeof address;
    boost::system::error_code error;
    Listener made(std::move(executor));
    if (::getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &length) != 0) {
        error = asio::error::bad_descriptor;
    } else {
        made.acceptor_.assign(address.ss_family == AF_INET6 ? tcp::v6() : tcp::v4(), descriptor, error);
    }
    if (error) {
        return fail(ErrorCategory::Invalid, "net.descriptor",
                    "cannot serve an inherited socket: " + error.message());
    }
    return made;
}

std::uint16_t Listener::port() const {
    boost::system::error_code error;
    const tcp::endpoint endpoint = acceptor_.local_endpoint(error);
    return error ? std::uint16_t{0} : endpoint.port();
}

void Listener::close() {
    boost::system::error_code ignored;
    acceptor_.close(ignored);
}

Task<> Listener::accept(TakeConnection take, Logger logger, std::shared_ptr<Spread> spread) {
    const auto together = spread ? std::move(spread) : std::make_shared<Spread>();
    const Spread::Place place(together, acceptor_.get_executor(), std::move(take));
    for (;;) {
        auto [error, socket] = co_await acceptor_.async_accept(kValues);
        if (!error) {
            // Who has gone already has no address.
            if (const auto peer = socket.remote_endpoint(error); !error) {
                place.deal(std::move(socket), peer);
            }
        } else if (error == asio::error::operation_aborted || error == asio::error::bad_descriptor) {
            co_return;
        } else if (error != asio::error::connection_aborted) {
            logger.warning("cannot accept a connection: {}", error.message());
            co_await pause(kAcceptPause);
        }
    }
}

}  // namespace footlight::net
