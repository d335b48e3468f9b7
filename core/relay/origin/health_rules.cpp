#include "core/relay/origin/health_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace footlight::relay::origin {
namespace {

using Severity = HealthAdvice::Severity;

constexpr std::size_t kWindow = 10;  ///< seconds that are looked at
constexpr std::size_t kPatience = 5;
constexpr double kLongGop = 4;           ///< seconds
constexpr double kVeryLongGop = 10;      ///< seconds
constexpr double kFallenBehind = 1'000;  ///< milliseconds
constexpr double kFallingBehind = 300;   ///< milliseconds over the window
constexpr double kIrregular = 0.1;
constexpr double kUnstable = 0.5;  ///< of the bitrate's mean
constexpr double kLowFrameRate = 15;
constexpr double kDropsFrames = 0.85;
constexpr double kShare = 0.7;  ///< of what gets through is safe to send

double megabits(double bits) { return bits / 1'000'000; }

}  // namespace

std::vector<HealthAdvice> HealthRules::judge(const HealthSample& sample, const media::Tracks& tracks) {
    samples_.push_back(sample);
    if (samples_.size() > kWindow) {
        samples_.pop_front();
    }
    std::vector<HealthAdvice> advice;
    judgeTracks(tracks, advice);
    judgeWay(advice);
    judgeKeyFrames(advice);
    judgeRhythm(tracks, advice);
    judgeBitrate(advice);
    std::stable_sort(advice.begin(), advice.end(), [](const HealthAdvice& left, const HealthAdvice& right) {
        return left.severity > right.severity;
    });
    return advice;
}

void HealthRules::judgeTracks(const media::Tracks& tracks, std::vector<HealthAdvice>& advice) const {
    const auto isSilent = [](const HealthSample& one) { return one.health.audioBitrate == 0; };
    const auto isBlind = [](const HealthSample& one) { return one.health.frameRate == 0; };
    const auto recent = samples_.end() - static_cast<std::ptrdiff_t>(std::min(kPatience, samples_.size()));
    const bool lacksSound = !tracks.audio || std::all_of(recent, samples_.end(), isSilent);
    const bool lacksPicture = !tracks.video || std::all_of(recent, samples_.end(), isBlind);
    if (lacksSound && hasSeen(kPatience)) {
        advice.push_back({"ingest.no_audio", tracks.audio ? Severity::Problem : Severity::Warning, 0,
                          "No sound arrives. Add an audio source in the encoder, or see whether it is muted; "
                          "some players do not begin without sound."});
    }
    if (lacksPicture && hasSeen(kPatience)) {
        advice.push_back({"ingest.no_video", tracks.video ? Severity::Problem : Severity::Hint, 0,
                          tracks.video ? "No picture arrives, only sound. See whether the encoder's video "
                                         "source still runs, then start the stream again."
                                       : "This is sound alone. Add a video source in the encoder if viewers "
                                         "should see something."});
    }
}

void HealthRules::judgeKeyFrames(std::vector<HealthAdvice>& advice) const {
    const double interval = now().keyFrameInterval;
    if (interval > kLongGop) {
        advice.push_back(
            {"ingest.long_gop", interval > kVeryLongGop ? Severity::Problem : Severity::Warning, interval,
             fmt::format("A key frame comes only every {:.1f} s. Set the encoder's keyframe interval to 2 s: "
                         "viewers wait for one when they join, and after each interruption.",
                         interval)});
    }
    if (now().hasBFrames) {
        advice.push_back({"ingest.b_frames", Severity::Hint, 1,
                          "The encoder sends B-frames, which cost every viewer some latency. For the lowest "
                          "latency set B-frames to 0 (tune: zero latency)."});
    }
}

