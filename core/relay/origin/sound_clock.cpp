#include "core/relay/origin/sound_clock.h"

#include "core/media/bitstream/codec_description.h"

namespace footlight::relay::origin {
namespace {

constexpr std::int64_t kTicks = media::MediaTime::period::den;
/// Sound may lead the picture by 45 ms before it is noticed (ITU-R BT.1359).
constexpr std::int64_t kToleranceMilliseconds = 40;
constexpr int kUsualFrameSamples = 1024;

}  // namespace

std::optional<SoundClock> SoundClock::of(const media::Tracks& tracks) {
    if (!tracks.audio) {
        return std::nullopt;
    }
    const int samples =
        tracks.audio->codec == media::Codec::Aac ? media::samplesIn(*tracks.audio, {}) : kUsualFrameSamples;
    SoundClock clock(tracks.audio->sampleRate, samples > 0 ? samples : kUsualFrameSamples);
    clock.codec_ = tracks.audio->codec;
    return clock;
}

void SoundClock::follow(ByteView frame) {
    if (codec_ == media::Codec::Aac) {
        return;
    }
    if (const int samples = media::samplesIn(media::AudioTrack{codec_, {}, sampleRate_, 0}, frame);
        samples > 0) {
        frameSamples_ = samples;
    }
}

std::optional<std::int64_t> SoundClock::place(media::MediaTime time) {
    const auto stamped = samplesAt(time);
    const auto tolerance = sampleRate_ * kToleranceMilliseconds / 1000;
    if (next_ && stamped < *next_ - tolerance) {
        return std::nullopt;
    }
    const auto position = next_ && stamped <= *next_ + tolerance ? *next_ : stamped;
    next_ = position + frameSamples_;
    return position;
}

media::MediaTime SoundClock::timeOf(std::int64_t samples) const {
    return media::MediaTime{(samples * kTicks + sampleRate_ / 2) / sampleRate_};
}

std::int64_t SoundClock::samplesAt(media::MediaTime time) const {
    return (time.count() * sampleRate_ + kTicks / 2) / kTicks;
}

}  // namespace footlight::relay::origin
