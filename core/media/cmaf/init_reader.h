#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/media/types/track.h"

namespace footlight::media {

/// A track of an initialisation section.
struct InitTrack {
    std::uint32_t id = 0;
    MediaKind kind = MediaKind::Video;
    std::uint32_t timescale = 0;  ///< ticks a second
    int width = 0;                ///< pixels
    int height = 0;               ///< pixels
    std::string language;         ///< BCP 47; empty = not said
    Bytes sampleEntry;            ///< the first of `stsd`, whole
    std::uint32_t usualDuration = 0;
    std::uint32_t usualSize = 0;
    std::uint32_t usualFlags = 0;

    bool operator==(const InitTrack&) const = default;
};

/// The tracks of picture and sound of an initialisation section; others are passed over. Corrupt.
Result<std::vector<InitTrack>> readInitSection(ByteView bytes);

}  // namespace footlight::media
