#include "core/relay/transcoder/origin_link.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>

namespace footlight::relay::transcoder {

namespace {

constexpr std::chrono::seconds kTryAgain{1};
constexpr std::chrono::seconds kTellLoss{1};

template <typename T>
T wait(const net::Executor& executor, net::Task<T> task) {
    return boost::asio::co_spawn(executor, std::move(task), boost::asio::use_future).get();
}

bool isFinal(const Error& error) {
    return error.category() == ErrorCategory::Denied || error.category() == ErrorCategory::Unsupported;
}

}  // namespace

OriginLink::OriginLink(rtmp::PublishTarget origin, Logger logger)
    : origin_(std::move(origin)), logger_(std::move(logger)) {}

/// Without a goodbye: whether the broadcast is over is not for us to say, its grace runs.
OriginLink::~OriginLink() { wait(loops_.executor(0), drop()); }

net::Task<> OriginLink::drop() {
    publisher_.reset();
    co_return;
}

Result<> OriginLink::send(const media::Tracks& tracks, const media::Packet& packet, std::int64_t lost) {
    if (!publisher_) {
        const bool mayBegin = packet.isKeyFrame && (packet.kind == media::MediaKind::Video || !tracks.video);
        if (!mayBegin || std::chrono::steady_clock::now() < nextTry_) {
            return {};
        }
        if (auto connected = connect(); !connected || !publisher_) {
            return connected;
        }
    }
    return deliver(tracks, packet, lost);
}

Result<> OriginLink::connect() {
    auto connected = wait(loops_.executor(0), rtmp::Publisher::connect(loops_.executor(0), origin_, logger_));
    told_ = {};
    lostTold_ = 0;
    if (connected) {
        publisher_ = std::move(*connected);
        logger_.info("the origin takes the stream{}", isDown_ ? " again" : "");
        isDown_ = false;
        return {};
    }
    nextTry_ = std::chrono::steady_clock::now() + kTryAgain;
    if (isFinal(connected.error())) {
        return fail(std::move(connected.error()));
    }
    if (!std::exchange(isDown_, true)) {
        logger_.warning("the origin does not take the stream: {}; trying again", connected.error().text());
    }
    return {};
}

Result<> OriginLink::deliver(const media::Tracks& tracks, const media::Packet& packet, std::int64_t lost) {
    auto sent = wait(loops_.executor(0), sendAll(tracks, packet, lost));
    if (sent) {
        return sent;
    }
    wait(loops_.executor(0), drop());
    if (isFinal(sent.error())) {
        return sent;
    }
    isDown_ = true;
    nextTry_ = std::chrono::steady_clock::now() + kTryAgain;
    logger_.warning("the origin is gone: {}", sent.error().text());
    return {};
}

net::Task<Result<>> OriginLink::sendAll(media::Tracks tracks, media::Packet packet, std::int64_t lost) {
    if (tracks != told_) {
        told_ = tracks;
        rtmp::StreamMetadata metadata;
        metadata.encoder = "Footlight gateway";
        if (auto started = co_await publisher_->start(std::move(tracks), std::move(metadata)); !started) {
            co_return started;
        }
    }
    const auto now = std::chrono::steady_clock::now();
    if (lost != lostTold_ && now >= lossAt_) {
        lostTold_ = lost;
        lossAt_ = now + kTellLoss;
        if (auto told = co_await publisher_->sendNetworkLoss(packet.dts, lost); !told) {
            co_return told;
        }
    }
    co_return co_await publisher_->send(std::move(packet));
}

}  // namespace footlight::relay::transcoder
