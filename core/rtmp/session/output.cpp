#include "core/rtmp/session/output.h"

#include <sys/socket.h>

#include <array>
#include <utility>

namespace footlight::rtmp {

using boost::asio::ip::tcp;

namespace {

/// Messages that one call of the kernel takes.
constexpr std::size_t kPieces = 64;

}  // namespace

Output::Output(tcp::socket& socket, std::atomic<std::uint64_t>& bytesSent, std::function<void()> onEnded)
    : socket_(socket), bytesSent_(bytesSent), onEnded_(std::move(onEnded)) {}

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
        feed_->join(socket_.get_executor(), *this);
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
    std::array<iovec, kPieces> pieces;
    while (!queue_.isEmpty() && !blockedSince_) {
        msghdr message{};
        message.msg_iov = pieces.data();
        message.msg_iovlen = queue_.next(pieces);
        const ssize_t count = ::sendmsg(socket_.native_handle(), &message, MSG_DONTWAIT | MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0 && errno != EAGAIN) {
            boost::system::error_code ignored;
            socket_.shutdown(tcp::socket::shutdown_both, ignored);  // whoever reads hears of it
            return;
        }
        if (count < 0) {
            waitUntilWritable();
            return;
        }
        bytesSent_.fetch_add(static_cast<std::uint64_t>(count), std::memory_order_relaxed);
        queue_.consume(static_cast<std::size_t>(count));
    }
}

void Output::waitUntilWritable() {
    blockedSince_ = std::chrono::steady_clock::now();
    socket_.async_wait(tcp::socket::wait_write,
                       [weak = weak_from_this()](const boost::system::error_code& error) {
                           const auto self = weak.lock();
                           if (self && !error) {
                               self->blockedSince_.reset();
                               self->write();
                           }
                       });
}

}  // namespace footlight::rtmp
