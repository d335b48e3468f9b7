#include "core/net/http/client.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <list>

#include "core/base/clock.h"
#include "core/net/async/deadline.h"

namespace footlight::net::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;

namespace {

constexpr std::size_t kIdleLimit = 8;
/// Well under the time after which a server closes an idle connection, so that a reused one is alive.
constexpr std::chrono::seconds kIdleFor{10};

using WireRequest = beast::http::request<beast::http::string_body>;
using WireParser = beast::http::response_parser<beast::http::string_body>;

struct IdleConnection {
    std::string peer;
    std::unique_ptr<tcp::socket> socket;
    SteadyTime since;
};

std::string peerOf(const ClientRequest& request) { return request.host + ":" + std::to_string(request.port); }

tl::unexpected<Error> failure(const ClientRequest& request, const boost::system::error_code& error) {
    const bool isBroken =
        error.category() == beast::http::make_error_code(beast::http::error::bad_version).category();
    if (isBroken && error != beast::http::error::end_of_stream &&
        error != beast::http::error::partial_message) {
        return fail(ErrorCategory::Corrupt, "http.answer",
                    peerOf(request) + " did not answer with HTTP: " + error.message());
    }
    return fail(ErrorCategory::Unavailable, "http.unreachable",
                peerOf(request) + " does not answer: " + error.message());
}

WireRequest wireRequest(const ClientRequest& request) {
    WireRequest wire;
    wire.method_string({toString(request.method).data(), toString(request.method).size()});
    wire.target(request.target);
    wire.version(11);
    wire.set(beast::http::field::host, peerOf(request));
    for (const Header& header : request.headers) {
        wire.set(header.name, header.value);
    }
    wire.body() = request.body;
    wire.prepare_payload();
    return wire;
}

ClientResponse clientResponse(WireParser& parser) {
    auto& message = parser.get();
    ClientResponse response;
    response.status = message.result_int();
    for (const auto& field : message) {
        const auto name = field.name_string();
        response.headers.push_back(
            {{name.data(), name.size()}, {field.value().data(), field.value().size()}});
    }
    response.body = std::move(message.body());
    return response;
}

/// Nothing to read means that the peer has neither closed it nor sent what nobody asked for.
bool isQuiet(tcp::socket& socket) {
    boost::system::error_code error;
    char byte = 0;
    socket.non_blocking(true, error);
    socket.receive(asio::buffer(&byte, 1), tcp::socket::message_peek, error);
    return error == asio::error::would_block;
}

}  // namespace

std::string_view ClientResponse::header(std::string_view name) const {
    for (const Header& header : headers) {
        if (equalsIgnoringCase(header.name, name)) {
            return header.value;
        }
    }
    return {};
}

struct Client::State {
    Executor executor;
    Logger logger;
    std::list<IdleConnection> idle;

    std::unique_ptr<tcp::socket> takeIdle(const std::string& peer) {
        const auto now = std::chrono::steady_clock::now();
        std::erase_if(idle, [&](const IdleConnection& one) { return now - one.since > kIdleFor; });
        for (auto place = idle.begin(); place != idle.end(); ++place) {
            if (place->peer == peer) {
                auto socket = std::move(place->socket);
                idle.erase(place);
                return isQuiet(*socket) ? std::move(socket) : nullptr;
            }
        }
        return nullptr;
    }

    void keep(std::string peer, std::unique_ptr<tcp::socket> socket) {
        if (idle.size() == kIdleLimit) {
            idle.pop_front();
        }
        idle.push_back({std::move(peer), std::move(socket), std::chrono::steady_clock::now()});
    }

    Task<Result<std::unique_ptr<tcp::socket>>> connect(const ClientRequest* request) {
        tcp::resolver resolver(executor);
        auto [resolveError, found] =
            co_await resolver.async_resolve(request->host, std::to_string(request->port), kValues);
        if (resolveError) {
            co_return failure(*request, resolveError);
        }
        auto socket = std::make_unique<tcp::socket>(executor);
        auto [error, endpoint] = co_await asio::async_connect(*socket, found, kValues);
        if (error) {
            co_return failure(*request, error);
        }
        boost::system::error_code ignored;
        socket->set_option(tcp::no_delay(true), ignored);
        co_return socket;
    }

    Task<Result<ClientResponse>> exchange(ClientRequest request) {
        auto socket = takeIdle(peerOf(request));
        if (!socket) {
            auto made = co_await connect(&request);
            if (!made) {
                co_return fail(std::move(made.error()));
            }
            socket = std::move(*made);
        }
        const WireRequest wire = wireRequest(request);
        auto [writeError, written] = co_await beast::http::async_write(*socket, wire, kValues);
        if (writeError) {
            co_return failure(request, writeError);
        }
        WireParser parser;
        parser.body_limit(request.bodyLimit);
        parser.skip(request.method == Method::Head);
        beast::flat_buffer buffer;
        auto [readError, count] = co_await beast::http::async_read(*socket, buffer, parser, kValues);
        if (readError) {
            co_return failure(request, readError);
        }
        if (parser.keep_alive() && buffer.size() == 0) {
            keep(peerOf(request), std::move(socket));
        }
        co_return clientResponse(parser);
    }
};

Client::Client(Executor executor, Logger logger)
    : state_(std::make_shared<State>(State{std::move(executor), std::move(logger), {}})) {}
Client::~Client() = default;

Task<Result<ClientResponse>> Client::send(ClientRequest request) {
    const auto state = state_;
    const auto timeout = request.timeout;
    std::string what = "asking " + peerOf(request);
    auto exchange = state->exchange(std::move(request));
    co_return co_await withDeadline(timeout, std::move(what), std::move(exchange));
}

}  // namespace footlight::net::http
