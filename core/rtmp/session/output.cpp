#include "core/rtmp/session/output.h"

#include <array>
#include <utility>

namespace footlight::rtmp {

using boost::asio::ip::tcp;

namespace {

/// Messages that one call of the kernel takes.
constexpr std::size_t kPieces = 64;

}  // namespace

Output::Output(net::Stream& stream, std::atomic<std::uint64_t>& bytesSent, std::function<void()> onEnded)
    : stream_(stream), bytesSent_(bytesSent), onEnded_(std::move(onEnded)) {}

Output::~Output() { stop(); }

void Output::say(Bytes bytes) {
    queue_.say(std::move(bytes));
    write();
}

void Output::play(std::shared_ptr<PlayFeed> feed, std::uint32_t streamId) {
    stop();
    feed_ = std::move(feed);
    streamId_ = streamId;
    queue_.setLimit(feed_->limits().queueBytes);
    pause(false);
}

void Output::pause(bool isPaused) {
    if (!feed_ || isPaused != hasJoined_) {
        return;
    }
    hasJoined_ = !isPaused;
    if (isPaused) {
        feed_->leave(*this);
        queue_.dropFrames();
    } else {
        queue_.begin(streamId_);
        feed_->join(stream_.get_executor(), *this);
    }
}

void Output::stop() {
    if (std::exchange(hasJoined_, false)) {
        feed_->leave(*this);
    }
    feed_.reset();
}

void Output::frames(const PlayFrames& frames) {
    for (const PlayFramePtr& frame : frames) {
        queue_.take(frame);
    }
    write();
}

void Output::ended() { onEnded_(); }

void Output::write() {
    std::array<boost::asio::const_buffer, kPieces> pieces;
    while (!queue_.isEmpty() && !blockedSince_) {
        const std::size_t count = queue_.next(pieces);
        const auto moved = stream_.write(std::span(pieces).first(count));
        switch (moved.next) {
            case net::Stream::Next::Now:
                bytesSent_.fetch_add(moved.count, std::memory_order_relaxed);
                queue_.consume(moved.count);
                break;
            case net::Stream::Next::Never: {
                boost::system::error_code ignored;
                stream_.socket().shutdown(tcp::socket::shutdown_both, ignored);  // who reads hears of it
                return;
            }
            default:
                queue_.hold();
                waitFor(moved.next);
                return;
        }
    }
}

void Output::waitFor(net::Stream::Next next) {
    blockedSince_ = std::chrono::steady_clock::now();
    stream_.socket().async_wait(
        next == net::Stream::Next::Readable ? tcp::socket::wait_read : tcp::socket::wait_write,
        [weak = weak_from_this()](const boost::system::error_code& error) {
            const auto self = weak.lock();
            if (self && !error) {
                self->blockedSince_.reset();
                self->write();
            }
        });
}

}  // namespace footlight::rtmp
