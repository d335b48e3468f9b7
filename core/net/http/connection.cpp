#include "core/net/http/connection.h"

#include <algorithm>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/system/system_error.hpp>

#include "core/net/async/deadline.h"
#include "core/net/http/response_head.h"
#include "core/net/http/upgrade.h"

namespace footlight::net::http {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

/// How much may be read ahead while a handler works: pipelined requests beyond it wait in the kernel.
constexpr std::size_t kReadAhead = 16 * 1024;
/// A client may close its sending half and still wait for its answer; after this long it is taken for gone.
constexpr std::chrono::milliseconds kHalfCloseGrace{250};
constexpr std::chrono::milliseconds kLinger{1'000};
constexpr std::size_t kLingerBytes = 256 * 1024;
constexpr std::size_t kPiecesPerWrite = 64;

/// Steps over `sent` bytes from piece `at` on.
std::size_t advance(std::vector<asio::const_buffer>& pieces, std::size_t at, std::size_t sent) {
    while (at < pieces.size() && sent >= pieces[at].size()) {
        sent -= pieces[at].size();
        ++at;
    }
    if (at < pieces.size()) {
        pieces[at] += sent;
    }
    return at;
}

}  // namespace

Connection::Connection(std::shared_ptr<ServerState> server, tcp::socket socket, std::string peerAddress,
                       Admission::Ticket ticket)
    : server_(std::move(server)),
      socket_(std::move(socket)),
      peerAddress_(std::move(peerAddress)),
      ticket_(std::move(ticket)),
      place_(server_->connections.insert(server_->connections.end(), this)) {
    server_->counters.open.fetch_add(1, std::memory_order_relaxed);
}

Connection::~Connection() {
    server_->connections.erase(place_);
    server_->counters.open.fetch_sub(1, std::memory_order_relaxed);
    server_->connectionEnded.cancel();
}

void Connection::arm(std::chrono::milliseconds limit) {
    deadline_ = std::chrono::steady_clock::now() + limit;
    expired_ = false;
}

void Connection::checkDeadline(SteadyTime now) {
    if (now >= deadline_ && socket_.is_open()) {
        expired_ = true;
        boost::system::error_code ignored;
        socket_.cancel(ignored);
    }
}

void Connection::drain() {
    if (upgraded_ && upgraded_->whenServerCloses) {
        upgraded_->whenServerCloses();
    }
    if (idle_ && socket_.is_open()) {
        boost::system::error_code ignored;
        socket_.cancel(ignored);
    }
}

Task<> Connection::run() {
    while (co_await awaitRequest()) {
        RequestParser parser(server_->options.limits);
        if (!co_await readRequest(parser)) {
            co_await refuse(parser.failure().status, parser.failure().code, parser.failure().detail);
            co_return;
        }
        ++requests_;
        server_->counters.requests.fetch_add(1, std::memory_order_relaxed);
        if (parser.isUpgrade() && server_->options.upgrade) {
            co_await upgrade(parser);
            co_return;
        }
        if (!co_await answer(parser)) {
            co_return;
        }
    }
}

/// Appends what has arrived to the buffer.
Task<Connection::Input> Connection::fill() {
    for (;;) {
        auto [waitError] = co_await socket_.async_wait(tcp::socket::wait_read, kValues);
        if (waitError) {
            co_return expired_ ? Input::Expired : Input::Ended;
        }
        boost::system::error_code error;
        const std::size_t count = socket_.read_some(asio::buffer(server_->scratch), error);
        if (!error) {
            buffer_.append(server_->scratch.data(), count);
            co_return Input::Data;
        }
        if (error != asio::error::would_block) {
            co_return Input::Ended;
        }
    }
}

/// False where no further request comes.
Task<bool> Connection::awaitRequest() {
    if (!buffer_.empty()) {
        co_return !server_->draining;
    }
    std::string().swap(buffer_);
    const auto& limits = server_->options.limits;
    arm(requests_ == 0 ? limits.headerDeadline : limits.keepAliveIdle);
    idle_ = true;
    const Input input = server_->draining ? Input::Ended : co_await fill();
    idle_ = false;
    if (input == Input::Expired) {
        server_->counters.timedOut.fetch_add(1, std::memory_order_relaxed);
    }
    co_return input == Input::Data;
}

/// False where the parser has failed, or the client has gone (failure status 0).
Task<bool> Connection::readRequest(RequestParser& parser) {
    const auto& limits = server_->options.limits;
    if (requests_ > 0) {
        arm(limits.headerDeadline);
    }
    for (;;) {
        const auto step = parser.consume(buffer_);
        if (step == RequestParser::Step::Complete || step == RequestParser::Step::Failed) {
            co_return step == RequestParser::Step::Complete;
        }
        if (step == RequestParser::Step::Head) {
            arm(limits.bodyDeadline + std::chrono::seconds(parser.announcedBody() / (16 * 1024)));
            if (parser.expectsContinue() && buffer_.empty()) {
                static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
                std::vector<asio::const_buffer> piece{asio::buffer(kContinue)};
                if (!co_await writeAll(std::move(piece))) {
                    co_return false;
                }
            }
            if (!buffer_.empty()) {
                continue;
            }
        }
        const Input input = co_await fill();
        if (input == Input::Expired) {
            server_->counters.timedOut.fetch_add(1, std::memory_order_relaxed);
            co_await refuse(408, "http.timeout", "the request took too long to arrive");
        }
        if (input != Input::Data) {
            co_return false;
        }
    }
}

/// Status 0 says nothing: the client has gone, or has its answer.
Task<> Connection::refuse(unsigned status, std::string_view code, std::string_view detail) {
    if (status == 0) {
        co_return;
    }
    server_->counters.badRequests.fetch_add(1, std::memory_order_relaxed);
    Response response = problem(status, code, reasonPhrase(status), detail);
    if (co_await write(std::move(response), true, false, false)) {
        co_await linger();
    }
}

/// False where the connection ends with this answer.
Task<bool> Connection::answer(RequestParser& parser) {
    const auto& limits = server_->options.limits;
    const bool isHttp10 = parser.isHttp10();
    const bool wantsKeepAlive = parser.keepAlive() && requests_ < limits.requestsPerConnection;
    Request request = parser.takeRequest();
    request.peerAddress = peerAddress_;
    const bool withBody = request.method != Method::Head;
    arm(limits.handling);
    std::optional<Response> response = co_await ask(std::move(request));
    if (!response && expired_) {
        server_->counters.timedOut.fetch_add(1, std::memory_order_relaxed);
        response = problem(503, "http.handling", reasonPhrase(503), "the answer took too long; try again");
    }
    if (!response) {
        co_return false;
    }
    const bool keepAlive = wantsKeepAlive && !server_->draining && !expired_;
    if (!co_await write(std::move(*response), withBody, keepAlive, isHttp10)) {
        co_return false;
    }
    if (!keepAlive) {
        co_await linger();
    }
    co_return keepAlive;
}

/// Empty where the client went away first, or time ran out.
Task<std::optional<Response>> Connection::ask(Request request) {
    using asio::experimental::awaitable_operators::operator||;
    auto outcome = co_await (invoke(std::move(request)) || awaitDeparture());
    if (outcome.index() == 0) {
        co_return std::get<0>(std::move(outcome));
    }
    co_return std::nullopt;
}

Task<std::optional<Response>> Connection::invoke(Request request) {
    try {
        co_return co_await server_->options.handler(std::move(request));
    } catch (const boost::system::system_error& error) {
        if (error.code() == asio::error::operation_aborted) {
            co_return std::nullopt;
        }
        server_->logger.error("a handler ended: {}", error.what());
    } catch (const std::exception& error) {
        server_->logger.error("a handler ended: {}", error.what());
    }
    co_return problem(500, "http.internal", reasonPhrase(500), "the relay made a mistake; its log says more");
}

/// Returns when the client has closed the connection; what it sends meanwhile is kept for later.
Task<> Connection::awaitDeparture() {
    while (buffer_.size() < kReadAhead) {
        const Input input = co_await fill();
        if (input == Input::Expired) {
            co_return;
        }
        if (input == Input::Ended) {
            // Where the handler was first, this ends here: to throw for each request would cost more than it.
            const auto state = co_await asio::this_coro::cancellation_state;
            if (state.cancelled() == asio::cancellation_type::none) {
                co_await pause(kHalfCloseGrace);
            }
            co_return;
        }
    }
    co_await socket_.async_wait(tcp::socket::wait_error, kValues);
}

/// False where the client is gone or too slow.
Task<bool> Connection::write(Response response, bool withBody, bool keepAlive, bool isHttp10) {
    const ResponseFraming framing{keepAlive, isHttp10, server_->date()};
    const std::string head = responseHead(response, framing);
    std::vector<asio::const_buffer> pieces{asio::buffer(head)};
    if (withBody && mayHaveBody(response.status)) {
        for (const SharedBytes& piece : response.body) {
            pieces.emplace_back(piece->data(), piece->size());
        }
    }
    co_return co_await writeAll(std::move(pieces));
}

Task<bool> Connection::writeAll(std::vector<asio::const_buffer> pieces) {
    arm(server_->options.limits.slowReaderWindow);
    sentInWindow_ = 0;
    std::size_t at = advance(pieces, 0, 0);
    while (at < pieces.size()) {
        const std::size_t end = std::min(pieces.size(), at + kPiecesPerWrite);
        const std::span<const asio::const_buffer> now(pieces.data() + at, end - at);
        boost::system::error_code error;
        const std::size_t sent = socket_.write_some(now, error);
        if (error == asio::error::would_block) {
            if (!co_await awaitWritable()) {
                co_return false;
            }
            continue;
        }
        if (error) {
            co_return false;
        }
        sentInWindow_ += sent;
        server_->counters.bytesSent.fetch_add(sent, std::memory_order_relaxed);
        at = advance(pieces, at, sent);
    }
    co_return true;
}

/// False where the client reads slower than the limit, or has gone.
Task<bool> Connection::awaitWritable() {
    const auto& limits = server_->options.limits;
    auto [error] = co_await socket_.async_wait(tcp::socket::wait_write, kValues);
    if (!error) {
        co_return true;
    }
    const auto least =
        limits.slowestReader * static_cast<std::uint64_t>(limits.slowReaderWindow.count()) / 1'000;
    if (!expired_ || sentInWindow_ < least) {
        server_->counters.timedOut.fetch_add(expired_ ? 1 : 0, std::memory_order_relaxed);
        co_return false;
    }
    arm(limits.slowReaderWindow);
    sentInWindow_ = 0;
    co_return true;
}

/// Lets the client read the last answer: closing with unread input would reset the connection under it.
Task<> Connection::linger() {
    boost::system::error_code ignored;
    socket_.shutdown(tcp::socket::shutdown_send, ignored);
    arm(kLinger);
    std::size_t discarded = 0;
    while (discarded < kLingerBytes) {
        buffer_.clear();
        if (co_await fill() != Input::Data) {
            co_return;
        }
        discarded += buffer_.size();
    }
}

Task<> Connection::upgrade(RequestParser& parser) {
    deadline_ = SteadyTime::max();
    Request request = parser.takeRequest();
    request.peerAddress = peerAddress_;
    upgraded_ =
        std::make_shared<Upgrade>(std::move(socket_), std::move(request), std::move(buffer_), ticket_);
    co_await server_->options.upgrade(upgraded_);
}

}  // namespace footlight::net::http
