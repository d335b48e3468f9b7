#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/media/cmaf/cmaf_muxer.h"
#include "core/media/types/packet.h"
#include "core/relay/origin/announcement.h"
#include "core/relay/origin/segment_rule.h"
#include "core/relay/origin/sound_clock.h"

namespace footlight::relay::origin {

/// One finished part.
struct PackagedPart {
    SharedBytes bytes;
    media::MediaTime start{};     ///< on the time line, in decoding order
    media::MediaTime shownAt{};   ///< the presentation time of its first frame
    media::MediaTime duration{};  ///< exact: the next part starts at its end
    bool isIndependent = false;
    bool endsSegment = false;   ///< the next part is the first of another
    bool followsPause = false;  ///< there is nothing between the part before and this one
};

/// Cuts the frames of one publisher into CMAF parts and says where segments begin. Parts are cut by
/// accumulated duration, never longer than the part target, the moment that the next frame arrives; those of
/// sound alone as soon as they are full. Where there is neither picture nor sound for longer than a part, the
/// segment ends and the next one begins behind the pause, with a key frame. Used on the publisher's loop.
class Packager {
public:
    using Parts = std::vector<PackagedPart>;

    /// The first packet must be a key frame. Unsupported for codecs that do not go into CMAF.
    static Result<std::unique_ptr<Packager>> create(const StreamShape& shape,
                                                    const Announcement& announcement,
                                                    const StreamSettings& settings);

    [[nodiscard]] const SharedBytes& initSection() const { return muxer_->initSection(); }

    /// Takes one packet of a Timeline and returns the parts that it completes.
    Result<Parts> push(const media::Packet& packet);
    /// What is left when the publisher goes, as a last part.
    Result<Parts> flush();

private:
    Packager(std::unique_ptr<media::CmafMuxer> muxer, const StreamShape& shape,
             const Announcement& announcement, const StreamSettings& settings);

    Result<Parts> pushPicture(const media::Packet& packet);
    Result<Parts> pushSound(const media::Packet& packet);
    Result<void> cutBefore(const media::Packet& next, Parts& parts);
    Result<void> sliceLongPicture(media::MediaTime until, Parts& parts);
    void skipPause(media::MediaTime until, Parts& parts);
    void cutPictureAt(media::MediaTime end, media::MediaTime until);
    Result<void> closePart(media::MediaTime end, std::size_t pictures, Parts& parts);
    void completeSound(media::MediaTime end);
    std::vector<media::Sample> takeSamples(media::MediaTime end, std::size_t pictures);
    bool hasSoundBefore(media::MediaTime end) const;
    bool endsPartOfSound() const;
    bool waitsForKeyFrame(const media::Packet& packet);
    void followFrameRate(media::MediaTime duration);

    std::unique_ptr<media::CmafMuxer> muxer_;
    bool hasVideo_;
    std::optional<media::VideoTrack> firstOf_;  ///< until its first picture
    media::MediaTime frame_;
    media::MediaTime partTarget_;
    media::MediaTime longestGop_;
    SegmentRule rule_;
    std::optional<SoundClock> sound_;
    std::vector<media::Sample> pictures_;  ///< of the part being made
    std::deque<media::Sample> sounds_;     ///< not in a part yet
    std::optional<media::Sample> lastSound_;
    media::MediaTime partStart_{};
    media::MediaTime segmentStart_{};
    bool hasStarted_ = false;
    bool isBehindPause_ = false;
    std::optional<media::MediaTime> pausedAt_;  ///< a key frame is waited for
};

}  // namespace footlight::relay::origin
