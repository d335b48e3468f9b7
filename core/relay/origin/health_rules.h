#pragma once

#include <deque>
#include <vector>

#include "core/media/types/track.h"
#include "core/relay/origin/health_meter.h"

namespace footlight::relay::origin {

/// Says in plain words what is wrong with what a publisher sends, and what to set. Looks at the last ten
/// seconds, so that one bad moment raises no alarm. One publisher.
class HealthRules {
public:
    /// The advice that holds now; worst first.
    std::vector<HealthAdvice> judge(const HealthSample& sample, const media::Tracks& tracks);

private:
    void judgeTracks(const media::Tracks& tracks, std::vector<HealthAdvice>& advice) const;
    void judgeKeyFrames(std::vector<HealthAdvice>& advice) const;
    void judgeWay(std::vector<HealthAdvice>& advice) const;
    void judgeRhythm(const media::Tracks& tracks, std::vector<HealthAdvice>& advice) const;
    void judgeBitrate(std::vector<HealthAdvice>& advice) const;

    [[nodiscard]] const BroadcastHealth& now() const { return samples_.back().health; }
    [[nodiscard]] bool hasSeen(std::size_t seconds) const { return samples_.size() >= seconds; }

    std::deque<HealthSample> samples_;
};

}  // namespace footlight::relay::origin
