#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/base/piece.h"
#include "core/media/types/media_time.h"

namespace footlight::relay::origin {

/// ftyp and moov under the one name that they will ever have.
struct InitSection {
    std::string name;  ///< "init-59000000.mp4"
    SharedBytes bytes;
};

struct WindowPart {
    PartBodyPtr body;
    media::MediaTime duration{};
    bool isIndependent = false;
};

/// One segment: its bytes are those of its parts, put together.
struct WindowSegment {
    std::uint64_t sequence = 0;
    UtcTime shownAt{};  ///< when its first frame was captured
    bool discontinuity = false;
    bool isGap = false;  ///< listed to keep the count; there is nothing to fetch
    std::shared_ptr<const InitSection> init;
    std::vector<WindowPart> parts;
    media::MediaTime duration{};  ///< the sum of its parts'

    [[nodiscard]] std::string name() const { return std::to_string(sequence) + ".m4s"; }
    [[nodiscard]] std::string partName(std::size_t part) const {
        return std::to_string(sequence) + "." + std::to_string(part) + ".m4s";
    }
};

using SegmentPtr = std::shared_ptr<const WindowSegment>;

}  // namespace footlight::relay::origin
