#include "core/relay/origin/packager.h"

#include <algorithm>
#include <utility>

#include "core/media/bitstream/parameter_sets.h"

namespace footlight::relay::origin {
namespace {

using media::MediaKind;
using media::MediaTime;
using media::Sample;

}  // namespace

Result<std::unique_ptr<Packager>> Packager::create(const StreamShape& shape, const Announcement& announcement,
                                                   const StreamSettings& settings) {
    auto muxer = media::CmafMuxer::create(shape.tracks);
    if (!muxer) {
        return fail(std::move(muxer.error()));
    }
    return std::unique_ptr<Packager>(new Packager(std::move(*muxer), shape, announcement, settings));
}

Packager::Packager(std::unique_ptr<media::CmafMuxer> muxer, const StreamShape& shape,
                   const Announcement& announcement, const StreamSettings& settings)
    : muxer_(std::move(muxer)),
      hasVideo_(shape.tracks.video.has_value()),
      firstOf_(shape.tracks.video),
      frame_(shape.frame),
      partTarget_(announcement.partTarget),
      longestGop_(settings.longestGop),
      rule_(announcement, settings.segmentGoal, shape.gop),
      sound_(SoundClock::of(shape.tracks)) {}

Result<Packager::Parts> Packager::push(const media::Packet& packet) {
    return packet.kind == MediaKind::Video ? pushPicture(packet) : pushSound(packet);
}

Result<Packager::Parts> Packager::pushPicture(const media::Packet& packet) {
    Parts parts;
    if (pausedAt_ && waitsForKeyFrame(packet)) {
        return parts;
    }
    if (!hasStarted_) {
        hasStarted_ = true;
        partStart_ = segmentStart_ = packet.dts;
    } else if (auto cut = cutBefore(packet, parts); !cut) {
        return fail(std::move(cut.error()));
    }
    if (pausedAt_ && waitsForKeyFrame(packet)) {
        return parts;
    }
    // Players that do not read another initialisation section behind a discontinuity (ffmpeg 5) go on by
    // these.
    const auto payload =
        firstOf_ ? media::withParameterSets(*std::exchange(firstOf_, {}), packet.payload) : packet.payload;
    pictures_.push_back({MediaKind::Video, packet.dts.count(), packet.pts.count(), frame_.count(),
                         packet.isKeyFrame, payload});
    return parts;
}

/// Ends the part that runs where `next` would make it too long, or begins a segment.
Result<void> Packager::cutBefore(const media::Packet& next, Parts& parts) {
    if (!pictures_.empty()) {
        pictures_.back().duration = next.dts.count() - pictures_.back().dts;
        followFrameRate(MediaTime{pictures_.back().duration});
    }
    auto done = sliceLongPicture(next.dts, parts);
    if (pausedAt_) {
        return done;
    }
    const bool beginsSegment = rule_.beginsSegment(segmentStart_, next.dts, next.isKeyFrame);
    const bool isFull = next.dts - partStart_ + frame_ > partTarget_ + kRounding;
    if (done && (beginsSegment || isFull)) {
        done = closePart(next.dts, pictures_.size(), parts);
    }
    if (done && !parts.empty() && (beginsSegment || rule_.mustEnd(segmentStart_, partStart_))) {
        parts.back().endsSegment = true;
        segmentStart_ = partStart_;
    }
    return done;
}

/// A picture that stands beyond the end of its part is followed by parts of sound alone, and by a pause where
/// there is no sound.
Result<void> Packager::sliceLongPicture(MediaTime until, Parts& parts) {
    while (until > partStart_ + partTarget_) {
        const auto end = partStart_ + partTarget_;
        if (pictures_.empty() && !hasSoundBefore(end)) {
            skipPause(until, parts);
            continue;
        }
        cutPictureAt(end, until);
        if (auto closed = closePart(end, pictures_.size(), parts); !closed) {
            return closed;
        }
    }
    return {};
}

/// A part cannot be empty, and none may pass the target: what comes next is put behind a discontinuity.
void Packager::skipPause(MediaTime until, Parts& parts) {
    if (!parts.empty()) {
        parts.back().endsSegment = true;
    }
    isBehindPause_ = true;
    if (hasSoundBefore(until - partTarget_)) {
        partStart_ = sound_->timeOf(sounds_.front().dts);
    } else {
        partStart_ = until;
        pausedAt_ = until;
    }
    segmentStart_ = partStart_;
}

/// Behind a pause players begin anew: with a key frame, unless none comes for very long. Sound from before it
/// has no picture to go with.
bool Packager::waitsForKeyFrame(const media::Packet& packet) {
    if (!packet.isKeyFrame && packet.dts - *pausedAt_ < longestGop_) {
        return true;
    }
    pausedAt_.reset();
    rule_.beginAnew(packet.dts);
    partStart_ = packet.dts;
    segmentStart_ = packet.dts;
    while (hasSoundBefore(partStart_)) {
        sounds_.pop_front();
    }
    return false;
}

/// The last picture before a pause does not reach into what follows it.
void Packager::cutPictureAt(MediaTime end, MediaTime until) {
    if (pictures_.empty() || hasSoundBefore(until) || until <= end + partTarget_) {
        return;
    }
    auto& last = pictures_.back();
    last.duration = std::min(last.duration, std::max(end.count() - last.dts, frame_.count()));
}

/// The rate may change under way. Slowly, so that rounding cancels out and a pause does not count.
void Packager::followFrameRate(MediaTime duration) {
    constexpr int kSlowness = 32;
    constexpr MediaTime kStep = std::chrono::milliseconds{1};
    frame_ += std::clamp(duration - frame_, -kStep, kStep) / kSlowness;
}

Result<Packager::Parts> Packager::pushSound(const media::Packet& packet) {
    Parts parts;
    if (sound_) {
        sound_->follow(*packet.payload);
    }
    const auto position = sound_ ? sound_->place(packet.pts) : std::nullopt;
    if (!position) {
        return parts;
    }
    if (!hasStarted_ && !hasVideo_) {
        hasStarted_ = true;
        partStart_ = segmentStart_ = sound_->timeOf(*position);
    }
    if (!sounds_.empty()) {
        sounds_.back().duration = *position - sounds_.back().dts;
    }
    sounds_.push_back({MediaKind::Audio, *position, *position, sound_->frameSamples(), true, packet.payload});
    lastSound_ = sounds_.back();
    if (hasVideo_ || !endsPartOfSound()) {
        return parts;
    }
    const auto end = sound_->timeOf(*position + sound_->frameSamples());
    if (auto closed = closePart(end, 0, parts); !closed) {
        return fail(std::move(closed.error()));
    }
    // Ends before the part that would go past the goal.
    parts.back().endsSegment = rule_.beginsSegment(segmentStart_, end + partTarget_, true);
    segmentStart_ = parts.back().endsSegment ? end : segmentStart_;
    return parts;
}

/// Whether one more frame of sound would make the part too long.
bool Packager::endsPartOfSound() const {
    const auto next = sounds_.back().dts + 2 * sound_->frameSamples();
    return sound_->timeOf(next) - partStart_ > partTarget_;
}

bool Packager::hasSoundBefore(MediaTime end) const {
    return !sounds_.empty() && sound_->timeOf(sounds_.front().dts) < end;
}

Result<Packager::Parts> Packager::flush() {
    Parts parts;
    auto end = partStart_;
    if (!pictures_.empty()) {
        auto& last = pictures_.back();
        end = std::min(MediaTime{last.dts + frame_.count()}, partStart_ + partTarget_);
        last.duration = std::max<std::int64_t>(end.count() - last.dts, 1);
        completeSound(end);
    } else if (!hasVideo_ && !sounds_.empty()) {
        end = std::max(end, sound_->timeOf(sounds_.back().dts + sounds_.back().duration));
    }
    if (end > partStart_) {
        if (auto closed = closePart(end, pictures_.size(), parts); !closed) {
            return fail(std::move(closed.error()));
        }
    }
    return parts;
}

/// A browser's buffer ends where its shorter track ends, and what follows begins where the picture ended: the
/// last frame of sound lasts until then, or is there again where it is in an earlier part.
void Packager::completeSound(MediaTime end) {
    if (!lastSound_) {
        return;
    }
    const auto until = sound_->samplesAt(end);
    const auto soundEnd = lastSound_->dts + sound_->frameSamples();
    if (hasSoundBefore(end)) {
        sounds_.back().duration = std::max(sounds_.back().duration, until - sounds_.back().dts);
    } else if (soundEnd < until && sound_->timeOf(soundEnd) + partTarget_ >= partStart_) {
        sounds_.push_front(
            {MediaKind::Audio, soundEnd, soundEnd, until - soundEnd, true, lastSound_->payload});
    }
}

Result<void> Packager::closePart(MediaTime end, std::size_t pictures, Parts& parts) {
    const auto samples = takeSamples(end, pictures);
    if (samples.empty()) {
        return {};
    }
    auto bytes = muxer_->fragment(samples);
    if (!bytes) {
        return fail(std::move(bytes.error()));
    }
    const auto& first = samples.front();
    PackagedPart part;
    part.bytes = std::move(*bytes);
    part.start = partStart_;
    part.shownAt = first.kind == MediaKind::Video ? MediaTime{first.pts} : sound_->timeOf(first.pts);
    part.duration = end - partStart_;
    part.followsPause = std::exchange(isBehindPause_, false);
    part.isIndependent = first.kind == MediaKind::Video ? first.isKeyFrame : !hasVideo_;
    parts.push_back(std::move(part));
    partStart_ = end;
    return {};
}

/// The first `pictures` pictures, then the sound that begins before `end`.
std::vector<Sample> Packager::takeSamples(MediaTime end, std::size_t pictures) {
    const auto last = pictures_.begin() + static_cast<std::ptrdiff_t>(pictures);
    std::vector<Sample> samples(std::make_move_iterator(pictures_.begin()), std::make_move_iterator(last));
    pictures_.erase(pictures_.begin(), last);
    while (hasSoundBefore(end)) {
        samples.push_back(std::move(sounds_.front()));
        sounds_.pop_front();
    }
    return samples;
}

}  // namespace footlight::relay::origin
