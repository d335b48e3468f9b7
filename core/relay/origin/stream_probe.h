#pragma once

#include <optional>
#include <vector>

#include "core/media/types/packet.h"
#include "core/relay/origin/announcement.h"
#include "core/relay/origin/settings.h"

namespace footlight::relay::origin {

/// Holds the first packets of a publisher back until it is known what they are: which tracks there are, how
/// far apart key frames stand and how long a picture lasts. Bounded by the longest GOP and by bytes.
class StreamProbe {
public:
    /// A broadcast that was announced already needs no GOP, and no patience where its tracks are `expected`.
    StreamProbe(const StreamSettings& settings, const media::Tracks* expected);

    void tracks(media::Tracks tracks);
    /// The encoder says how far apart its key frames stand: no need to see the second one.
    void keyFrameInterval(media::MediaTime interval) { toldInterval_ = interval; }
    /// True once shape() is known; then take() gives the packets back, from the first key frame on.
    bool add(media::Packet packet);

    [[nodiscard]] StreamShape shape() const;
    [[nodiscard]] std::vector<media::Packet> take() { return std::move(packets_); }

private:
    [[nodiscard]] bool isReady() const;
    [[nodiscard]] bool hasExpectedTracks() const;
    [[nodiscard]] media::MediaTime span() const;

    const StreamSettings& settings_;
    bool isAnnounced_;
    bool expectsVideo_ = false;
    bool expectsAudio_ = false;
    media::Tracks tracks_;
    std::vector<media::Packet> packets_;
    std::vector<media::MediaTime> keyFrames_;
    std::optional<media::MediaTime> toldInterval_;
    std::size_t pictures_ = 0;
    std::size_t bytes_ = 0;
};

}  // namespace footlight::relay::origin
