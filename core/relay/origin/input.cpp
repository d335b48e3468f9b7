#include "core/relay/origin/input.h"

#include "core/relay/origin/stream_description.h"

namespace footlight::relay::origin {
namespace {

using media::MediaKind;
using media::MediaTime;

constexpr MediaTime kMarkReaches = std::chrono::seconds{30};
/// A group of pictures that is larger is not kept: the input is shown from the next one on.
constexpr std::size_t kMostBytes = 16 * 1024 * 1024;

}  // namespace

Input::Input(Setup setup) : setup_(std::move(setup)), lastPacketAt_(setup_.clock.steadyNow()) {}

Input::Step Input::tracks(media::Tracks tracks, const media::Tracks* expected) {
    tracks_ = std::move(tracks);
    const bool wasKnown = timeline_.has_value();
    if (wasKnown || !probe_) {
        probeAgain(expected);
    } else {
        probe_->tracks(tracks_);
    }
    return wasKnown ? Step::Broken : Step::Held;
}

void Input::probeAgain(const media::Tracks* expected) {
    timeline_.reset();
    packets_.clear();
    bytes_ = 0;
    probe_.emplace(setup_.settings, expected);
    probe_->tracks(tracks_);
    if (toldInterval_) {
        probe_->keyFrameInterval(*toldInterval_);
    }
}

Input::Step Input::add(media::Packet packet, const media::Tracks* expected) {
    const auto now = setup_.clock.steadyNow();
    lastPacketAt_ = now;
    stamps_.repair(packet, now);
    meter_.count(packet, now);
    if (timeline_) {
        const auto at = packet.pts;
        switch (timeline_->place(packet)) {
            case Placement::Dropped:
                return Step::Held;
            case Placement::Kept:
                keep(std::move(packet));
                return Step::Kept;
            case Placement::Jumped:
                break;
        }
        // The publisher's time leapt: an encoder that was restarted, or a laptop that slept.
        probeAgain(expected);
        anchor_ = {};
        if (mark_ && std::chrono::abs(mark_->at - packet.dts) < kMarkReaches) {
            anchor_.mark(mark_->at, mark_->utc, setup_.clock.utcNow());
        }
        anchor_.arrived(at, setup_.clock.utcNow());
        if (probe_->add(std::move(packet))) {
            begin();
        }
        return Step::Broken;
    }
    anchor_.arrived(packet.pts, setup_.clock.utcNow());
    return probe_ && probe_->add(std::move(packet)) ? begin() : Step::Held;
}

/// Enough is known: what the probe held back goes onto the time line.
Input::Step Input::begin() {
    shape_ = probe_->shape();
    auto packets = probe_->take();
    probe_.reset();
    timeline_.emplace(packets.front().dts, shape_.tracks.video.has_value());
    for (auto& packet : packets) {
        // What lies behind a leap among them is left out: the next packet is probed again.
        if (timeline_->place(packet) == Placement::Kept) {
            bytes_ += packet.payload->size();
            packets_.push_back(std::move(packet));
        }
    }
    return Step::Kept;
}

void Input::keep(media::Packet packet) {
    if (!isOnAir_) {
        const bool leads = packet.track == 0 && (packet.kind == MediaKind::Video || !shape_.tracks.video);
        const bool begins = leads && packet.isKeyFrame;
        if (begins || bytes_ > kMostBytes) {
            packets_.clear();
            bytes_ = 0;
        }
        if (packets_.empty() && !begins) {
            return;
        }
        bytes_ += packet.payload->size();
    }
    packets_.push_back(std::move(packet));
}

void Input::putOnAir(bool isOnAir) {
    isOnAir_ = isOnAir;
    bytes_ = 0;
}

void Input::captureClock(MediaTime at, UtcTime utc) {
    mark_ = Mark{at, utc};
    anchor_.mark(at, utc, setup_.clock.utcNow());
}

void Input::keyFrameInterval(MediaTime interval) {
    toldInterval_ = interval;
    if (probe_) {
        probe_->keyFrameInterval(interval);
    }
}

std::optional<BroadcastHealth> Input::health(SteadyTime now) {
    auto sample = meter_.measure(now);
    if (!sample) {
        return std::nullopt;
    }
    sample->health.slot = setup_.slot;
    describeTracks(tracks_, sample->health);
    sample->health.advice = rules_.judge(*sample, tracks_);
    return std::move(sample->health);
}

UtcTime Input::date(MediaTime at) { return anchor_.dateSegment(timeline_ ? timeline_->sourceTime(at) : at); }

}  // namespace footlight::relay::origin
