#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "core/base/clock.h"
#include "core/media/ffmpeg/demuxer.h"

namespace footlight::playback {

/// Lays the chunks of a stream on one time line that begins at zero and runs on over discontinuities, and
/// knows the capture time of each moment on it. Owned and used by one thread.
class Timeline {
public:
    struct Placement {
        media::MediaTime start{};  ///< of the earliest frame that was kept
        media::MediaTime end{};    ///< of the latest
        bool isBreak = false;      ///< other time base than before: decoders begin anew
    };

    /// Moves the frames of one chunk onto the line and drops those that were placed before (a segment fetched
    /// after some of its parts). `era` counts discontinuities; `startsAt` is the capture time of the first
    /// frame. Nothing where no frame is left.
    std::optional<Placement> place(std::vector<media::ffmpeg::CodedFrame>& frames, std::uint64_t era,
                                   std::optional<UtcTime> startsAt);

    /// The next chunk goes behind everything placed so far, whatever its era: after a jump to another place.
    void breakHere() { era_.reset(); }

    [[nodiscard]] std::optional<UtcTime> capturedAt(media::MediaTime at) const;
    [[nodiscard]] media::MediaTime end() const { return end_; }

private:
    struct Anchor {
        media::MediaTime from{};
        media::MediaTime captureOffset{};  ///< capture time less line time
    };

    [[nodiscard]] bool isPlaced(const media::ffmpeg::CodedFrame& frame) const;
    void anchor(media::MediaTime from, UtcTime startsAt);

    std::optional<std::uint64_t> era_;
    media::MediaTime offset_{};
    media::MediaTime end_{};
    std::optional<media::MediaTime> lastVideoDts_;
    std::optional<media::MediaTime> lastAudioDts_;
    std::deque<Anchor> anchors_;
};

}  // namespace footlight::playback
