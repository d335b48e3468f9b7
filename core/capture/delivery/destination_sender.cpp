#include "core/capture/delivery/destination_sender.h"

#include <boost/asio/post.hpp>

#include "core/net/async/deadline.h"

namespace footlight::capture {

namespace {

constexpr std::chrono::milliseconds kFirstDelay{500};
constexpr std::chrono::milliseconds kLongestDelay{8000};
constexpr std::chrono::seconds kSteadyAfter{
    10};  // a connection that held so long begins with short pauses again
constexpr std::chrono::seconds kConnectLimit{8};
constexpr std::chrono::seconds kSendLimit{10};
constexpr std::chrono::milliseconds kGoodbyeLimit{1000};
constexpr std::chrono::milliseconds kCloseLimit{1500};

/// Whether trying again cannot help. Whoever was let in before comes back for more: a relay may take the lost
/// connection for a live one for a while, or turn everybody away while it restarts.
bool isFinal(ErrorCategory category, bool wasLive) {
    switch (category) {
        case ErrorCategory::Denied:
        case ErrorCategory::Invalid:
            return true;
        case ErrorCategory::Conflict:
        case ErrorCategory::Unsupported:
            return !wasLive;
        default:
            return false;
    }
}

}  // namespace

DestinationSender::DestinationSender(net::Executor executor, Destination destination,
                                     DestinationConnector& connector, const Clock& clock,
                                     StateListener listener, Logger logger)
    : executor_(executor),
      destination_(std::move(destination)),
      connector_(connector),
      clock_(clock),
      listener_(std::move(listener)),
      logger_(std::move(logger)),
      wake_(std::make_shared<boost::asio::steady_timer>(executor)),
      ended_(executor),
      delay_(kFirstDelay),
      tasks_(executor, logger_) {
    shared_.lock()->statistics.name = destination_.name;
}

void DestinationSender::start() {
    running_ = true;
    tasks_.spawn("destination " + destination_.name, run());
}

void DestinationSender::setFormat(BroadcastFormat format) {
    shared_.lock()->format = std::move(format);
    wake();
}

void DestinationSender::push(OutgoingPacket packet) {
    {
        auto shared = shared_.lock();
        const auto state = shared->statistics.state;
        if (state == DestinationState::Failed || state == DestinationState::Ended) {
            return;
        }
        shared->queue.push(std::move(packet));
    }
    wake();
}

DestinationStatistics DestinationSender::statistics() const {
    auto shared = shared_.lock();
    auto statistics = shared->statistics;
    statistics.kbps = shared->sent.perSecond(clock_.steadyNow()) * 8 / 1000;
    statistics.queued = std::chrono::duration_cast<std::chrono::milliseconds>(shared->queue.duration());
    statistics.queuedBytes += shared->queue.bytes();
    statistics.droppedFrames = shared->queue.droppedFrames();
    return statistics;
}

net::Task<> DestinationSender::close() {
    closing_ = true;
    wake_->cancel();
    ended_.expires_after(kCloseLimit);
    if (running_ && shared_.lock()->statistics.state == DestinationState::Live) {
        co_await ended_.async_wait(net::kValues);
    }
    co_await tasks_.close();
    if (shared_.lock()->statistics.state != DestinationState::Failed) {
        setState(DestinationState::Ended, {});
    }
}

void DestinationSender::abandon(std::string why) {
    closing_ = true;
    wake_->cancel();
    setState(DestinationState::Failed, std::move(why));
}

net::Task<> DestinationSender::run() {
    while (!closing_) {
        const auto next = co_await connectOnce();
        if (next == Next::End) {
            break;
        }
        co_await pause();
    }
    running_ = false;
    ended_.cancel();
}

net::Task<DestinationSender::Next> DestinationSender::connectOnce() {
    auto connecting = connector_.connect(destination_);
    auto link = co_await net::withDeadline(kConnectLimit, "connecting to " + destination_.host,
                                           std::move(connecting));
    if (!link) {
        co_return afterRefusal(link.error());
    }
    const auto done = co_await broadcast(**link);
    shared_.lock()->queue.hold();
    if (!done) {
        co_return afterLoss(done.error());
    }
    co_return Next::End;
}

net::Task<Result<void>> DestinationSender::broadcast(DestinationLink& link) {
    auto format = co_await awaitFormat();
    if (!format) {
        co_return Result<void>{};
    }
    auto result = co_await link.start(std::move(*format));
    if (!result) {
        co_return result;
    }
    noteLive();
    while (auto next = co_await nextPacket()) {
        auto sending = sendOne(link, std::move(*next));
        result = co_await net::withDeadline(kSendLimit, "sending", std::move(sending));
        if (!result) {
            co_return result;
        }
    }
    // A goodbye that is not heard changes nothing: the other side notices the closed connection.
    (void)co_await net::withDeadline(kGoodbyeLimit, "saying goodbye", link.finish());
    co_return Result<void>{};
}

net::Task<Result<void>> DestinationSender::sendOne(DestinationLink& link, OutgoingPacket outgoing) {
    const auto size = outgoing.packet.payload->size();
    if (outgoing.packet.kind == media::MediaKind::Video && outgoing.packet.isKeyFrame) {
        auto clockSent = co_await link.sendCaptureClock(outgoing.packet.pts, outgoing.capturedAt);
        if (!clockSent) {
            co_return clockSent;
        }
    }
    auto sent = co_await link.send(std::move(outgoing.packet));
    if (sent) {
        noteSent(link, size);
    }
    co_return sent;
}

net::Task<std::optional<BroadcastFormat>> DestinationSender::awaitFormat() {
    while (!closing_) {
        auto format = shared_.lock()->format;
        if (format) {
            co_return format;
        }
        wake_->expires_at(SteadyTime::max());
        co_await wake_->async_wait(net::kValues);
    }
    co_return std::nullopt;
}

net::Task<std::optional<OutgoingPacket>> DestinationSender::nextPacket() {
    for (;;) {
        auto packet = shared_.lock()->queue.pop();
        if (packet || closing_) {
            co_return packet;
        }
        wake_->expires_at(SteadyTime::max());
        co_await wake_->async_wait(net::kValues);
    }
}

net::Task<> DestinationSender::pause() {
    const auto until = clock_.steadyNow() + delay_;
    delay_ = std::min(delay_ * 2, kLongestDelay);
    while (!closing_ && clock_.steadyNow() < until) {
        wake_->expires_at(until);
        co_await wake_->async_wait(net::kValues);
    }
}

DestinationSender::Next DestinationSender::afterRefusal(const Error& error) {
    return isFinal(error.category(), wasLive_) ? giveUp(error) : retry(error);
}

DestinationSender::Next DestinationSender::afterLoss(const Error& error) {
    if (liveSince_ == SteadyTime{}) {
        return afterRefusal(error);
    }
    // Whatever the relay said: if it means us and not the moment, it says so again when we come back.
    if (clock_.steadyNow() - liveSince_ > kSteadyAfter) {
        delay_ = kFirstDelay;
    }
    liveSince_ = {};
    return retry(error);
}

DestinationSender::Next DestinationSender::retry(const Error& error) {
    setState(wasLive_ ? DestinationState::Reconnecting : DestinationState::Connecting, error.message());
    return Next::Retry;
}

DestinationSender::Next DestinationSender::giveUp(const Error& error) {
    setState(DestinationState::Failed, error.message());
    return Next::End;
}

void DestinationSender::noteLive() {
    liveSince_ = clock_.steadyNow();
    {
        auto shared = shared_.lock();
        shared->queue.release();
        shared->statistics.reconnects += wasLive_ ? 1U : 0U;
    }
    wasLive_ = true;
    setState(DestinationState::Live, {});
}

void DestinationSender::noteSent(const DestinationLink& link, std::size_t bytes) {
    const auto onWire = link.statistics();
    auto shared = shared_.lock();
    shared->statistics.bytesSent += bytes;
    shared->statistics.roundTrip = onWire.roundTrip;
    shared->statistics.queuedBytes = onWire.unsentBytes;
    shared->sent.add(static_cast<double>(bytes), clock_.steadyNow());
}

void DestinationSender::setState(DestinationState state, std::string message) {
    {
        auto shared = shared_.lock();
        const auto& now = shared->statistics;
        // Failed is the last word: what the connection still does on its way down does not change it.
        if (now.state == DestinationState::Failed || (now.state == state && now.message == message)) {
            return;
        }
        shared->statistics.state = state;
        shared->statistics.message = std::move(message);
    }
    const auto now = statistics();
    logger_.info("{}: {}{}{}", now.name, toString(now.state), now.message.empty() ? "" : ": ", now.message);
    if (listener_) {
        listener_(now);
    }
}

void DestinationSender::wake() {
    boost::asio::post(executor_, [timer = wake_] { timer->cancel(); });
}

}  // namespace footlight::capture
