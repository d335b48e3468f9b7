#include "core/relay/origin/health_meter.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace footlight::relay::origin {
namespace {

using media::MediaTime;

constexpr std::size_t kSteps = 300;
constexpr std::size_t kFewestSteps = 60;
/// A leap of the time stamps is no drift.
constexpr MediaTime kLeap = std::chrono::seconds{10};

}  // namespace

void HealthMeter::count(const media::Packet& packet, SteadyTime now) {
    since_ = since_.value_or(now);
    const auto bytes = static_cast<std::int64_t>(packet.payload->size());
    if (packet.kind == media::MediaKind::Audio) {
        audioBytes_ += bytes;
    } else {
        videoBytes_ += bytes;
    }
    if (packet.kind == media::MediaKind::Video && packet.track == 0) {
        countPicture(packet);
    }
    if (packet.track == 0) {
        followDrift(packet.dts, now);
    }
}

void HealthMeter::countPicture(const media::Packet& packet) {
    ++pictures_;
    hasBFrames_ = hasBFrames_ || packet.pts > packet.dts;
    if (packet.isKeyFrame) {
        keyFrameInterval_ = keyFrame_ ? std::max(media::toSeconds(packet.dts - *keyFrame_), 0.0) : 0;
        keyFrame_ = packet.dts;
    }
    if (picture_ && packet.dts > *picture_ && packet.dts - *picture_ < kLeap) {
        steps_.push_back((packet.dts - *picture_).count());
        if (steps_.size() > kSteps) {
            steps_.pop_front();
        }
    }
    picture_ = packet.dts;
}

/// How far arrival has fallen behind the stream's own time, against the best that it ever was.
void HealthMeter::followDrift(MediaTime dts, SteadyTime now) {
    if (!start_ || std::chrono::abs(dts - start_->last) > kLeap) {
        start_ = Start{dts, dts, now, {}};
    }
    start_->last = dts;
    const std::chrono::duration<double, std::milli> behind = (now - start_->arrived) - (dts - start_->at);
    start_->best = std::min(start_->best, behind);
    driftMs_ = (behind - start_->best).count();
}

std::optional<HealthSample> HealthMeter::measure(SteadyTime now) {
    if (!since_ || now - *since_ < std::chrono::seconds{1}) {
        return std::nullopt;
    }
    const std::chrono::duration<double> elapsed = now - *since_;
    const auto bitrate = [&](std::int64_t bytes) {
        return static_cast<std::int64_t>(static_cast<double>(bytes) * 8 / elapsed.count());
    };
    HealthSample sample;
    auto& health = sample.health;
    health.bitrate = bitrate(audioBytes_ + videoBytes_);
    health.audioBitrate = bitrate(audioBytes_);
    health.frameRate = static_cast<double>(pictures_) / elapsed.count();
    health.keyFrameInterval = keyFrameInterval_;
    health.hasBFrames = hasBFrames_;
    health.driftMs = driftMs_;
    health.lost = lost_;
    judgeRhythm(sample);
    since_ = now;
    audioBytes_ = 0;
    videoBytes_ = 0;
    pictures_ = 0;
    return sample;
}

void HealthMeter::judgeRhythm(HealthSample& sample) const {
    if (steps_.size() < kFewestSteps) {
        return;
    }
    std::vector<std::int64_t> sorted(steps_.begin(), steps_.end());
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    const auto usual = *middle;
    const auto isOff = [usual](std::int64_t step) { return std::abs(step - usual) * 4 > usual; };
    const auto off = std::count_if(steps_.begin(), steps_.end(), isOff);
    sample.usualFrameRate = 1 / media::toSeconds(MediaTime{usual});
    sample.irregular = static_cast<double>(off) / static_cast<double>(steps_.size());
}

}  // namespace footlight::relay::origin
