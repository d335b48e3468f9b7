#include "core/playback/sound_queue.h"

#include <vector>

namespace footlight::playback {
namespace {

using media::MediaTime;
using media::ffmpeg::kPcmChannels;

constexpr std::size_t kRoomFrames = SoundQueue::kSampleRate * 3 / 2;
/// Rounding of timestamps; nobody hears it.
constexpr MediaTime kTolerance = std::chrono::milliseconds(30);
/// A hole that is longer is no hole: the queue begins anew behind it.
constexpr MediaTime kLongestSilence = std::chrono::seconds(1);

std::size_t toFrames(MediaTime time) {
    return static_cast<std::size_t>(std::max<std::int64_t>(0, time.count()) * SoundQueue::kSampleRate /
                                    MediaTime::period::den);
}

MediaTime toTime(std::size_t frames) {
    return MediaTime(static_cast<std::int64_t>(frames) * MediaTime::period::den / SoundQueue::kSampleRate);
}

}  // namespace

bool SoundQueue::hasRoom() const {
    const std::lock_guard lock(mutex_);
    return stretch_.framesQueued() < kRoomFrames;
}

void SoundQueue::push(const media::ffmpeg::PcmBlock& block) {
    const std::lock_guard lock(mutex_);
    std::span<const float> samples(block.samples);
    const auto gap = block.pts - end_.value_or(block.pts);
    if (!end_ || gap > kLongestSilence || gap < -kLongestSilence) {
        stretch_.clear();
        end_ = block.pts;
    } else if (gap > kTolerance) {
        stretch_.push(std::vector<float>(toFrames(gap) * kPcmChannels));
        *end_ += gap;
    } else if (gap < -kTolerance) {
        samples = samples.subspan(std::min(samples.size(), toFrames(-gap) * kPcmChannels));
    }
    stretch_.push(samples);
    *end_ += toTime(samples.size() / kPcmChannels);
}

std::size_t SoundQueue::pull(std::span<float> interleaved, double rate) {
    const std::lock_guard lock(mutex_);
    return stretch_.pull(interleaved, rate);
}

std::optional<MediaTime> SoundQueue::position() const {
    const std::lock_guard lock(mutex_);
    return end_ && stretch_.framesQueued() > 0 ? std::optional(frontLocked()) : std::nullopt;
}

void SoundQueue::skipTo(MediaTime moment) {
    const std::lock_guard lock(mutex_);
    if (end_ && moment > frontLocked()) {
        stretch_.skip(toFrames(moment - frontLocked()));
    }
}

void SoundQueue::clear() {
    const std::lock_guard lock(mutex_);
    stretch_.clear();
    end_.reset();
}

MediaTime SoundQueue::frontLocked() const { return *end_ - toTime(stretch_.framesQueued()); }

}  // namespace footlight::playback
