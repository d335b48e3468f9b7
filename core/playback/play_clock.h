#pragma once

#include <chrono>

#include "core/base/clock.h"
#include "core/media/types/media_time.h"

namespace footlight::playback {

/// The play head: media time that runs with the steady clock, at a rate, and follows what the audio device
/// says. Owned and used by one thread.
class PlayClock {
public:
    void start(SteadyTime now, media::MediaTime at) {
        anchorTime_ = now;
        anchorMedia_ = at;
        isRunning_ = true;
    }
    void stop(SteadyTime now) {
        anchorMedia_ = at(now);
        isRunning_ = false;
    }
    void setRate(SteadyTime now, double rate) {
        if (isRunning_) {
            start(now, at(now));
        }
        rate_ = rate;
    }
    /// What a device was heard to play: small differences are taken up slowly, so that its period does not
    /// show.
    void follow(SteadyTime now, media::MediaTime heard) {
        start(now, at(now) + (heard - at(now)) / kSmoothing);
    }

    [[nodiscard]] media::MediaTime at(SteadyTime now) const {
        if (!isRunning_) {
            return anchorMedia_;
        }
        return anchorMedia_ + std::chrono::duration_cast<media::MediaTime>((now - anchorTime_) * rate_);
    }
    /// How long from `now` until the play head reaches `moment`.
    [[nodiscard]] std::chrono::nanoseconds until(SteadyTime now, media::MediaTime moment) const {
        return std::chrono::duration_cast<std::chrono::nanoseconds>((moment - at(now)) / rate_);
    }
    [[nodiscard]] bool isRunning() const { return isRunning_; }
    [[nodiscard]] double rate() const { return rate_; }

private:
    static constexpr int kSmoothing = 16;

    SteadyTime anchorTime_{};
    media::MediaTime anchorMedia_{};
    double rate_ = 1;
    bool isRunning_ = false;
};

}  // namespace footlight::playback
