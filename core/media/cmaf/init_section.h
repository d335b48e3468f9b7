#pragma once

#include "core/base/result.h"
#include "core/media/types/track.h"

namespace footlight::media {

inline constexpr std::uint32_t kVideoTimescale = 90'000;

/// The track number of the first track of each kind in what we write.
constexpr std::uint32_t trackNumber(const Tracks& tracks, MediaKind kind) {
    return kind == MediaKind::Audio && tracks.video ? 2 : 1;
}

/// ftyp and moov of CMAF (ISO/IEC 23000-19 7.3) for the tracks 0 of each kind: video in 1/90000 s, audio in
/// samples; no edit list. The same tracks give the same bytes. Invalid without a track; Corrupt, Unsupported.
Result<Bytes> makeInitSection(const Tracks& tracks);

}  // namespace footlight::media
