#pragma once

#include <map>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/media/cmaf/segment_index.h"
#include "core/media/cmaf/track_tables.h"
#include "core/media/types/media_time.h"

namespace footlight::media {

/// Bytes of a segment that stand in the file as they are.
struct SegmentRange {
    std::size_t segment = 0;   ///< in the order in which segments were added
    std::uint64_t offset = 0;  ///< in the segment
    std::uint64_t size = 0;
};

/// An MP4 that can be served without being written: `head` (ftyp, moov, the front of mdat), then the ranges.
struct ProgressiveFile {
    SharedBytes head;
    std::vector<SegmentRange> ranges;
    std::uint64_t size = 0;  ///< of the whole file
    MediaTime duration{};
};

/// Whether a segment goes on where the one before ended.
enum class Continuity : std::uint8_t { Continues, Breaks };

/// Makes one MP4 of CMAF segments (ISO/IEC 14496-12), a sample description for each initialisation section
/// that differs. Behind a break the time goes on where it stood, whatever the segment's own clock says. The
/// file begins on a key frame. Used by one thread.
class ProgressiveBuilder {
public:
    /// What is wanted, counted from the first frame of the first segment: from the last key frame at or
    /// before `from` (or the first there is) to the last frame that begins before `to`.
    explicit ProgressiveBuilder(MediaTime from = {}, MediaTime to = MediaTime::max());

    /// The next segment. Of each kind the first track is taken.
    void add(const std::vector<InitTrack>& init, const SegmentIndex& segment, Continuity continuity);

    /// True once nothing more can be wanted.
    [[nodiscard]] bool isFull() const { return isFull_; }

    /// Once, at the end. NotFound where nothing of it is wanted.
    Result<ProgressiveFile> build();

private:
    void placeInTime(const std::vector<InitTrack>& init, const SegmentIndex& segment);
    void takeFragment(const std::vector<InitTrack>& init, const IndexedFragment& fragment);
    void takeRun(const InitTrack& track, const IndexedRun& run);
    bool isWanted(MediaKind kind, const IndexedSample& sample, std::int64_t begin, std::int64_t end);
    void take(const InitTrack& track, const IndexedSample& sample, std::uint64_t ticks, bool beginsChunk);
    void restart();

    std::int64_t from_;  ///< 1/90000 s
    std::int64_t to_;
    bool hasVideo_ = false;
    bool isFull_ = false;
    bool hasBegun_ = false;
    std::int64_t begin_ = 0;  ///< of the file on its own clock, 1/90000 s
    std::size_t segments_ = 0;
    std::int64_t shift_ = 0;  ///< from the segments' clock to the file's, 1/90000 s
    std::int64_t end_ = 0;    ///< of what was added, 1/90000 s
    std::map<MediaKind, TrackTables> tables_;
    std::vector<SegmentRange> ranges_;
    std::uint64_t dataSize_ = 0;
};

}  // namespace footlight::media
