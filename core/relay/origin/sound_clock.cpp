#include "core/relay/origin/sound_clock.h"

#include "core/media/bitstream/aac_configuration.h"

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
    const auto configuration = media::parseAacConfiguration(tracks.audio->configuration);
    return SoundClock(tracks.audio->sampleRate,
                      configuration ? configuration->frameSamples : kUsualFrameSamples);
}

std::optional<std::int64_t> SoundClock::place(media::MediaTime time) {
    const auto stamped = (time.count() * sampleRate_ + kTicks / 2) / kTicks;
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

}  // namespace footlight::relay::origin
