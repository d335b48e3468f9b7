#pragma once

#include <functional>
#include <string>

#include "core/media/cmaf/box_writer.h"
#include "core/media/types/track.h"

namespace footlight::media {

/// What the boxes around a track's sample table say (ISO/IEC 14496-12 8.3, 8.4).
struct TrackHead {
    std::uint32_t id = 1;
    MediaKind kind = MediaKind::Video;
    std::uint32_t timescale = 0;      ///< ticks a second
    std::uint64_t duration = 0;       ///< in `timescale`; 0 in an initialisation section
    std::uint64_t movieDuration = 0;  ///< in the movie's timescale
    int width = 0;                    ///< pixels
    int height = 0;                   ///< pixels
    std::string language{};           ///< BCP 47; empty = not said
};

using WriteBoxes = std::function<void()>;

/// `mvhd`.
void writeMovieHeader(BoxWriter& writer, std::uint32_t timescale, std::uint64_t duration,
                      std::uint32_t nextTrack);

/// `trak`, with what `edits` writes behind its header and what `sampleTable` writes into `stbl`.
void writeTrack(BoxWriter& writer, const TrackHead& head, const WriteBoxes& edits,
                const WriteBoxes& sampleTable);

}  // namespace footlight::media
