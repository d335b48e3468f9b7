#include "core/playback/timeline.h"

#include <algorithm>

namespace footlight::playback {
namespace {

using media::MediaKind;
using media::MediaTime;
using media::ffmpeg::CodedFrame;

/// A time base that jumps further than this without saying so is taken for a discontinuity.
constexpr MediaTime kUnsaidJump = std::chrono::seconds(8);
/// Anchors differ by rounding alone below this.
constexpr MediaTime kSameAnchor = std::chrono::milliseconds(2);
/// Bound: the oldest anchor goes when there are more.
constexpr std::size_t kAnchors = 256;

MediaTime earliestPts(const std::vector<CodedFrame>& frames) {
    return std::min_element(frames.begin(), frames.end(),
                            [](const auto& a, const auto& b) { return a.pts < b.pts; })
        ->pts;
}

}  // namespace

std::optional<Timeline::Placement> Timeline::place(std::vector<CodedFrame>& frames, std::uint64_t era,
                                                   std::optional<UtcTime> startsAt) {
    if (frames.empty()) {
        return std::nullopt;
    }
    const auto first = earliestPts(frames);
    Placement placement;
    const auto jump = first + offset_ - end_;
    placement.isBreak = !era_ || *era_ != era || jump > kUnsaidJump || jump < -kUnsaidJump;
    if (placement.isBreak) {
        era_ = era;
        offset_ = end_ - first;
        lastVideoDts_.reset();
        lastAudioDts_.reset();
    }
    for (auto& frame : frames) {
        frame.pts += offset_;
        frame.dts += offset_;
    }
    if (startsAt) {
        anchor(first + offset_, *startsAt);
    }
    std::erase_if(frames, [this](const auto& frame) { return isPlaced(frame); });
    if (frames.empty()) {
        return std::nullopt;
    }
    placement.start = earliestPts(frames);
    for (const auto& frame : frames) {
        auto& last = frame.kind == MediaKind::Video ? lastVideoDts_ : lastAudioDts_;
        last = std::max(last.value_or(frame.dts), frame.dts);
        placement.end = std::max(placement.end, frame.pts + frame.duration);
    }
    end_ = std::max(end_, placement.end);
    return placement;
}

bool Timeline::isPlaced(const CodedFrame& frame) const {
    const auto& last = frame.kind == MediaKind::Video ? lastVideoDts_ : lastAudioDts_;
    return last && frame.dts <= *last;
}

void Timeline::anchor(MediaTime from, UtcTime startsAt) {
    const auto offset = std::chrono::duration_cast<MediaTime>(startsAt.time_since_epoch()) - from;
    if (!anchors_.empty() && std::chrono::abs(offset - anchors_.back().captureOffset) < kSameAnchor) {
        return;
    }
    anchors_.push_back({from, offset});
    if (anchors_.size() > kAnchors) {
        anchors_.pop_front();
    }
}

std::optional<UtcTime> Timeline::capturedAt(MediaTime at) const {
    const auto found = std::find_if(anchors_.rbegin(), anchors_.rend(),
                                    [at](const auto& anchor) { return anchor.from <= at; });
    if (found == anchors_.rend()) {
        return std::nullopt;
    }
    return UtcTime(std::chrono::round<std::chrono::milliseconds>(at + found->captureOffset));
}

}  // namespace footlight::playback
