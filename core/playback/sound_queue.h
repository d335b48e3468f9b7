#pragma once

#include <mutex>
#include <optional>
#include <span>

#include "core/media/ffmpeg/decoder.h"
#include "core/playback/time_stretch.h"

namespace footlight::playback {

/// Decoded sound on its way to the audio device, without holes: what is missing is silence, what overlaps is
/// cut. Holds a second and a half and no more: the decoder asks hasRoom() first. Any thread.
class SoundQueue {
public:
    static constexpr int kSampleRate = 48'000;

    SoundQueue() : stretch_(kSampleRate) {}

    [[nodiscard]] bool hasRoom() const;
    void push(const media::ffmpeg::PcmBlock& block);
    /// Writes stereo frames at `rate` and returns how many there were.
    std::size_t pull(std::span<float> interleaved, double rate);
    /// The line time of the frame that pull() gives next; nothing when empty.
    [[nodiscard]] std::optional<media::MediaTime> position() const;
    void skipTo(media::MediaTime moment);
    void clear();

private:
    [[nodiscard]] media::MediaTime frontLocked() const;

    mutable std::mutex mutex_;
    TimeStretch stretch_;
    std::optional<media::MediaTime> end_;  ///< of what was pushed
};

}  // namespace footlight::playback
