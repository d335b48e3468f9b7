#include "core/relay/gateway/stream_feed.h"

#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

namespace footlight::relay::gateway {

namespace {

constexpr int kRefusedCode = 3;  // of footlight-relay-transcoder transcode
constexpr int kQueueBytes = 2 * 1024 * 1024;
constexpr std::chrono::seconds kAgain{1};
constexpr std::chrono::seconds kAfterRefusal{10};
constexpr std::chrono::milliseconds kToEnd{500};

}  // namespace

StreamFeed::StreamFeed(FeedPlan plan, Logger logger) : plan_(std::move(plan)), logger_(std::move(logger)) {}

StreamFeed::~StreamFeed() { close(); }

void StreamFeed::close() {
    if (socket_ >= 0) {
        ::close(std::exchange(socket_, -1));
    }
    if (child_ && child_->awaitEnd(kToEnd)) {
        child_->reap();
    }
    child_.reset();
}

bool StreamFeed::start(SteadyTime now) {
    std::array<int, 2> ends{-1, -1};
    // Datagrams stay what they are: the child sees where each one begins.
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        nextStart_ = now + kAgain;
        return false;
    }
    ::setsockopt(ends[0], SOL_SOCKET, SO_SNDBUF, &kQueueBytes, sizeof kQueueBytes);
    ChildPlan plan;
    plan.program = plan_.program.string();
    plan.arguments = {plan.program,
                      "transcode",
                      "--origin=" + plan_.origin,
                      "--app=" + plan_.app,
                      "--name=" + plan_.name,
                      "--program=" + std::to_string(plan_.programNumber)};
    plan.environment = {"FOOTLIGHT_STREAM_KEY=" + plan_.key.reveal()};
    plan.input = ends[1];
    auto child = ChildProcess::start(plan);
    ::close(ends[1]);
    if (!child) {
        logger_.error("{}", child.error().text());
        ::close(ends[0]);
        nextStart_ = now + kAfterRefusal;
        return false;
    }
    socket_ = ends[0];
    child_.emplace(std::move(*child));
    nextStart_ = now + kAgain;
    isRefused_ = false;
    return true;
}

void StreamFeed::childEnded(SteadyTime now) {
    ::close(std::exchange(socket_, -1));
    if (!child_->awaitEnd(kToEnd)) {
        child_->signal(SIGKILL);
    }
    const int status = child_->reap();
    child_.reset();
    isRefused_ = WIFEXITED(status) && WEXITSTATUS(status) == kRefusedCode;
    nextStart_ = std::max(nextStart_, now);
    if (isRefused_) {
        nextStart_ = now + kAfterRefusal;
        logger_.warning("the stream is refused; the line before says why");
    } else {
        logger_.warning("the stream's transcoder {} {}; it is started again",
                        WIFSIGNALED(status) ? "was killed by signal" : "ended with code",
                        WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
    }
}

bool StreamFeed::write(ByteView datagram) {
    const auto now = std::chrono::steady_clock::now();
    if (!child_ && (now < nextStart_ || !start(now))) {
        return !isRefused_;
    }
    const ssize_t sent = ::send(socket_, datagram.data(), datagram.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sent < 0 && (errno == EPIPE || errno == ECONNRESET || errno == ENOTCONN)) {
        childEnded(now);
    }
    return !isRefused_;
}

}  // namespace footlight::relay::gateway
