#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "core/media/cmaf/cmaf_muxer.h"
#include "core/media/types/packet.h"
#include "core/relay/origin/announcement.h"
#include "core/relay/origin/rendition.h"
#include "core/relay/origin/rendition_names.h"
#include "core/relay/origin/sound_clock.h"

namespace footlight::relay::origin {

/// Where the source rendition was cut.
struct Cut {
    std::optional<Rendition::Head> begins;  ///< a segment, with this part
    media::MediaTime start{};
    media::MediaTime end{};
    bool endsSegment = false;
};

/// Cuts other tracks of a publisher where the source was cut, so that all renditions of a broadcast have the
/// same segments. A cut is made once the tracks have passed it, or have fallen a second behind; where they
/// have nothing for a segment, it is listed as a gap. Owned by the RenditionSet; one for each time that
/// another publisher is shown.
class Follower {
public:
    /// Follows without anything to show: every segment is a gap.
    Follower() = default;
    /// Unsupported where the selected tracks do not go into CMAF. The selection names tracks that exist.
    static Result<Follower> create(const media::Tracks& tracks, const TrackSelection& selection,
                                   media::MediaTime frame);

    /// Null where there is nothing to show.
    [[nodiscard]] SharedBytes initSection() const { return muxer_ ? muxer_->initSection() : nullptr; }
    /// Frames of tracks that it does not take are ignored.
    void push(const media::Packet& packet);
    void cut(const Cut& cut) { cuts_.push_back(cut); }
    /// Makes the cuts that are due, or all and the segment's end where nothing more will come. True where
    /// there is something new to fetch.
    Result<bool> settle(Rendition& rendition, bool isLast);

private:
    [[nodiscard]] bool isDue() const;
    Result<bool> make(const Cut& cut, Rendition& rendition);
    void endSegment(Rendition& rendition) const;
    std::vector<media::Sample> takeSamples(media::MediaTime end);

    std::unique_ptr<media::CmafMuxer> muxer_;
    TrackSelection selection_;
    std::optional<media::VideoTrack> firstOf_;  ///< until its first picture
    media::MediaTime frame_{};
    std::optional<SoundClock> sound_;
    std::deque<media::Sample> pictures_;
    std::deque<media::Sample> sounds_;
    std::deque<Cut> cuts_;
    media::MediaTime segmentDuration_{};
};

}  // namespace footlight::relay::origin
