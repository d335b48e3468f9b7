#pragma once

#include <optional>
#include <string>

#include "core/hls/playlist.h"

namespace footlight::hls {

/// Prints a media playlist (RFC 8216bis 4.4). Durations are given with six decimals, so that a segment's
/// EXTINF is the sum of its parts; EXT-X-MAP stands where the map changes.
std::string writeMediaPlaylist(const MediaPlaylist& playlist);

/// Its two halves: what says how to play it, and the segments with all that follows them.
std::string writePlaylistHead(const MediaPlaylist& playlist);
std::string writePlaylistBody(const MediaPlaylist& playlist);
/// The lines of one whole segment; its map where it differs from `map`, that of the segment before.
std::string writeSegment(const Segment& segment, std::optional<Map> map);

std::string writeMultivariantPlaylist(const MultivariantPlaylist& playlist);

}  // namespace footlight::hls
