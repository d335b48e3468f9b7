#pragma once

#include <cstddef>
#include <string_view>

#include "core/base/result.h"
#include "core/hls/playlist.h"

namespace footlight::hls {

/// RELIABILITY S-HLS. More than this is refused as Invalid.
struct ParseLimits {
    std::size_t bytes = 4 * 1024 * 1024;
    std::size_t entries = 100'000;  ///< segments, parts, variants and renditions together
};

/// Reads a playlist of either kind. Unknown tags and attributes are passed over; Corrupt names the line at
/// fault. URIs are returned as written: resolve them against the playlist's own address.
Result<Playlist> parsePlaylist(std::string_view text, const ParseLimits& limits = {});

/// Puts the segments that a delta update left out (EXT-X-SKIP) back in front, from the playlist that the
/// player had before; the result has skippedSegments = 0. NotFound where `previous` does not reach back far
/// enough: ask for the whole playlist then.
Result<MediaPlaylist> applyDelta(const MediaPlaylist& previous, MediaPlaylist delta);

}  // namespace footlight::hls
