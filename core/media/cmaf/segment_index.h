#pragma once

#include <functional>
#include <vector>

#include "core/base/result.h"
#include "core/media/cmaf/init_reader.h"

namespace footlight::media {

/// One frame of a segment, in ticks of its track.
struct IndexedSample {
    std::uint64_t offset = 0;  ///< bytes from the segment's begin
    std::uint32_t size = 0;    ///< bytes
    std::uint32_t duration = 0;
    std::int32_t compositionOffset = 0;  ///< pts - dts
    bool isKeyFrame = false;
};

/// A track's frames in one fragment; they lie one behind the other.
struct IndexedRun {
    std::uint32_t track = 0;
    std::uint64_t decodeTime = 0;  ///< of the first, in ticks of the track
    std::vector<IndexedSample> samples;
};

/// The frames of one fragment.
using IndexedFragment = std::vector<IndexedRun>;

/// What a segment holds and where, fragment by fragment.
struct SegmentIndex {
    std::vector<IndexedFragment> fragments;
};

/// Gives the bytes [offset, offset + into.size()); false where they cannot be had.
using ReadBytes = std::function<bool(std::uint64_t offset, std::span<std::uint8_t> into)>;

/// Reads where the frames of a segment of `size` bytes lie, without reading the frames: some hundred bytes a
/// fragment. Tracks that `init` does not know are passed over. Corrupt where anything points outside, or
/// fragments are not of the kind that CMAF allows.
Result<SegmentIndex> indexSegment(const std::vector<InitTrack>& init, std::uint64_t size,
                                  const ReadBytes& read);

/// The same of a segment in memory.
Result<SegmentIndex> indexSegment(const std::vector<InitTrack>& init, ByteView segment);

}  // namespace footlight::media
