#include "core/relay/fanout/target.h"

#include <algorithm>

#include "core/net/async/deadline.h"
#include "core/net/stream/tls.h"
#include "core/relay/fanout/target_address.h"

namespace footlight::relay::fanout {
namespace {

using Phase = TargetState::Phase;

rtmp::StreamMetadata metadata() {
    rtmp::StreamMetadata made;
    made.encoder = "Footlight relay";
    return made;
}

}  // namespace

Target::Target(net::Executor executor, Setup setup, Logger logger)
    : setup_(std::move(setup)),
      url_(setup_.target.url),
      logger_(std::move(logger)),
      queue_(setup_.limits.queue, setup_.target.audioTrack),
      changed_(executor, SteadyTime::max()),
      executor_(std::move(executor)) {
    state_.id = setup_.target.id;
}

void Target::tracks(const media::Tracks& tracks) {
    otherTracks_ += queue_.hasTracks(tracks) ? 0U : 1U;
    queue_.tracks(tracks);
    changed_.cancel();
}

void Target::packet(const media::Packet& packet) {
    queue_.push(packet);
    changed_.cancel();
}

bool Target::adopt(const FanoutTarget& target) {
    auto same = setup_.target;
    same.name = target.name;
    same.audioTrack = target.audioTrack;
    if (!(same == target)) {
        return false;
    }
    setup_.target = target;
    queue_.setAudioTrack(target.audioTrack);
    changed_.cancel();
    return true;
}

void Target::stop() {
    isStopped_ = true;
    changed_.cancel();
}

void Target::enter(Phase phase, std::string detail) {
    if (phase != state_.phase || detail != state_.detail) {
        logger_.info("{}", phase == Phase::Sending ? std::string("sending")
                           : phase == Phase::Off   ? std::string("stopped")
                           : detail.empty()        ? std::string("connecting")
                                                   : detail);
    }
    state_.phase = phase;
    state_.detail = std::move(detail);
    report();
}

void Target::report() {
    const auto now = std::chrono::steady_clock::now();
    const auto sent = publisher_ ? publisher_->statistics().bytesSent : reportedBytes_;
    const auto seconds = std::chrono::duration<double>(now - reportedAt_).count();
    if (state_.phase != Phase::Sending) {
        state_.bitrate = 0;
    } else if (seconds > 0.5) {
        state_.bitrate = static_cast<std::int64_t>(static_cast<double>(sent - reportedBytes_) * 8 / seconds);
    }
    if (seconds > 0.5 || state_.phase != Phase::Sending) {
        reportedBytes_ = sent;
        reportedAt_ = now;
    }
    state_.dropped = queue_.dropped();
    setup_.report(state_);
}

net::Task<> Target::rest(std::chrono::milliseconds duration) {
    const auto until = std::chrono::steady_clock::now() + duration;
    while (!isStopped_ && std::chrono::steady_clock::now() < until) {
        changed_.expires_at(until);
        co_await changed_.async_wait(net::kValues);
    }
}

/// What the service does not take now it will not take later.
net::Task<> Target::restUntilOtherTracks() {
    const auto before = otherTracks_;
    while (!isStopped_ && otherTracks_ == before) {
        changed_.expires_at(SteadyTime::max());
        co_await changed_.async_wait(net::kValues);
    }
}

/// The same would be said again, until its owner changes the target or the encoder what it sends.
bool Target::isFinal(const Error& error, bool wasSteady) const {
    const auto category = error.category();
    return (!hasSent_ && (category == ErrorCategory::Denied || category == ErrorCategory::Invalid)) ||
           (!wasSteady && category == ErrorCategory::Unsupported);
}

net::Task<> Target::run(std::shared_ptr<Target> self) {
    auto retry = self->setup_.limits.firstRetry;
    while (!self->isStopped_) {
        self->enter(Phase::Connecting);
        const auto sent = co_await self->send();
        self->queue_.close();
        self->publisher_.reset();
        if (sent || self->isStopped_) {
            break;
        }
        if (std::exchange(self->isMoving_, false)) {
            self->hasSent_ = false;
            continue;
        }
        self->url_ = self->setup_.target.url;
        const bool wasSteady = self->hasSent_ && std::chrono::steady_clock::now() - self->sendingSince_ >=
                                                     self->setup_.limits.steady;
        const bool isFinal = self->isFinal(sent.error(), wasSteady);
        self->hasSent_ = false;
        if (isFinal) {
            self->enter(Phase::Refused, sent.error().message());
            if (sent.error().category() == ErrorCategory::Unsupported) {
                co_await self->restUntilOtherTracks();
            } else {
                co_await self->rest(std::chrono::hours(24 * 365));
            }
            continue;
        }
        retry = wasSteady ? self->setup_.limits.firstRetry : retry;
        self->enter(Phase::Waiting, sent.error().message());
        co_await self->rest(retry);
        retry = std::min(retry * 2, self->setup_.limits.lastRetry);
    }
    self->hasEnded_ = true;
    self->enter(Phase::Off);
}

net::Task<> Target::tell(std::shared_ptr<Target> self) {
    while (!self->hasEnded_) {
        co_await net::pause(self->setup_.limits.report);
        if (!self->hasEnded_) {
            self->report();
        }
    }
}

/// Connects and sends until it breaks, or to the end.
net::Task<Result<void>> Target::send() {
    const auto address = TargetAddress::parse(url_);
    if (!address) {
        co_return fail(address.error());
    }
    rtmp::PublishTarget where;
    where.host = address->host;
    where.port = address->port;
    where.app = address->app;
    where.streamKey = setup_.target.streamKey;
    if (address->isSecure) {
        where.tls = setup_.tls;
    }
    auto connected = co_await rtmp::Publisher::connect(executor_, std::move(where), logger_);
    if (!connected) {
        co_return fail(std::move(connected.error()));
    }
    publisher_ = std::move(*connected);
    reportedBytes_ = 0;
    reportedAt_ = std::chrono::steady_clock::now();
    sendingSince_ = reportedAt_;
    begin_.reset();
    queue_.open();
    enter(Phase::Sending);
    auto delivered = co_await deliver();
    if (delivered) {
        delivered = co_await publisher_->finish();
    }
    co_return delivered;
}

/// The service asked for another connection, and a new one may begin here.
bool Target::shouldMove(const FrameQueue::Item& next) const {
    const auto* packet = std::get_if<media::Packet>(&next);
    return publisher_->reconnectAsked() && packet != nullptr && packet->kind == media::MediaKind::Video &&
           packet->isKeyFrame;
}

net::Task<Result<void>> Target::deliver() {
    while (!isStopped_) {
        auto item = queue_.pop();
        if (!item) {
            changed_.expires_at(SteadyTime::max());
            co_await changed_.async_wait(net::kValues);
            continue;
        }
        if (shouldMove(*item)) {
            // No goodbye: the service is to take what comes for the same broadcast.
            const std::string& asked = *publisher_->reconnectAsked();
            url_ = TargetAddress::parse(asked) ? asked : setup_.target.url;
            isMoving_ = true;
            co_return fail(ErrorCategory::Closed, "fanout.moved", "the service asked to connect again");
        }
        if (auto done = co_await deliver(std::move(*item)); !done) {
            co_return done;
        }
    }
    co_return Result<void>();
}

net::Task<Result<void>> Target::deliver(FrameQueue::Item item) {
    if (auto* tracks = std::get_if<media::Tracks>(&item)) {
        if (!tracks->video && !tracks->audio) {
            co_return Result<void>();  // nobody has sent anything yet
        }
        auto told = metadata();
        co_return co_await publisher_->start(std::move(*tracks), std::move(told));
    }
    auto& packet = std::get<media::Packet>(item);
    if (!begin_) {
        begin_ = packet.dts;
    }
    packet.dts -= *begin_;
    packet.pts -= *begin_;
    if (packet.dts < media::MediaTime{}) {
        co_return Result<void>();  // sound from before the first picture
    }
    hasSent_ = true;
    co_return co_await publisher_->send(std::move(packet));
}

}  // namespace footlight::relay::fanout
