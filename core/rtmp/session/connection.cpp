#include "core/rtmp/session/connection.h"

#include <sys/socket.h>

#include <boost/asio/post.hpp>
#include <random>

#include "core/net/async/deadline.h"

namespace footlight::rtmp {

namespace asio = boost::asio;
using asio::ip::tcp;
using State = ServerPeer::State;

namespace {

/// Reads of a full buffer that one connection may do before others have their turn.
constexpr int kReadsATurn = 4;
/// The first byte of a TLS record that begins a connection (RFC 8446 5.1); RTMP begins with 3.
constexpr std::uint8_t kTlsHandshake = 0x16;

/// RELIABILITY L9: guessing keys is slow.
std::chrono::milliseconds refusalDelay() {
    thread_local std::minstd_rand random{std::random_device{}()};
    return std::chrono::milliseconds(std::uniform_int_distribution<int>(500, 2'000)(random));
}

}  // namespace

Connection::Connection(std::shared_ptr<ServerState> server, net::Stream stream, std::string address)
    : server_(std::move(server)),
      stream_(std::move(stream)),
      address_(std::move(address)),
      logger_(server_->logger.child("conn " + address_)),
      peer_(server_->options.limits.mediaMessage),
      accepted_(std::chrono::steady_clock::now()),
      idleSince_(accepted_),
      entry_(server_->connections.insert(server_->connections.end(), this)) {
    output_ = std::make_shared<Output>(stream_, server_->counters.bytesSent, [this] { playEnded(); });
    server_->counters.open.fetch_add(1, std::memory_order_relaxed);
}

Connection::~Connection() {
    endPlay();
    endPublication(PublishEnd::Lost);
    server_->connections.erase(entry_);
    server_->counters.open.fetch_sub(1, std::memory_order_relaxed);
}

void Connection::hold(net::http::Admission::Ticket place, PublishGuard::Ticket beforeKey) {
    place_ = std::move(place);
    beforeKey_ = std::move(beforeKey);
}

net::Task<> Connection::run() {
    auto outcome = co_await secure();
    if (outcome) {
        outcome = co_await serve();
    }
    const Error reason = closeReason_ ? *closeReason_ : outcome.error();
    endPlay();
    if (ingest_) {
        peer_.refuse(reason);
    }
    report(reason);
    endPublication(PublishEnd::Lost);
    if (reason.category() != ErrorCategory::Closed) {
        co_await sayGoodbye();
    }
}

net::Task<Result<void>> Connection::secure() {
    const auto& tls = server_->options.tls;
    if (!tls) {
        co_return Result<void>();
    }
    const bool hasCome = co_await stream_.wait(net::Stream::Next::Readable);
    if (!hasCome) {
        co_return fail(reasonFor(asio::error::operation_aborted));
    }
    std::uint8_t first = 0;
    ::recv(stream_.socket().native_handle(), &first, 1, MSG_PEEK | MSG_DONTWAIT);
    if (first == kTlsHandshake) {
        stream_.secure(*tls);
        auto shaken = co_await stream_.shakeHands();
        co_return closeReason_ ? fail(*closeReason_) : std::move(shaken);
    }
    if (server_->options.isTlsRequired) {
        co_return fail(ErrorCategory::Unsupported, "rtmp.tls_required", "this port takes RTMPS alone");
    }
    co_return Result<void>();
}

net::Task<Result<void>> Connection::serve() {
    for (;;) {
        const auto received = co_await receive();
        if (!received) {
            co_return fail(received.error());
        }
        peer_.feed(ByteView(server_->scratch).first(*received));
        if (auto handled = co_await handleInput(); !handled) {
            co_return handled;
        }
        if (auto flushed = co_await flush(); !flushed) {
            co_return flushed;
        }
    }
}

net::Task<Result<void>> Connection::handleInput() {
    for (;;) {
        auto next = peer_.next();
        if (!next) {
            co_return fail(std::move(next.error()));
        }
        if (!*next) {
            co_return Result<void>();
        }
        Result<void> handled;
        ServerEvent event = std::move(**next);
        if (auto* requested = std::get_if<PublishRequested>(&event)) {
            handled = co_await decide(std::move(*requested));
        } else if (auto* told = std::get_if<StreamEvent>(&event)) {
            handled = handleStreamEvent(std::move(*told));
        } else if (auto* toPlay = std::get_if<PlayRequested>(&event)) {
            handled = co_await decide(std::move(*toPlay));
        } else if (const auto* pause = std::get_if<PauseRequested>(&event)) {
            output_->pause(pause->isPaused);
        } else if (std::holds_alternative<PlayFinished>(event)) {
            endPlay();
        } else {
            endPublication(PublishEnd::Clean);
        }
        if (!handled) {
            co_return handled;
        }
    }
}

net::Task<Result<void>> Connection::decide(PublishRequested requested) {
    const std::string encoder = requested.encoder;
    auto publication =
        server_->options.guard->begin(address_, requested.key, std::chrono::steady_clock::now());
    if (!publication) {
        server_->counters.refused.fetch_add(1, std::memory_order_relaxed);
        peer_.refuse(publication.error());
        co_return fail(std::move(publication.error()));
    }
    auto sink = co_await ask(std::move(requested));
    const auto now = std::chrono::steady_clock::now();
    if (!sink) {
        server_->counters.refused.fetch_add(1, std::memory_order_relaxed);
        if (sink.error().category() == ErrorCategory::Denied) {
            if (server_->options.guard->keyRefused(address_, now)) {
                logger_.warning("too many refused keys: the address is banned for a while");
            }
            co_await net::pause(refusalDelay());
        }
        peer_.refuse(sink.error());
        co_return fail(std::move(sink.error()));
    }
    publication_ = std::move(*publication);
    ingest_.emplace(std::move(*sink), logger_);
    server_->counters.publishing.fetch_add(1, std::memory_order_relaxed);
    if (closeReason_) {
        co_return fail(*closeReason_);
    }
    beforeKey_.reset();
    mediaBy_ = now + server_->options.limits.firstMedia;
    peer_.acceptPublish();
    logger_.info("publishes ({})", encoder.empty() ? "encoder unknown" : encoder);
    co_return co_await flush();
}

net::Task<Result<std::unique_ptr<PublishSink>>> Connection::ask(PublishRequested requested) {
    PublishRequest request{};
    request.app = std::move(requested.app);
    request.streamKey = std::move(requested.key);
    request.peerAddress = address_;
    request.encoder = std::move(requested.encoder);
    request.isSecure = stream_.isSecure();
    request.requestClose = [weak = weak_from_this(), executor = server_->executor](std::string reason) {
        asio::post(executor, [weak, reason = std::move(reason)]() mutable {
            if (const auto self = weak.lock()) {
                self->requestClose(std::move(reason));
            }
        });
    };
    if (requested.capabilities.reconnect) {
        request.requestReconnect = [weak = weak_from_this(), executor = server_->executor](std::string url) {
            asio::post(executor, [weak, url = std::move(url)] {
                if (const auto self = weak.lock()) {
                    self->requestReconnect(url);
                }
            });
        };
    }
    auto answer = server_->options.handler->publish(std::move(request));
    co_return co_await net::withDeadline(server_->options.limits.publish,
                                         "asking whether the key may publish", std::move(answer));
}

net::Task<Result<void>> Connection::decide(PlayRequested requested) {
    const std::string player = requested.player;
    const std::string stream = requested.stream;
    const std::uint32_t streamId = requested.streamId;
    auto feed = co_await ask(std::move(requested));
    if (!feed) {
        server_->counters.refused.fetch_add(1, std::memory_order_relaxed);
        peer_.refuse(feed.error());
        co_return fail(std::move(feed.error()));
    }
    if (closeReason_) {
        co_return fail(*closeReason_);
    }
    beforeKey_.reset();
    peer_.acceptPlay();
    output_->say(peer_.takeOutput());
    isPlaying_ = true;
    server_->counters.playing.fetch_add(1, std::memory_order_relaxed);
    boost::system::error_code ignored;
    stream_.socket().set_option(asio::socket_base::keep_alive(true), ignored);
    logger_.info("plays {} ({})", stream, player.empty() ? "player unknown" : player);
    output_->play(std::move(*feed), streamId);
    co_return Result<void>();
}

net::Task<Result<std::shared_ptr<PlayFeed>>> Connection::ask(PlayRequested requested) {
    PlayHandler* handler = server_->options.playHandler;
    if (handler == nullptr) {
        co_return fail(ErrorCategory::NotFound, "rtmp.play",
                       "streams are watched over HLS here, not over RTMP");
    }
    PlayRequest request;
    request.app = std::move(requested.app);
    request.stream = std::move(requested.stream);
    request.token = std::move(requested.token);
    request.peerAddress = address_;
    request.player = std::move(requested.player);
    request.isSecure = stream_.isSecure();
    auto answer = handler->play(std::move(request));
    co_return co_await net::withDeadline(server_->options.limits.publish,
                                         "asking whether the stream may be played", std::move(answer));
}

Result<void> Connection::handleStreamEvent(StreamEvent event) {
    auto taken = ingest_->take(std::move(event));
    if (!taken) {
        return fail(std::move(taken.error()));
    }
    if (*taken) {
        mediaBy_ = std::chrono::steady_clock::now() + server_->options.limits.silence;
    }
    return {};
}

/// Bytes are in the server's scratch buffer, which another connection may use at the next suspension.
net::Task<Result<std::size_t>> Connection::receive() {
    for (;;) {
        if (closeReason_) {
            co_return fail(*closeReason_);
        }
        if (++readsInARow_ > kReadsATurn) {
            readsInARow_ = 0;
            co_await asio::post(server_->executor, asio::use_awaitable);
        }
        const auto moved = stream_.read(server_->scratch);
        if (moved.next == net::Stream::Next::Now) {
            server_->counters.bytesReceived.fetch_add(moved.count, std::memory_order_relaxed);
            co_return moved.count;
        }
        if (moved.next == net::Stream::Next::Never) {
            co_return fail(reasonFor(moved.error));
        }
        readsInARow_ = 0;
        const bool isReady = co_await stream_.wait(moved.next);
        if (!isReady) {
            co_return fail(reasonFor(asio::error::operation_aborted));
        }
    }
}

/// Returns when the kernel has taken it, so that who asks much and reads nothing is not read on. A player's
/// frames hold nobody up.
net::Task<Result<void>> Connection::flush() {
    if (closeReason_) {
        co_return fail(*closeReason_);  // its deadline cancels once, and may have come between two operations
    }
    output_->say(peer_.takeOutput());
    while (!isPlaying_ && output_->blockedSince()) {
        const bool isWritable = co_await stream_.wait(net::Stream::Next::Writable);
        if (!isWritable) {
            co_return fail(reasonFor(asio::error::operation_aborted));
        }
        co_await asio::post(server_->executor, asio::use_awaitable);
    }
    co_return Result<void>();
}

net::Task<> Connection::sayGoodbye() {
    goodbyeBy_ = std::chrono::steady_clock::now() + server_->options.limits.farewell;
    closeReason_.reset();
    Bytes words = peer_.takeOutput();
    if (words.empty()) {
        co_return;
    }
    output_->say(std::move(words));
    if (const auto flushed = co_await flush(); !flushed) {
        co_return;
    }
    // What the client sent and nobody read would make close() a reset, and that would take our words back.
    stream_.finishSending();
    while (co_await receive()) {
    }
}

void Connection::requestClose(std::string reason) {
    if (!closeReason_ && !goodbyeBy_) {
        closeReason_.emplace(ErrorCategory::Unavailable, "rtmp.close_requested", std::move(reason));
        stream_.cancel();
    }
}

void Connection::requestReconnect(const std::string& url) {
    peer_.requestReconnect(url);
    output_->say(peer_.takeOutput());
}

void Connection::endPublication(PublishEnd end) {
    if (!ingest_) {
        return;
    }
    ingest_->end(end);
    ingest_.reset();
    publication_.reset();
    idleSince_ = std::chrono::steady_clock::now();
    server_->counters.publishing.fetch_sub(1, std::memory_order_relaxed);
    if (end == PublishEnd::Clean) {
        logger_.info("ended its stream");
    }
}

void Connection::endPlay() {
    if (!std::exchange(isPlaying_, false)) {
        return;
    }
    output_->pause(true);
    output_->stop();
    idleSince_ = std::chrono::steady_clock::now();
    server_->counters.playing.fetch_sub(1, std::memory_order_relaxed);
    logger_.info("plays no more; {} frames were left out", output_->leftOut());
}

void Connection::playEnded() {
    // The feed calls this in the midst of its players: none may leave now.
    asio::post(server_->executor, [weak = weak_from_this()] {
        const auto self = weak.lock();
        if (self && self->isPlaying_) {
            self->peer_.endPlay();
            self->output_->stop();
            self->output_->say(self->peer_.takeOutput());
            self->endPlay();
        }
    });
}

void Connection::checkDeadline(SteadyTime now) {
    std::string what;
    if (now < deadline(what)) {
        return;
    }
    if (goodbyeBy_) {
        stream_.close();
    } else if (!closeReason_) {
        server_->counters.timedOut.fetch_add(1, std::memory_order_relaxed);
        closeReason_.emplace(ErrorCategory::Timeout, "rtmp.deadline", std::move(what));
        stream_.cancel();
    }
}

SteadyTime Connection::deadline(std::string& what) const {
    const ServerLimits& limits = server_->options.limits;
    if (goodbyeBy_) {
        return *goodbyeBy_;
    }
    if (const auto blocked = output_->blockedSince()) {
        what = "the client took nothing for too long";
        return *blocked + limits.stalled;
    }
    switch (peer_.state()) {
        case State::Handshake:
            what = "no whole RTMP handshake came in time";
            return accepted_ + limits.handshake;
        case State::BeforeConnect:
            what = "no connect command came in time";
            return accepted_ + limits.connect;
        case State::Connected:
            what = "nothing was published in time";
            return idleSince_ + limits.publish;
        case State::Publishing:
            what = "no audio or video came for too long";
            return mediaBy_;
        case State::Deciding:
        case State::Playing:
            break;
    }
    return SteadyTime::max();
}

Error Connection::reasonFor(const boost::system::error_code& error) const {
    if (closeReason_) {
        return *closeReason_;
    }
    const bool isEnd = error == asio::error::eof || error == asio::error::connection_reset;
    return {ErrorCategory::Closed, "rtmp.closed",
            isEnd ? std::string("the client went away") : "the connection broke: " + error.message()};
}

void Connection::report(const Error& reason) {
    switch (reason.category()) {
        case ErrorCategory::Closed:
            if (ingest_) {
                logger_.info("its stream was lost: {}", reason.text());
            }
            return;
        case ErrorCategory::Corrupt:
        case ErrorCategory::Invalid:
        case ErrorCategory::Unsupported:
            server_->counters.broken.fetch_add(1, std::memory_order_relaxed);
            break;
        default:
            break;
    }
    logger_.warning("closed: {}", reason.text());
}

}  // namespace footlight::rtmp
