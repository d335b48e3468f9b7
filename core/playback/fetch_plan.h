#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/hls/playlist.h"

namespace footlight::playback {

/// The next thing wanted of a playlist: a part of a segment, by media sequence number and part index.
struct Cursor {
    std::uint64_t sequence = 0;
    std::size_t part = 0;

    auto operator<=>(const Cursor&) const = default;
};

/// One part or one whole segment to fetch.
struct MediaItem {
    std::string uri;
    std::optional<hls::Map> map;
    std::optional<hls::ByteRange> range;  ///< always with its offset
    media::MediaTime duration{};
    std::uint64_t era = 0;            ///< counts discontinuities since the stream began
    std::optional<UtcTime> startsAt;  ///< by EXT-X-PROGRAM-DATE-TIME
    Cursor at;
};

/// Where to begin: at the latest place to decode from that is at or before `playFrom`, the moment to show
/// first.
struct JoinPoint {
    Cursor cursor;
    media::MediaTime lead{};      ///< from the cursor to the moment to show first
    media::MediaTime listedAt{};  ///< of that moment, from the start of what is listed
};

/// How far behind the live edge the playlist asks players to be (PART-HOLD-BACK, HOLD-BACK, three target
/// durations; RFC 8216bis 6.3.3).
media::MediaTime holdBackOf(const hls::MediaPlaylist& playlist);

/// A recording from its start; live from the hold-back. Nothing in a playlist without media.
std::optional<JoinPoint> joinPoint(const hls::MediaPlaylist& playlist);

/// The latest place to decode from that is at or before `at`, from the start of what is listed: where a
/// player goes that was told to seek. Beyond the end: the last place.
std::optional<JoinPoint> joinPointAt(const hls::MediaPlaylist& playlist, media::MediaTime at);

/// Of everything that is listed.
media::MediaTime lengthOf(const hls::MediaPlaylist& playlist);

/// Everything listed from `cursor` on, in order, without gaps; moves `cursor` behind it. A complete segment
/// that begins at the cursor comes whole, the rest in parts. Nothing, and an unmoved cursor, where the
/// playlist begins after it.
std::vector<MediaItem> itemsFrom(const hls::MediaPlaylist& playlist, Cursor& cursor);

/// Whether the cursor's segment has left the playlist, or is far beyond it: the stream began anew.
bool isLost(const hls::MediaPlaylist& playlist, const Cursor& cursor);

/// The part behind the last one listed: what a blocking reload waits for.
Cursor endOf(const hls::MediaPlaylist& playlist);

}  // namespace footlight::playback
