#include <algorithm>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/system/system_error.hpp>

#include "core/net/async/deadline.h"
#include "core/net/async/task_group.h"
#include "core/net/http/response_head.h"
#include "core/net/http/upgrade.h"
#include "core/net/websocket/session_state.h"

namespace footlight::net::websocket {

namespace asio = boost::asio;
namespace beast = boost::beast;

namespace {

constexpr std::chrono::seconds kHandshakeWithin{5};

using WireRequest = beast::http::request<beast::http::empty_body>;

struct Acceptor {
    Acceptor(AcceptorOptions with, Logger to) : options(std::move(with)), logger(std::move(to)) {}

    AcceptorOptions options;
    Logger logger;
};

/// RFC 6454: scheme "://" host [ ":" port ].
bool isAllowedOrigin(const http::Request& request, const std::vector<std::string>& allowed) {
    const std::string_view origin = request.header("Origin");
    if (origin.empty()) {
        return true;
    }
    const std::size_t authority = origin.find("://");
    const bool isOwn = authority != std::string_view::npos &&
                       http::equalsIgnoringCase(origin.substr(authority + 3), request.header("Host"));
    return isOwn || std::ranges::any_of(allowed, [&](const std::string& one) {
               return http::equalsIgnoringCase(one, origin);
           });
}

/// Empty where the connection may be upgraded.
std::optional<http::Response> refusal(const http::Upgrade& upgrade, const AcceptorOptions& options) {
    if (upgrade.request.path != options.path) {
        return http::problem(404, "http.not_found", "Not Found", "there is no socket at this address");
    }
    if (!isAllowedOrigin(upgrade.request, options.allowedOrigins)) {
        return http::problem(403, "websocket.origin", "Forbidden", "pages of this origin may not connect");
    }
    if (!upgrade.alreadyRead.empty()) {
        return http::problem(400, "websocket.early", "Bad Request",
                             "wait for the answer before sending messages");
    }
    if (upgrade.request.header("Sec-WebSocket-Version") != "13") {
        return http::problem(426, "websocket.version", "Upgrade Required", "version 13 is spoken here")
            .with("Sec-WebSocket-Version", "13");
    }
    return std::nullopt;
}

Task<> refuse(std::shared_ptr<http::Upgrade> upgrade, http::Response response) {
    const http::ResponseFraming framing{false, false, {}};
    std::string text = http::responseHead(response, framing);
    for (const Piece& piece : response.body) {
        text += textOf(ByteView(*piece.memory).subspan(piece.offset, piece.size));
    }
    co_await asio::async_write(upgrade->stream, asio::buffer(text), kValues);
    upgrade->stream.finishSending();
}

WireRequest wireRequest(const http::Request& request) {
    WireRequest wire(beast::http::verb::get, request.target, 11);
    for (const http::Header& header : request.headers) {
        wire.insert(header.name, header.value);
    }
    return wire;
}

Task<Result<>> shakeHands(std::shared_ptr<Session::State> state, WireRequest request) {
    auto [error] = co_await state->stream.async_accept(request, kValues);
    if (error) {
        co_return fail(ErrorCategory::Corrupt, "websocket.handshake", error.message());
    }
    co_return Result<>{};
}

/// What the handler throws ends its session only.
Task<> run(std::shared_ptr<const Acceptor> acceptor, std::shared_ptr<Session> session,
           http::Request request) {
    try {
        co_await acceptor->options.handler(session, std::move(request));
        session->requestClose(CloseCode::Normal, "");
    } catch (const boost::system::system_error& error) {
        if (error.code() != asio::error::operation_aborted) {
            acceptor->logger.error("a session ended: {}", error.what());
        }
        session->requestClose(CloseCode::GoingAway, "the relay is stopping");
    } catch (const std::exception& error) {
        acceptor->logger.error("a session ended: {}", error.what());
        session->requestClose(CloseCode::InternalError, "the relay made a mistake");
    }
}

Task<> serve(std::shared_ptr<const Acceptor> acceptor, std::shared_ptr<http::Upgrade> upgrade) {
    if (auto refused = refusal(*upgrade, acceptor->options)) {
        co_await refuse(upgrade, std::move(*refused));
        co_return;
    }
    auto state = std::make_shared<Session::State>(std::move(upgrade->stream), upgrade->request.peerAddress,
                                                  upgrade->ticket, acceptor->options.limits);
    auto handshake = shakeHands(state, wireRequest(upgrade->request));
    if (!co_await withDeadline(kHandshakeWithin, "the WebSocket handshake", std::move(handshake))) {
        co_return;
    }
    const auto session = std::make_shared<Session>(state);
    upgrade->whenServerCloses = [session] {
        session->requestClose(CloseCode::GoingAway, "the relay is stopping");
    };
    TaskGroup tasks(co_await asio::this_coro::executor, acceptor->logger);
    tasks.spawn("writing", Session::State::write(state));
    tasks.spawn("watching", Session::State::watch(state));
    co_await run(acceptor, session, std::move(upgrade->request));
    upgrade->whenServerCloses = nullptr;
    co_await asio::this_coro::reset_cancellation_state(asio::disable_cancellation());
    co_await session->close(CloseCode::Normal, "");
    co_await tasks.close();
}

}  // namespace

http::UpgradeHandler acceptor(AcceptorOptions options, Logger logger) {
    const auto shared = std::make_shared<const Acceptor>(std::move(options), std::move(logger));
    return [shared](std::shared_ptr<http::Upgrade> upgrade) { return serve(shared, std::move(upgrade)); };
}

}  // namespace footlight::net::websocket
