#include "core/relay/origin/health_meter.h"

namespace footlight::relay::origin {

void HealthMeter::count(const media::Packet& packet, SteadyTime now) {
    since_ = since_.value_or(now);
    if (packet.kind == media::MediaKind::Video && packet.isKeyFrame) {
        keyFrameInterval_ = keyFrame_ ? media::toSeconds(packet.dts - *keyFrame_) : 0;
        keyFrame_ = packet.dts;
    }
    bytes_ += static_cast<std::int64_t>(packet.payload->size());
    pictures_ += packet.kind == media::MediaKind::Video ? 1 : 0;
}

std::optional<BroadcastHealth> HealthMeter::measure(SteadyTime now) {
    if (!since_ || now - *since_ < std::chrono::seconds{1}) {
        return std::nullopt;
    }
    const std::chrono::duration<double> elapsed = now - *since_;
    BroadcastHealth health;
    health.bitrate = static_cast<std::int64_t>(static_cast<double>(bytes_) * 8 / elapsed.count());
    health.frameRate = static_cast<double>(pictures_) / elapsed.count();
    health.keyFrameInterval = keyFrameInterval_;
    health.lost = lost_;
    since_ = now;
    bytes_ = 0;
    pictures_ = 0;
    return health;
}

}  // namespace footlight::relay::origin
