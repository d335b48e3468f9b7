#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/hls/playlist.h"
#include "core/relay/origin/deflated.h"
#include "core/relay/origin/window_segment.h"
#include "core/relay/ports/archive.h"

namespace footlight::relay::origin {

/// How a segment is listed, without its parts.
hls::Segment describe(const WindowSegment& segment);

class SegmentHistory;
using HistoryPtr = std::shared_ptr<const SegmentHistory>;

/// The segments of a broadcast that have left its window, as the lines of a playlist: printed once,
/// compressed once (some 15 bytes a segment remain), and shared by every version of the playlist that
/// follows. The segments themselves are in the archive. Immutable; any thread.
class SegmentHistory {
public:
    /// An empty one: `discontinuitySequence` is that of the first segment to come.
    static HistoryPtr begin(std::uint64_t firstSequence, std::uint64_t discontinuitySequence);
    /// One that begins with `segments`, which lie in the archive and are numbered without a gap.
    static HistoryPtr of(std::span<const ArchivedSegment> segments, std::uint64_t discontinuitySequence);
    /// The same and `segment`, which must be the next.
    [[nodiscard]] HistoryPtr with(const WindowSegment& segment) const;

    [[nodiscard]] std::uint64_t firstSequence() const { return firstSequence_; }
    [[nodiscard]] std::uint64_t count() const { return count_; }
    [[nodiscard]] std::uint64_t discontinuitySequence() const { return discontinuitySequence_; }
    /// Every segment begins with a key frame.
    [[nodiscard]] bool isIndependent() const { return isIndependent_; }
    [[nodiscard]] bool holds(std::uint64_t sequence) const {
        return sequence >= firstSequence_ && sequence < firstSequence_ + count_;
    }

    /// The newest of them.
    struct Tail {
        std::uint64_t count = 0;
        std::string text;  ///< their lines, with the initialisation section in force before them
    };
    /// At least so much time, in whole stretches; all where there is less.
    [[nodiscard]] Tail tail(media::MediaTime least) const;

    /// The lines, oldest first: adds to `pieces`.
    void appendTo(Pieces& pieces) const;
    /// What is not in a compressed block yet.
    void appendTo(GzipFile& file) const;

private:
    void add(const hls::Segment& segment, bool isIndependent);

    struct Stretch {
        std::string lines;
        std::string map;  ///< the initialisation section in force before it; empty: none
        std::size_t count = 0;
        media::MediaTime duration{};
    };
    struct Block {
        explicit Block(Stretch stretch);
        Deflated deflated;
        std::string map;
        media::MediaTime duration{};
    };

    std::uint64_t firstSequence_ = 0;
    std::uint64_t count_ = 0;
    std::uint64_t discontinuitySequence_ = 0;
    bool isIndependent_ = true;
    std::vector<std::shared_ptr<const Block>> blocks_;
    Stretch recent_;   ///< what does not fill a block yet
    std::string map_;  ///< the initialisation section that was named last
};

}  // namespace footlight::relay::origin
