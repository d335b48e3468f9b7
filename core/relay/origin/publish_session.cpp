#include "core/relay/origin/publish_session.h"

#include "core/relay/origin/live_stream.h"

namespace footlight::relay::origin {

PublishSession::PublishSession(Setup setup, Logger logger)
    : setup_(std::move(setup)), logger_(std::move(logger)) {
    setup_.stream->arrive();
}

PublishSession::~PublishSession() { release(false); }

void PublishSession::tracks(media::Tracks tracks) {
    if (!isRefused_) {
        closeOn(setup_.stream->tracks(std::move(tracks)));
    }
}

void PublishSession::packet(media::Packet packet) {
    if (!isRefused_) {
        setup_.handle->lastPacket.store(setup_.clock.steadyNow().time_since_epoch().count(),
                                        std::memory_order_relaxed);
        closeOn(setup_.stream->packet(std::move(packet)));
    }
}

void PublishSession::keyFrameInterval(media::MediaTime interval) {
    setup_.stream->keyFrameInterval(interval);
}

void PublishSession::networkLoss(std::int64_t total) { setup_.stream->networkLoss(total); }

void PublishSession::captureClock(media::MediaTime at, UtcTime utc) { setup_.stream->captureClock(at, utc); }

void PublishSession::ended(rtmp::PublishEnd end) {
    const bool isOver = end == rtmp::PublishEnd::Clean;
    logger_.info("{}", isOver ? "the publisher ended the broadcast" : "the publisher was lost");
    release(isOver);
}

void PublishSession::closeOn(const Result<void>& result) {
    if (!result) {
        logger_.warning("closing the publisher: {}", result.error().text());
        isRefused_ = true;
        setup_.handle->requestClose(result.error().message());
    }
}

void PublishSession::release(bool isOver) {
    if (setup_.stream) {
        setup_.directory.release(setup_.channel, std::exchange(setup_.stream, nullptr), isOver);
    }
}

}  // namespace footlight::relay::origin
