#include "core/relay/origin/publish_session.h"

#include "core/relay/origin/live_stream.h"

namespace footlight::relay::origin {

/// What weighs nothing is always delivered.
template <typename Call>
void PublishSession::act(std::size_t weight, Call call) {
    if (isOverrun_) {
        return;
    }
    auto bring = [stream = setup_.stream, slot = setup_.slot, call = std::move(call)]() mutable {
        call(*stream, slot);
    };
    if (!courier_->send(weight, std::move(bring))) {
        isOverrun_ = true;
        logger_.warning("closing the publisher: its broadcast's loop does not keep up");
        setup_.handle->requestClose("this relay does not keep up; publish again later");
    }
}

PublishSession::PublishSession(Setup setup, Logger logger)
    : setup_(std::move(setup)),
      logger_(std::move(logger)),
      courier_(std::make_shared<Courier>(setup_.executor, setup_.stream->executor())) {
    act(0, [handle = setup_.handle](LiveStream& stream, IngestSlot slot) { stream.arrive(slot, handle); });
}

PublishSession::~PublishSession() { release(false); }

void PublishSession::tracks(media::Tracks tracks) {
    act(0, [tracks = std::move(tracks)](LiveStream& stream, IngestSlot slot) mutable {
        stream.tracks(slot, std::move(tracks));
    });
}

void PublishSession::packet(media::Packet packet) {
    setup_.handle->lastPacket.store(setup_.clock.steadyNow().time_since_epoch().count(),
                                    std::memory_order_relaxed);
    const auto weight = packet.payload->size() + sizeof(media::Packet);
    act(weight, [packet = std::move(packet)](LiveStream& stream, IngestSlot slot) mutable {
        stream.packet(slot, std::move(packet));
    });
}

void PublishSession::keyFrameInterval(media::MediaTime interval) {
    act(0, [interval](LiveStream& stream, IngestSlot slot) { stream.keyFrameInterval(slot, interval); });
}

void PublishSession::networkLoss(std::int64_t total) {
    act(0, [total](LiveStream& stream, IngestSlot slot) { stream.networkLoss(slot, total); });
}

void PublishSession::captureClock(media::MediaTime at, UtcTime utc) {
    act(0, [at, utc](LiveStream& stream, IngestSlot slot) { stream.captureClock(slot, at, utc); });
}

void PublishSession::ended(rtmp::PublishEnd end) {
    const bool isOver = end == rtmp::PublishEnd::Clean;
    logger_.info("{}", isOver ? "the publisher ended the broadcast" : "the publisher was lost");
    release(isOver);
}

void PublishSession::release(bool isOver) {
    if (!setup_.stream) {
        return;
    }
    isOverrun_ = false;
    act(0, [&directory = setup_.directory, channel = setup_.channel, stream = setup_.stream, isOver](
               LiveStream&, IngestSlot slot) { directory.release(channel, stream, slot, isOver); });
    setup_.stream.reset();
}

}  // namespace footlight::relay::origin
