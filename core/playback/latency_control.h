#pragma once

#include <deque>
#include <optional>

#include "core/base/clock.h"
#include "core/media/types/media_time.h"

namespace footlight::playback {

/// Decides how fast to play so that a live stream stays as close to its edge as the network lets it: a little
/// faster when behind the target, a little slower when about to run dry, a jump when far behind. Stalls move
/// the target away by as much as the media came late; quiet times bring it back. Owned and used by one
/// thread.
class LatencyControl {
public:
    static constexpr double kFastest = 1.08;
    static constexpr double kSlowest = 0.95;

    struct Limits {
        media::MediaTime holdBack{};        ///< the target as long as nothing stalls
        media::MediaTime targetDuration{};  ///< bounds how far stalls move the target
        media::MediaTime partTarget{};      ///< zero: whole segments
    };
    struct Decision {
        double rate = 1;
        bool jump = false;  ///< skip to target() behind the edge
    };

    void setLimits(Limits limits);
    /// Media up to `end` was complete at `now`.
    void arrived(SteadyTime now, media::MediaTime end);
    /// The stream's own time stood still or jumped: what was learned of its edge is void.
    void forgetEdge() { arrivals_.clear(); }
    /// Playback ran dry and the media came `late` after it was due.
    void stalled(SteadyTime now, std::chrono::nanoseconds late);

    /// `buffered` is the media at hand ahead of the play head at `position`.
    Decision decide(SteadyTime now, media::MediaTime position, media::MediaTime buffered);

    /// Where the edge is by now, seen from media that came in the last seconds.
    [[nodiscard]] std::optional<media::MediaTime> edge(SteadyTime now) const;
    [[nodiscard]] media::MediaTime target() const { return limits_.holdBack + allowance_; }

private:
    struct Arrival {
        SteadyTime at;
        media::MediaTime end;
    };

    void relax(SteadyTime now);
    [[nodiscard]] double rateFor(double secondsBehind, media::MediaTime buffered) const;

    Limits limits_;
    media::MediaTime allowance_{};
    std::deque<Arrival> arrivals_;
    SteadyTime lastChange_{};
    double rate_ = 1;
};

}  // namespace footlight::playback
