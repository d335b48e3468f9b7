#include "core/net/http/client.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <list>

#include "core/base/clock.h"
#include "core/net/async/deadline.h"
#include "core/net/http/public_address.h"
#include "core/net/stream/stream.h"
#include "core/net/stream/tls.h"

namespace footlight::net::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;

namespace {

constexpr std::size_t kIdleLimit = 8;
/// Well under the time after which a server closes an idle connection, so that a reused one is alive.
constexpr std::chrono::seconds kIdleFor{10};
constexpr std::size_t kReadAtATime = 64 * 1024;
/// What a chunked body lacks is never shorter than "0 CR LF CR LF", and Beast's parser asserts that it has as
/// much.
constexpr std::size_t kShortestRest = 5;

using WireRequest = beast::http::request<beast::http::string_body>;
using WireParser = beast::http::response_parser<beast::http::string_body>;

struct IdleConnection {
    std::string peer;  ///< see keyOf()
    std::unique_ptr<Stream> stream;
    SteadyTime since;
};

std::string peerOf(const ClientRequest& request) { return request.host + ":" + std::to_string(request.port); }

/// Connections are used again for the same peer and the same trust.
std::string keyOf(const ClientRequest& request) {
    return peerOf(request) + "/" + std::to_string(reinterpret_cast<std::uintptr_t>(request.tls.get())) +
           (request.reach == Reach::PublicOnly ? "/public" : "");
}

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

    std::unique_ptr<Stream> takeIdle(const std::string& peer) {
        const auto now = std::chrono::steady_clock::now();
        std::erase_if(idle, [&](const IdleConnection& one) { return now - one.since > kIdleFor; });
        for (auto place = idle.begin(); place != idle.end(); ++place) {
            if (place->peer == peer) {
                auto stream = std::move(place->stream);
                idle.erase(place);
                return isQuiet(stream->socket()) ? std::move(stream) : nullptr;
            }
        }
        return nullptr;
    }

    void keep(std::string peer, std::unique_ptr<Stream> stream) {
        if (idle.size() == kIdleLimit) {
            idle.pop_front();
        }
        idle.push_back({std::move(peer), std::move(stream), std::chrono::steady_clock::now()});
    }

    Task<Result<std::unique_ptr<Stream>>> connect(const ClientRequest* request) {
        tcp::resolver resolver(executor);
        auto [resolveError, found] =
            co_await resolver.async_resolve(request->host, std::to_string(request->port), kValues);
        if (resolveError) {
            co_return failure(*request, resolveError);
        }
        // What is checked is what is connected to: a name cannot mean another address in between.
        std::vector<tcp::endpoint> allowed;
        for (const auto& entry : found) {
            if (request->reach == Reach::Anywhere ||
                isPublicAddress(entry.endpoint().address().to_string())) {
                allowed.push_back(entry.endpoint());
            }
        }
        if (allowed.empty()) {
            co_return fail(ErrorCategory::Denied, "http.private_address",
                           peerOf(*request) +
                               " is an address of this machine or its networks; the relay's "
                               "operator can allow that");
        }
        tcp::socket socket(executor);
        auto [error, endpoint] = co_await asio::async_connect(socket, allowed, kValues);
        if (error) {
            co_return failure(*request, error);
        }
        boost::system::error_code ignored;
        socket.set_option(tcp::no_delay(true), ignored);
        auto stream = std::make_unique<Stream>(std::move(socket));
        if (request->tls) {
            auto secured = stream->secure(*request->tls, request->host);
            if (secured) {
                secured = co_await stream->shakeHands();
            }
            if (!secured) {
                co_return fail(std::move(secured.error()).within(peerOf(*request)));
            }
        }
        co_return stream;
    }

    Task<Result<ClientResponse>> exchange(ClientRequest request) {
        auto stream = takeIdle(keyOf(request));
        if (!stream) {
            auto made = co_await connect(&request);
            if (!made) {
                co_return fail(std::move(made.error()));
            }
            stream = std::move(*made);
        }
        const WireRequest wire = wireRequest(request);
        auto [writeError, written] = co_await beast::http::async_write(*stream, wire, kValues);
        if (writeError) {
            co_return failure(request, writeError);
        }
        WireParser parser;
        parser.body_limit(request.bodyLimit);
        parser.skip(request.method == Method::Head);
        beast::flat_buffer buffer;
        if (const auto error = co_await read(stream.get(), &buffer, &parser)) {
            co_return failure(request, error);
        }
        if (parser.keep_alive() && buffer.size() == 0) {
            keep(keyOf(request), std::move(stream));
        }
        co_return clientResponse(parser);
    }

    /// One answer; what follows it stays in `buffer`.
    Task<boost::system::error_code> read(Stream* stream, beast::flat_buffer* buffer, WireParser* parser) {
        boost::system::error_code error = beast::http::error::need_more;
        while (!parser->is_done()) {
            const bool isChunk = parser->is_header_done() && parser->chunked();
            if (error == beast::http::error::need_more || buffer->size() < (isChunk ? kShortestRest : 1)) {
                auto [readError, count] =
                    co_await stream->async_read_some(buffer->prepare(kReadAtATime), kValues);
                if (readError == asio::error::eof && parser->got_some()) {
                    parser->put_eof(error);
                    co_return error;
                }
                if (readError) {
                    co_return readError == asio::error::eof ? beast::http::error::end_of_stream : readError;
                }
                buffer->commit(count);
                if (buffer->size() < (isChunk ? kShortestRest : 1)) {
                    continue;
                }
            }
            error = {};
            buffer->consume(parser->put(buffer->data(), error));
            if (error && error != beast::http::error::need_more) {
                co_return error;
            }
        }
        co_return boost::system::error_code();
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
