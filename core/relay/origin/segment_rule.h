#pragma once

#include <optional>

#include "core/relay/origin/announcement.h"

namespace footlight::relay::origin {

/// Decides where segments end. Cuts at key frames, near the goal, and never lets a segment pass the announced
/// target duration.
class SegmentRule {
public:
    SegmentRule(const Announcement& announcement, media::MediaTime goal, media::MediaTime gop)
        : announcement_(announcement), goal_(goal), longestGop_(gop) {}

    /// Whether a new segment begins with the frame at `time`, where the running one began at `segmentStart`.
    /// `isKeyFrame` also for a part boundary of sound alone.
    bool beginsSegment(media::MediaTime segmentStart, media::MediaTime time, bool isKeyFrame);
    /// A key frame behind a pause, which was no long group of pictures.
    void beginAnew(media::MediaTime time) { lastKeyFrame_ = time; }
    /// Whether the segment must end at this part boundary although no key frame came.
    [[nodiscard]] bool mustEnd(media::MediaTime segmentStart, media::MediaTime time) const;

private:
    Announcement announcement_;
    media::MediaTime goal_;
    media::MediaTime longestGop_;
    std::optional<media::MediaTime> lastKeyFrame_;
};

}  // namespace footlight::relay::origin
