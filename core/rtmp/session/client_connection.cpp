#include "core/rtmp/session/client_connection.h"

#include <fmt/format.h>
#include <netinet/tcp.h>

#include <boost/asio/connect.hpp>

namespace footlight::rtmp {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

/// A publisher is sent a few words, a player its stream.
constexpr std::size_t kWords = 4 * 1024;
constexpr std::size_t kStream = 64 * 1024;

}  // namespace

ClientConnection::ClientConnection(net::Executor executor, ClientOptions options)
    : stream_(tcp::socket(std::move(executor))),
      peer_(options),
      received_(options.purpose == ClientPurpose::Publish ? kWords : kStream) {}

net::Task<Result<void>> ClientConnection::reach(RelayAddress address, std::chrono::milliseconds patience) {
    tcp::resolver resolver(stream_.get_executor());
    const std::string port = std::to_string(address.port);
    const auto [unresolved, addresses] = co_await resolver.async_resolve(address.host, port, net::kValues);
    if (unresolved) {
        co_return fail(
            ErrorCategory::Unavailable, "rtmp.resolve",
            fmt::format("the relay's name {} cannot be found: {}", address.host, unresolved.message()));
    }
    const auto [error, reached] = co_await asio::async_connect(stream_.socket(), addresses, net::kValues);
    if (error) {
        co_return fail(
            ErrorCategory::Unavailable, "rtmp.connect",
            fmt::format("no relay answers at {}:{}: {}", address.host, address.port, error.message()));
    }
    boost::system::error_code ignored;
    stream_.socket().non_blocking(true, ignored);
    stream_.socket().set_option(tcp::no_delay(true), ignored);
    const auto timeout = static_cast<unsigned>(patience.count());
    ::setsockopt(stream_.socket().native_handle(), IPPROTO_TCP, TCP_USER_TIMEOUT, &timeout, sizeof timeout);
    if (address.tls) {
        if (auto secured = stream_.secure(*address.tls, address.host); !secured) {
            co_return secured;
        }
    }
    co_return co_await stream_.shakeHands();
}

net::Task<Result<void>> ClientConnection::read() {
    const auto [error, count] = co_await stream_.async_read_some(asio::buffer(received_), net::kValues);
    if (error) {
        co_return fail(ErrorCategory::Closed, "rtmp.closed",
                       error == asio::error::eof ? std::string("the relay closed the connection")
                                                 : "the connection to the relay broke: " + error.message());
    }
    peer_.feed(ByteView(received_).first(count));
    co_return Result<void>();
}

net::Task<boost::system::error_code> ClientConnection::flush() {
    const Bytes output = peer_.takeOutput();
    std::size_t sent = 0;
    while (sent < output.size()) {
        writingSince_ = std::chrono::steady_clock::now();
        const auto rest = asio::buffer(output) + sent;
        const auto [error, count] = co_await stream_.async_write_some(rest, net::kValues);
        writingSince_.reset();
        if (error) {
            co_return error;
        }
        sent += count;
        bytesSent_ += count;
    }
    co_return boost::system::error_code();
}

void ClientConnection::close() { stream_.close(); }

void ClientConnection::finishSending() { stream_.finishSending(); }

int ClientConnection::descriptor() {
    return stream_.socket().is_open() ? stream_.socket().native_handle() : -1;
}

std::string urlOf(const RelayAddress& address, const std::string& app) {
    const bool isIpv6 = address.host.find(':') != std::string::npos;
    const std::string host = isIpv6 ? "[" + address.host + "]" : address.host;
    return fmt::format("{}://{}:{}/{}", address.tls ? "rtmps" : "rtmp", host, address.port, app);
}

}  // namespace footlight::rtmp
