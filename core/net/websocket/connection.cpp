#include "core/net/websocket/connection.h"

#include <algorithm>
#include <array>
#include <boost/asio/bind_allocator.hpp>
#include <boost/asio/post.hpp>
#include <cstddef>
#include <memory_resource>

#include "core/net/websocket/connection_set.h"

namespace footlight::net::websocket {

namespace asio = boost::asio;

namespace {

/// RFC 6455 5.5: a control frame has 125 bytes, two of them the code. Not within a character.
std::string_view shortened(std::string_view reason) {
    constexpr std::size_t kReasonBytes = 123;
    auto size = std::min(reason.size(), kReasonBytes);
    while (size < reason.size() && size > 0 && (static_cast<std::uint8_t>(reason[size]) & 0xC0U) == 0x80U) {
        --size;
    }
    return reason.substr(0, size);
}

SharedFrame closeFrame(CloseCode code, std::string_view reason) {
    std::string payload;
    if (code != CloseCode::NoStatus) {
        const auto number = static_cast<std::uint16_t>(code);
        payload = {static_cast<char>(number >> 8U), static_cast<char>(number & 0xFFU)};
        payload += shortened(reason);
    }
    return std::make_shared<const Frame>(Opcode::Close, payload);
}

}  // namespace

Connection::Connection(ConnectionSet& set, http::Upgrade& upgrade)
    : set_(&set),
      stream_(std::move(upgrade.stream)),
      peerAddress_(upgrade.request.peerAddress),
      ticket_(std::move(upgrade.ticket)),
      serverPlace_(std::move(upgrade.place)),
      decoder_(set.limits().message),
      outbox_(set.limits().queuedMessages, set.limits().queuedBytes),
      heardAt_(set.now()),
      pingedAt_(set.now()) {}

void Connection::begin(std::string_view answer, const Handler& handler, const http::Request& request) {
    const std::array buffers{asio::const_buffer(answer.data(), answer.size())};
    // The socket of a client that has read its answers has room for these few bytes.
    if (stream_.write(buffers).count != answer.size()) {
        end();
        return;
    }
    try {
        receiver_ = handler(shared_from_this(), request);
    } catch (const std::exception& error) {
        set_->logger().error("a session could not begin: {}", error.what());
        close(CloseCode::InternalError, "the relay made a mistake");
    }
    awaitReadable(Stream::Next::Readable);
}

void Connection::awaitReadable(Stream::Next what) {
    if (isReading_ || phase_ == Phase::Ended || (isPaused_ && phase_ == Phase::Open)) {
        return;
    }
    isReading_ = true;
    const auto wait =
        what == Stream::Next::Writable ? asio::socket_base::wait_write : asio::socket_base::wait_read;
    auto read = [self = shared_from_this()](const boost::system::error_code& error) {
        self->isReading_ = false;
        if (self->phase_ == Phase::Ended) {
            return;
        }
        if (error) {
            self->end();
        } else {
            self->readable();
        }
    };
    // Most of the time this is all that a connection does: it holds what it needs, not a larger piece that
    // Asio had at hand from something else.
    stream_.socket().async_wait(
        wait, asio::bind_allocator(std::pmr::polymorphic_allocator<std::byte>(), std::move(read)));
}

void Connection::readable() {
    auto next = Stream::Next::Readable;
    do {
        const auto moved = stream_.read(set_->scratch());
        if (moved.next == Stream::Next::Never) {
            end();
            return;
        }
        if (moved.next != Stream::Next::Now) {
            next = moved.next;
            break;
        }
        heardAt_ = set_->now();
        if (phase_ != Phase::Failed) {
            decoder_.feed(set_->scratch().first(moved.count));
            takeEvents();
        }
    } while (phase_ != Phase::Ended && !(isPaused_ && phase_ == Phase::Open) && stream_.hasPending());
    awaitReadable(next);
}

void Connection::takeEvents() {
    isTaking_ = true;
    while (phase_ == Phase::Open || phase_ == Phase::Closing) {
        if (isPaused_ && phase_ == Phase::Open) {
            decoder_.hold();
            break;
        }
        if (!takeEvent(decoder_.next())) {
            break;
        }
    }
    isTaking_ = false;
    if (!outbox_.isEmpty()) {
        flush();
    }
}

/// False where there is none.
bool Connection::takeEvent(Decoder::Step step) {
    switch (step) {
        case Decoder::Step::NeedMore:
            return false;
        case Decoder::Step::Text:
            takeText();
            return true;
        case Decoder::Step::Ping:
            outbox_.addControl(std::make_shared<const Frame>(Opcode::Pong, decoder_.payload()));
            flush();
            return true;
        case Decoder::Step::Pong:
            return true;
        case Decoder::Step::Close:
            takeClose();
            return true;
        case Decoder::Step::Failed:
            fail(decoder_.code(), decoder_.problem());
            return true;
    }
    return false;
}

void Connection::takeText() {
    if (phase_ != Phase::Open || !receiver_) {
        return;
    }
    try {
        receiver_->receive(decoder_.payload());
    } catch (const std::exception& error) {
        if (set_ != nullptr) {
            set_->logger().error("a session ended: {}", error.what());
        }
        close(CloseCode::InternalError, "the relay made a mistake");
    }
}

/// RFC 6455 5.5.1: a close frame is answered with the same code.
void Connection::takeClose() {
    if (phase_ == Phase::Open) {
        beginClose(Phase::Closed, decoder_.code(), {});
    } else {
        phase_ = Phase::Closed;
        flush();
    }
}

/// RFC 6455 7.1.7.
void Connection::fail(CloseCode code, std::string_view reason) {
    if (phase_ == Phase::Open) {
        beginClose(Phase::Failed, code, reason);
    } else {
        phase_ = Phase::Closed;
        flush();
    }
}

void Connection::send(SharedFrame frame, Priority priority) {
    if (isTaking_ && !outbox_.hasRoom(frame->bytes().size())) {
        flush();
    }
    if (phase_ != Phase::Open) {
        return;
    }
    if (isTaking_ || !outbox_.isEmpty()) {
        if (!outbox_.add(std::move(frame), priority) && priority == Priority::Normal) {
            outbox_.clear();
            beginClose(Phase::Closing, CloseCode::TryAgainLater, "too slow");
        }
        return;
    }
    const std::array<asio::const_buffer, 1> buffers{asio::buffer(frame->bytes())};
    const auto moved = stream_.write(buffers);
    if (moved.count == buffers[0].size()) {
        return;
    }
    if (moved.next == Stream::Next::Never) {
        end();
        return;
    }
    // However long it is, a part of it may be on its way already.
    outbox_.addBegun(std::move(frame), priority, moved.count);
    flush();
}

void Connection::close(CloseCode code, std::string_view reason) {
    if (phase_ == Phase::Open) {
        beginClose(Phase::Closing, code, reason);
    }
}

void Connection::beginClose(Phase phase, CloseCode code, std::string_view reason) {
    phase_ = phase;
    closeBy_ = std::chrono::steady_clock::now() + set_->limits().close;
    outbox_.addControl(closeFrame(code, reason));
    if (isPaused_) {
        resume();  // to hear the peer's half
    }
    flush();
}

void Connection::resume() {
    isPaused_ = false;
    asio::post(stream_.get_executor(), [self = shared_from_this()] {
        if (self->phase_ != Phase::Ended && !self->isPaused_) {
            self->takeEvents();
            self->awaitReadable(Stream::Next::Readable);
        }
    });
}

void Connection::flush() {
    if (isWriting_ || phase_ == Phase::Ended) {
        return;
    }
    std::array<asio::const_buffer, Outbox::kMostBuffers> buffers;
    while (!outbox_.isEmpty()) {
        const auto count = outbox_.fill(buffers);
        const auto moved = stream_.write({buffers.data(), count});
        outbox_.taken(moved.count);
        if (moved.next == Stream::Next::Never) {
            end();
            return;
        }
        if (moved.next != Stream::Next::Now) {
            outbox_.pin(stream_.isSecure() ? count : 0);
            awaitWritable(moved.next);
            return;
        }
    }
    everythingSent();
}

void Connection::awaitWritable(Stream::Next what) {
    isWriting_ = true;
    const auto wait =
        what == Stream::Next::Readable ? asio::socket_base::wait_read : asio::socket_base::wait_write;
    stream_.socket().async_wait(wait, [self = shared_from_this()](const boost::system::error_code& error) {
        self->isWriting_ = false;
        if (self->phase_ == Phase::Ended) {
            return;
        }
        if (error) {
            self->end();
        } else {
            self->flush();
        }
    });
}

void Connection::everythingSent() {
    if (phase_ == Phase::Closed) {
        stream_.finishSending();
        end();
    } else if (phase_ == Phase::Failed) {
        // To close with unread input would reset the connection, and our close frame with it.
        stream_.finishSending();
    }
}

void Connection::checkDeadlines(SteadyTime now) {
    if (now >= closeBy_ || now - heardAt_ >= set_->limits().silence) {
        end();
    } else if (phase_ == Phase::Open && now - std::max(heardAt_, pingedAt_) >= set_->limits().ping) {
        pingedAt_ = now;
        outbox_.addControl(set_->ping());
        flush();
    }
}

void Connection::end() {
    if (phase_ == Phase::Ended) {
        return;
    }
    const auto self = shared_from_this();
    phase_ = Phase::Ended;
    stream_.close();
    outbox_.forgetAll();
    ticket_.reset();
    serverPlace_.reset();
    set_->remove(*this);
    set_ = nullptr;
    if (receiver_) {
        // Not from within a call of its own.
        asio::post(stream_.get_executor(), [receiver = std::move(receiver_)] { receiver->ended(); });
    }
}

}  // namespace footlight::net::websocket
