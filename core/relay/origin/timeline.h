#pragma once

#include <cstdint>
#include <optional>

#include "core/media/types/packet.h"

namespace footlight::relay::origin {

enum class Placement : std::uint8_t {
    Kept,
    Dropped,  ///< it lies before the beginning, or far from the pictures
    Jumped,   ///< time leapt: what follows needs a timeline of its own
};

/// Puts a publisher's packets on a time line that begins at its first packet and only goes forward. The first
/// track of pictures leads, or of sound where there are no pictures.
class Timeline {
public:
    /// `origin` is the dts of the first packet.
    Timeline(media::MediaTime origin, bool hasVideo) : origin_(origin), hasVideo_(hasVideo) {}

    /// Rewrites the packet's times. A Jumped packet is left as it came.
    Placement place(media::Packet& packet);

    /// The publisher's own time of a moment on this line.
    [[nodiscard]] media::MediaTime sourceTime(media::MediaTime time) const { return time + origin_; }

private:
    Placement placeLeading(media::Packet& packet);
    Placement placeOther(media::Packet& packet) const;

    media::MediaTime origin_;
    bool hasVideo_;
    std::optional<media::MediaTime> last_;  ///< of the track that leads
};

}  // namespace footlight::relay::origin