/// The network between encoder and relay.
void HealthRules::judgeWay(std::vector<HealthAdvice>& advice) const {
    const double grown = now().driftMs - samples_.front().health.driftMs;
    if (hasSeen(kPatience) && now().driftMs > kFallenBehind && grown > kFallingBehind) {
        double sum = 0;
        for (const auto& sample : samples_) {
            sum += static_cast<double>(sample.health.bitrate);
        }
        const double arrives = sum / static_cast<double>(samples_.size());
        advice.push_back(
            {"ingest.over_capacity", Severity::Problem, now().driftMs / 1000,
             fmt::format("What arrives falls further and further behind, {:.1f} s by now: the way to this "
                         "relay carries {:.1f} Mbit/s. Set the encoder's bitrate to {:.1f} Mbit/s or less.",
                         now().driftMs / 1000, megabits(arrives), megabits(arrives * kShare))});
    }
    const auto lost = now().lost - samples_.front().health.lost;
    if (lost > 0) {
        constexpr std::int64_t kMany = 100;
        advice.push_back(
            {"ingest.packet_loss", lost > kMany ? Severity::Problem : Severity::Warning,
             static_cast<double>(lost),
             fmt::format("The network lost {} packets in the last seconds, and pictures are damaged. Use SRT "
                         "with a latency of four round trips, a cable in place of Wi-Fi, or a lower bitrate.",
                         lost)});
    }
}

void HealthRules::judgeRhythm(const media::Tracks& tracks, std::vector<HealthAdvice>& advice) const {
    const auto& sample = samples_.back();
    if (!tracks.video || sample.usualFrameRate <= 0 || !hasSeen(kPatience)) {
        return;
    }
    if (sample.irregular > kIrregular) {
        advice.push_back(
            {"ingest.variable_frame_rate", Severity::Warning, sample.irregular,
             fmt::format("The time between pictures changes: {:.0f} % of them come early or late. Set a "
                         "constant frame rate (CFR) of 30 or 60 in the encoder.",
                         sample.irregular * 100)});
    }
    double mean = 0;
    for (const auto& one : samples_) {
        mean += one.health.frameRate / static_cast<double>(samples_.size());
    }
    const double wanted = tracks.video->frameRate > 0 ? tracks.video->frameRate : sample.usualFrameRate;
    if (mean < wanted * kDropsFrames && mean > 0) {
        advice.push_back(
            {"ingest.low_frame_rate", Severity::Warning, mean,
             fmt::format(
                 "Only {:.0f} of {:.0f} pictures a second arrive: the encoder leaves some out. Choose "
                 "a faster preset, a hardware encoder or a smaller picture.",
                 mean, wanted)});
    } else if (mean < kLowFrameRate && mean > 0) {
        advice.push_back({"ingest.low_frame_rate", Severity::Hint, mean,
                          fmt::format("{:.0f} pictures a second look jerky. Set the encoder to 30.", mean)});
    }
}

/// Over whole groups of pictures: a key frame makes every encoder's bitrate leap for a moment.
void HealthRules::judgeBitrate(std::vector<HealthAdvice>& advice) const {
    if (!hasSeen(kWindow)) {
        return;
    }
    const auto group = static_cast<std::size_t>(std::clamp(std::ceil(now().keyFrameInterval), 1.0, 4.0));
    std::vector<double> groups;
    for (std::size_t i = 0; i + group <= samples_.size(); i += group) {
        double sum = 0;
        for (std::size_t k = i; k < i + group; ++k) {
            sum += static_cast<double>(samples_[k].health.bitrate);
        }
        groups.push_back(sum / static_cast<double>(group));
    }
    double mean = 0;
    for (const double one : groups) {
        mean += one / static_cast<double>(groups.size());
    }
    double variance = 0;
    for (const double one : groups) {
        variance += std::pow(one - mean, 2) / static_cast<double>(groups.size());
    }
    const double spread = mean > 0 ? std::sqrt(variance) / mean : 0;
    if (spread > kUnstable) {
        advice.push_back(
            {"ingest.unstable_bitrate", Severity::Warning, spread,
             fmt::format(
                 "The bitrate leaps about its mean of {:.1f} Mbit/s. Set the encoder's rate control to "
                 "CBR, with a buffer of one second: viewers' networks cannot follow peaks.",
                 megabits(mean))});
    }
}

}  // namespace footlight::relay::origin
