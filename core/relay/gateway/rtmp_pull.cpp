#include "core/relay/gateway/rtmp_pull.h"

#include <algorithm>

#include "core/net/async/deadline.h"

namespace footlight::relay::gateway {

namespace {

constexpr std::chrono::milliseconds kFirstPause{1'000};
constexpr std::chrono::milliseconds kLongestPause{15'000};

}  // namespace

RtmpPull::RtmpPull(InputUrl url, std::shared_ptr<const net::TlsClient> trust, rtmp::PublishTarget origin,
                   Logger logger)
    : url_(std::move(url)),
      trust_(std::move(trust)),
      origin_(std::move(origin)),
      logger_(std::move(logger)) {}

/// The last part of the path is the stream, with the query that its relay may want.
rtmp::PlaySource RtmpPull::source() const {
    rtmp::PlaySource source;
    const std::size_t slash = url_.path.rfind('/');
    source.host = url_.host;
    source.port = url_.port;
    source.tls = trust_;
    source.app = url_.path.substr(0, slash);
    source.stream = Secret(url_.path.substr(slash + 1) + (url_.query.empty() ? "" : "?" + url_.query));
    return source;
}

net::Task<> RtmpPull::run() {
    auto pause = kFirstPause;
    for (;;) {
        const auto done = co_await pull();
        if ((co_await boost::asio::this_coro::cancellation_state).cancelled() !=
            boost::asio::cancellation_type::none) {
            co_return;
        }
        logger_.warning("{}:{}: {}; trying again", url_.host, url_.port, done.error().text());
        pause = publisher_ ? kFirstPause : std::min(2 * pause, kLongestPause);
        // Without a goodbye: the broadcast's grace runs until the stream is back.
        publisher_.reset();
        co_await net::pause(pause);
    }
}

/// Ends with an error, always.
net::Task<Result<>> RtmpPull::pull() {
    const auto executor = co_await boost::asio::this_coro::executor;
    auto from = source();
    auto player = co_await rtmp::Player::connect(executor, std::move(from), logger_);
    if (!player) {
        co_return fail(std::move(player.error()));
    }
    logger_.info("plays {}:{}", url_.host, url_.port);
    tracks_ = {};
    start_.reset();
    for (;;) {
        auto item = co_await (*player)->next();
        if (!item) {
            co_return fail(std::move(item.error()));
        }
        if (auto passed = co_await pass(std::move(*item)); !passed) {
            co_return passed;
        }
    }
}

net::Task<Result<>> RtmpPull::pass(rtmp::PlayedItem item) {
    if (auto* const tracks = std::get_if<media::Tracks>(&item)) {
        tracks_ = std::move(*tracks);
        isTold_ = false;
        co_return Result<>{};
    }
    if (const auto* const clock = std::get_if<rtmp::PlayedClock>(&item)) {
        if (publisher_ && start_ && clock->at >= *start_) {
            co_return co_await publisher_->sendCaptureClock(fromZero(clock->at), clock->utc);
        }
        co_return Result<>{};
    }
    auto& packet = std::get<media::Packet>(item);
    const bool mayBegin = packet.isKeyFrame && (packet.kind == media::MediaKind::Video || !tracks_.video);
    if (!start_ && !mayBegin) {
        co_return Result<>{};
    }
    start_ = start_.value_or(packet.dts);
    co_return co_await publish(std::move(packet));
}

net::Task<Result<>> RtmpPull::publish(media::Packet packet) {
    if (!publisher_) {
        const auto executor = co_await boost::asio::this_coro::executor;
        auto connected = co_await rtmp::Publisher::connect(executor, origin_, logger_);
        if (!connected) {
            co_return fail(std::move(connected.error()));
        }
        publisher_ = std::move(*connected);
        isTold_ = false;
    }
    if (!std::exchange(isTold_, true)) {
        rtmp::StreamMetadata metadata;
        metadata.encoder = "Footlight gateway";
        if (auto started = co_await publisher_->start(tracks_, std::move(metadata)); !started) {
            co_return started;
        }
    }
    packet.dts = fromZero(packet.dts);
    packet.pts = fromZero(packet.pts);
    co_return co_await publisher_->send(std::move(packet));
}

}  // namespace footlight::relay::gateway
