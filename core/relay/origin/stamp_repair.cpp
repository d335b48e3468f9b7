#include "core/relay/origin/stamp_repair.h"

#include <chrono>

namespace footlight::relay::origin {
namespace {

/// So many frames in one millisecond are none of a working clock.
constexpr int kStuck = 8;

}  // namespace

void StampRepair::repair(media::Packet& packet, SteadyTime now) {
    if (packet.track != 0) {
        return;
    }
    auto& line = lines_.at(static_cast<std::size_t>(packet.kind));
    if (line.stamp != packet.dts) {
        line = {packet.dts, now, 0};
        return;
    }
    if (++line.alike >= kStuck) {
        const auto shown = packet.pts - packet.dts;
        packet.dts += std::chrono::duration_cast<media::MediaTime>(now - line.since);
        packet.pts = packet.dts + shown;
    }
}

}  // namespace footlight::relay::origin
