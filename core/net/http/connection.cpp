#include "core/net/http/connection.h"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <boost/system/system_error.hpp>

#include "core/net/async/deadline.h"
#include "core/net/http/response_head.h"
#include "core/net/http/upgrade.h"

namespace footlight::net::http {

namespace asio = boost::asio;

namespace {

/// A client may close its sending half and still wait for its answer; after this long it is taken for gone.
constexpr std::chrono::milliseconds kHalfCloseGrace{250};
constexpr std::chrono::milliseconds kLinger{1'000};
constexpr std::size_t kLingerBytes = 256 * 1024;
/// What took longer has waited for something, mostly with others who wait for the same: they get their
/// answers before this connection clears up after its own.
constexpr std::chrono::milliseconds kWaited{2};
/// Of a body on its way to a file: what is written at a time.
constexpr std::size_t kStoredAtATime = 256 * 1024;

/// What a client sent plainly is not worth sending again: only what reads is sent on.
Response useHttps(const Request& request) {
    if (request.method != Method::Get && request.method != Method::Head) {
        return problem(403, "http.plain", reasonPhrase(403), "this relay takes requests over HTTPS only");
    }
    return emptyResponse(308).with("Location",
                                   "https://" + std::string(request.header("Host")) + request.target);
}

}  // namespace

Connection::Connection(std::shared_ptr<ServerState> server, Stream stream, std::string peerAddress,
                       Admission::Ticket ticket)
    : server_(std::move(server)),
      stream_(std::move(stream)),
      peerAddress_(std::move(peerAddress)),
      ticket_(std::move(ticket)),
      openPlace_(std::make_shared<OpenPlace>(server_)),
      place_(server_->connections.insert(server_->connections.end(), this)) {}

Connection::~Connection() { server_->connections.erase(place_); }

void Connection::arm(std::chrono::milliseconds limit) {
    deadline_ = std::chrono::steady_clock::now() + limit;
    expired_ = false;
}

void Connection::checkDeadline(SteadyTime now) {
    if (now < deadline_ || !stream_.socket().is_open()) {
        return;
    }
    expired_ = true;
    if (asking_) {
        signal_->emit(asio::cancellation_type::terminal);
    } else {
        stream_.cancel();
    }
}

void Connection::clientLeft(SteadyTime now) {
    leftAt_ = leftAt_.value_or(now);
    if (now - *leftAt_ >= kHalfCloseGrace) {
        signal_->emit(asio::cancellation_type::terminal);
    }
}

void Connection::drain() {
    if (idle_ && stream_.socket().is_open()) {
        stream_.cancel();
    }
}

Task<> Connection::run() {
    if (!co_await shakeHands()) {
        co_return;
    }
    while (co_await awaitRequest()) {
        RequestParser parser(server_->options.limits, server_->options.uploads);
        if (!co_await readRequest(parser)) {
            co_await refuse(parser.failure().status, parser.failure().code, parser.failure().detail);
            co_return;
        }
        ++requests_;
        server_->counters.requests.fetch_add(1, std::memory_order_relaxed);
        if (parser.isUpgrade() && server_->options.upgrade && !mustBeSecure_) {
            co_await upgrade(parser);
            co_return;
        }
        if (!co_await answer(parser)) {
            co_return;
        }
    }
}

/// RELIABILITY L3: TLS has its own limit. False where the client cannot do it in time.
Task<bool> Connection::shakeHands() {
    if (!server_->options.tls) {
        co_return true;
    }
    arm(server_->options.limits.tlsHandshake);
    if (server_->options.plain == PlainHttp::FromThisMachine) {
        const auto first = co_await stream_.firstByte();
        if (first && *first != Stream::kTlsFirstByte) {
            mustBeSecure_ = !isLoopback(peerAddress_);
            co_return true;
        }
    }
    stream_.secure(*server_->options.tls);
    const auto done = co_await stream_.shakeHands();
    if (!done) {
        server_->counters.timedOut.fetch_add(expired_ ? 1 : 0, std::memory_order_relaxed);
        server_->counters.badRequests.fetch_add(expired_ ? 0 : 1, std::memory_order_relaxed);
        server_->logger.debug("{}: {}", peerAddress_, done.error().text());
    }
    co_return done.has_value();
}

/// Appends what has arrived to the buffer.
Task<Connection::Input> Connection::fill() {
    auto next = stream_.hasPending() ? Stream::Next::Now : Stream::Next::Readable;
    for (;;) {
        if (next != Stream::Next::Now && !co_await stream_.wait(next)) {
            co_return expired_ ? Input::Expired : Input::Ended;
        }
        const auto moved = stream_.read(server_->scratch);
        if (moved.next == Stream::Next::Now) {
            buffer_.append(reinterpret_cast<const char*>(server_->scratch.data()), moved.count);
            co_return Input::Data;
        }
        if (moved.next == Stream::Next::Never) {
            co_return Input::Ended;
        }
        next = moved.next;
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
        if (step == RequestParser::Step::Failed ||
            (step == RequestParser::Step::Head && !co_await beginBody(parser))) {
            co_return false;
        }
        const bool isWhole = step == RequestParser::Step::Complete;
        if (bodyFile_ && !co_await storeBody(parser, isWhole ? 1 : kStoredAtATime)) {
            co_return false;
        }
        if (isWhole) {
            co_return true;
        }
        if (step == RequestParser::Step::Head && !buffer_.empty()) {
            continue;
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

/// Before the first byte of a body. False where the client has gone, or was refused.
Task<bool> Connection::beginBody(RequestParser& parser) {
    const auto& limits = server_->options.limits;
    if (const auto& rule = parser.upload()) {
        auto file = BodyFile::create(rule->folder);
        if (!file) {
            server_->logger.error("{}", file.error().text());
            co_await refuse(503, "http.upload", "uploads cannot be taken at the moment");
            co_return false;
        }
        bodyFile_.emplace(std::move(*file));
    }
    if (parser.expectsContinue() && buffer_.empty()) {
        Outgoing words("HTTP/1.1 100 Continue\r\n\r\n", {});
        if (!co_await writeAll(std::move(words))) {
            co_return false;
        }
    }
    arm(limits.bodyDeadline + std::chrono::seconds(parser.announcedBody() / (16 * 1024)));
    co_return true;
}

/// Moves what came of the body to its file, once there is enough of it.
Task<bool> Connection::storeBody(RequestParser& parser, std::size_t least) {
    if (parser.heldBody() < least) {
        co_return true;
    }
    const auto stored = co_await bodyFile_->append(*server_->options.uploadPool, parser.takeBody());
    if (!stored) {
        server_->logger.error("{}", stored.error().text());
        co_await refuse(503, "http.upload", "the upload cannot be kept at the moment");
    }
    co_return stored.has_value();
}

Request Connection::takeRequest(RequestParser& parser) {
    Request request = parser.takeRequest();
    request.peerAddress = server_->options.admission->clientOf(peerAddress_, request.headers);
    request.isSecure = stream_.isSecure();
    if (bodyFile_) {
        request.bodyFile = bodyFile_->file();
        request.bodyFileSize = bodyFile_->size();
        bodyFile_.reset();
    }
    return request;
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
    Request request = takeRequest(parser);
    const bool withBody = request.method != Method::Head;
    arm(limits.handling);
    const auto began = std::chrono::steady_clock::now();
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
    } else if (std::chrono::steady_clock::now() - began > kWaited) {
        co_await asio::post(server_->executor, asio::use_awaitable);
    }
    co_return keepAlive;
}

/// Empty where the client went away first, or time ran out.
Task<std::optional<Response>> Connection::ask(Request request) {
    if (mustBeSecure_) {
        co_return useHttps(request);
    }
    asking_ = true;
    leftAt_.reset();
    std::optional<Response> response;
    try {
        response = co_await server_->options.handler(std::move(request));
    } catch (const std::exception& error) {
        response = mistake(error);
    }
    asking_ = false;
    if (expired_) {
        // What the handler made of its cancellation is no answer; the client is told of it yet.
        co_await asio::this_coro::reset_cancellation_state();
        co_return std::nullopt;
    }
    co_return response;
}

/// What to answer where a handler has thrown; nothing where it was cancelled.
std::optional<Response> Connection::mistake(const std::exception& thrown) const {
    const auto* cancelled = dynamic_cast<const boost::system::system_error*>(&thrown);
    if (cancelled != nullptr && cancelled->code() == asio::error::operation_aborted) {
        return std::nullopt;
    }
    server_->logger.error("a handler ended: {}", thrown.what());
    return problem(500, "http.internal", reasonPhrase(500), "the relay made a mistake; its log says more");
}

/// False where the client is gone or too slow.
Task<bool> Connection::write(Response response, bool withBody, bool keepAlive, bool isHttp10) {
    const ResponseFraming framing{keepAlive, isHttp10, server_->date(), stream_.isSecure()};
    std::string head = responseHead(response, framing);
    Pieces body = withBody && mayHaveBody(response.status) ? std::move(response.body) : Pieces();
    Outgoing outgoing(std::move(head), std::move(body));
    return writeAll(std::move(outgoing));
}

Task<bool> Connection::writeAll(Outgoing outgoing) {
    arm(server_->options.limits.slowReaderWindow);
    sentInWindow_ = 0;
    while (!outgoing.isDone()) {
        const auto moved = outgoing.writeTo(stream_);
        sentInWindow_ += moved.count;
        server_->counters.bytesSent.fetch_add(moved.count, std::memory_order_relaxed);
        if (moved.next != Stream::Next::Now && !co_await awaitRoom(moved.next)) {
            co_return false;
        }
    }
    co_return true;
}

/// False where the client reads slower than the limit, or has gone.
Task<bool> Connection::awaitRoom(Stream::Next next) {
    const auto& limits = server_->options.limits;
    if (next == Stream::Next::Never) {
        co_return false;
    }
    if (co_await stream_.wait(next)) {
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
    stream_.finishSending();
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
    Request request = takeRequest(parser);
    if (auto refused = server_->options.upgrade->refusal(request, !buffer_.empty())) {
        if (co_await write(std::move(*refused), true, false, false)) {
            co_await linger();
        }
        co_return;
    }
    server_->options.upgrade->take(
        {std::move(stream_), std::move(request), std::move(ticket_), std::move(openPlace_)});
}

}  // namespace footlight::net::http
