#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/bytes.h"
#include "core/media/types/track.h"

namespace footlight::media {

/// Keeps the parameter sets that a stream of Annex B frames repeats, and makes the decoder configuration
/// record of them (ISO/IEC 14496-15 5.3.3.1 and 8.3.3.1). Of each kind those of the newest frame that brought
/// any count.
class ParameterSets {
public:
    /// H.264 or HEVC.
    explicit ParameterSets(Codec codec) : codec_(codec) {}

    /// Takes the sets among the units of a frame. The rest of them, for the packet: without parameter sets,
    /// access unit delimiters and filler.
    std::vector<ByteView> take(const std::vector<ByteView>& units);
    /// avcC or hvcC; nothing until every kind of set has come, or where one cannot be read.
    [[nodiscard]] std::optional<Bytes> configuration() const;

private:
    enum class Kind : std::uint8_t { Video, Sequence, Picture, Dropped, Kept };
    [[nodiscard]] Kind kindOf(ByteView unit) const;
    [[nodiscard]] std::optional<Bytes> avcRecord() const;
    [[nodiscard]] std::optional<Bytes> hevcRecord() const;

    Codec codec_;
    std::array<std::vector<Bytes>, 3> sets_;  ///< by Kind
};

/// A key frame with its track's parameter sets in front, for decoders that read on from another track's
/// frames and know those alone. The frame as it is where it is neither H.264 nor HEVC, or its record cannot
/// be read.
SharedBytes withParameterSets(const VideoTrack& track, const SharedBytes& frame);

}  // namespace footlight::media
