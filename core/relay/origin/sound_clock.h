#pragma once

#include <cstdint>
#include <optional>

#include "core/media/types/media_time.h"
#include "core/media/types/track.h"

namespace footlight::relay::origin {

/// Counts frames of sound in samples: RTMP's milliseconds are too coarse to lay them end to end. Follows the
/// publisher's timestamps only where they lead away by more than 40 ms.
class SoundClock {
public:
    /// Nothing where there is no sound among them.
    static std::optional<SoundClock> of(const media::Tracks& tracks);
    SoundClock(int sampleRate, int frameSamples) : sampleRate_(sampleRate), frameSamples_(frameSamples) {}

    /// Learns how long a frame lasts from the one that is placed next: AAC says it once for all, Opus, FLAC
    /// and MP3 in each frame.
    void follow(ByteView frame);
    /// Where the frame that was stamped `time` begins, in samples. Nothing where it would overlap what is
    /// already there: drop it.
    std::optional<std::int64_t> place(media::MediaTime time);

    [[nodiscard]] media::MediaTime timeOf(std::int64_t samples) const;
    [[nodiscard]] std::int64_t samplesAt(media::MediaTime time) const;
    [[nodiscard]] int frameSamples() const { return frameSamples_; }

private:
    int sampleRate_;
    int frameSamples_;
    media::Codec codec_ = media::Codec::Aac;
    std::optional<std::int64_t> next_;
};

}  // namespace footlight::relay::origin
