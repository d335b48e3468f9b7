#pragma once

#include <string>

#include "core/hls/playlist.h"

namespace footlight::hls {

/// Prints a media playlist (RFC 8216bis 4.4). Durations are given with six decimals, so that a segment's
/// EXTINF is the sum of its parts; EXT-X-MAP stands where the map changes.
std::string writeMediaPlaylist(const MediaPlaylist& playlist);

std::string writeMultivariantPlaylist(const MultivariantPlaylist& playlist);

}  // namespace footlight::hls
