#include "core/relay/origin/follower.h"

#include <algorithm>
#include <utility>

#include "core/media/bitstream/parameter_sets.h"

namespace footlight::relay::origin {
namespace {

using media::MediaKind;
using media::MediaTime;
using media::Sample;

constexpr MediaTime kPatience = std::chrono::seconds{1};

/// Those of a publisher's tracks that go into one file, as its tracks 0.
media::Tracks select(const media::Tracks& tracks, const TrackSelection& selection) {
    media::Tracks chosen;
    if (selection.video) {
        chosen.video = *selection.video == 0 ? tracks.video : tracks.moreVideo.at(*selection.video);
    }
    if (selection.audio) {
        chosen.audio = *selection.audio == 0 ? tracks.audio : tracks.moreAudio.at(*selection.audio);
    }
    return chosen;
}

}  // namespace

Result<Follower> Follower::create(const media::Tracks& tracks, const TrackSelection& selection,
                                  MediaTime frame) {
    const auto chosen = select(tracks, selection);
    auto muxer = media::CmafMuxer::create(chosen);
    if (!muxer) {
        return fail(std::move(muxer.error()));
    }
    Follower follower;
    follower.muxer_ = std::move(*muxer);
    follower.selection_ = selection;
    follower.firstOf_ = chosen.video;
    follower.frame_ = frame;
    follower.sound_ = SoundClock::of(chosen);
    return follower;
}

void Follower::push(const media::Packet& packet) {
    if (packet.kind == MediaKind::Video && packet.track == selection_.video) {
        const auto dts = packet.dts.count();
        if (!pictures_.empty()) {
            pictures_.back().duration = std::max<std::int64_t>(dts - pictures_.back().dts, 1);
        }
        const auto payload = firstOf_ ? media::withParameterSets(*std::exchange(firstOf_, {}), packet.payload)
                                      : packet.payload;
        pictures_.push_back(
            {MediaKind::Video, dts, packet.pts.count(), frame_.count(), packet.isKeyFrame, payload});
    }
    if (packet.kind == MediaKind::Audio && packet.track == selection_.audio && sound_) {
        sound_->follow(*packet.payload);
        if (const auto position = sound_->place(packet.pts)) {
            sounds_.push_back(
                {MediaKind::Audio, *position, *position, sound_->frameSamples(), true, packet.payload});
        }
    }
}

Result<bool> Follower::settle(Rendition& rendition, bool isLast) {
    bool isChanged = false;
    while (!cuts_.empty() && (isLast || isDue())) {
        const auto cut = cuts_.front();
        cuts_.pop_front();
        auto made = make(cut, rendition);
        if (!made) {
            return made;
        }
        isChanged = isChanged || *made;
    }
    if (isLast) {
        endSegment(rendition);
    }
    return isChanged;
}

bool Follower::isDue() const {
    const auto end = cuts_.front().end;
    if (!muxer_ || cuts_.back().end - end > kPatience) {
        return true;
    }
    if (selection_.video) {
        return !pictures_.empty() && MediaTime{pictures_.back().dts} >= end;
    }
    return !sounds_.empty() && sound_->timeOf(sounds_.back().dts + sound_->frameSamples()) >= end;
}

Result<bool> Follower::make(const Cut& cut, Rendition& rendition) {
    if (cut.begins) {
        endSegment(rendition);
        rendition.beginSegment(*cut.begins);
        segmentDuration_ = {};
    }
    segmentDuration_ += cut.end - cut.start;
    const auto samples = takeSamples(cut.end);
    if (!samples.empty()) {
        auto bytes = muxer_->fragment(samples);
        if (!bytes) {
            return fail(std::move(bytes.error()));
        }
        const auto& first = samples.front();
        rendition.addPart(std::move(*bytes), cut.end - cut.start,
                          first.kind == MediaKind::Video ? first.isKeyFrame : !selection_.video);
    }
    if (cut.endsSegment) {
        endSegment(rendition);
    }
    return !samples.empty() || cut.endsSegment;
}

/// Every segment of the source has one here: one without parts is a gap.
void Follower::endSegment(Rendition& rendition) const {
    if (rendition.window().isOpen() && rendition.window().openParts() == 0) {
        rendition.closeAsGap(segmentDuration_);
    } else {
        rendition.closeSegment();
    }
}

/// The pictures, then the sound that begin before `end`.
std::vector<Sample> Follower::takeSamples(MediaTime end) {
    std::vector<Sample> samples;
    while (!pictures_.empty() && MediaTime{pictures_.front().dts} < end) {
        samples.push_back(std::move(pictures_.front()));
        pictures_.pop_front();
    }
    while (!sounds_.empty() && sound_->timeOf(sounds_.front().dts) < end) {
        samples.push_back(std::move(sounds_.front()));
        sounds_.pop_front();
    }
    return samples;
}

}  // namespace footlight::relay::origin
