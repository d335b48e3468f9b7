#pragma once

#include <array>
#include <optional>

#include "core/base/clock.h"
#include "core/media/types/packet.h"

namespace footlight::relay::origin {

/// Some encoders stamp every frame alike. Where the time of a kind stands still while its frames arrive, they
/// are given the time of their arrival, until the stamps move again. Looks at the tracks 0.
class StampRepair {
public:
    void repair(media::Packet& packet, SteadyTime now);

private:
    struct Line {
        std::optional<media::MediaTime> stamp;
        SteadyTime since{};  ///< when `stamp` came for the first time
        int alike = 0;
    };
    std::array<Line, 2> lines_;  ///< by MediaKind
};

}  // namespace footlight::relay::origin
