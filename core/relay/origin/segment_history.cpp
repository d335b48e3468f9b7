#include "core/relay/origin/segment_history.h"

#include "core/hls/writer.h"

namespace footlight::relay::origin {
namespace {

constexpr std::size_t kSegmentsPerBlock = 64;

/// One that nobody dated or that came before any initialisation section is listed without.
hls::Segment describe(const ArchivedSegment& segment) {
    hls::Segment description;
    description.uri = std::to_string(segment.head.sequence) + ".m4s";
    description.duration = segment.duration;
    if (segment.head.shownAt != UtcTime{}) {
        description.programDateTime = segment.head.shownAt;
    }
    description.discontinuity = segment.head.discontinuity;
    description.isGap = segment.isGap;
    if (!segment.head.init.empty()) {
        description.map = hls::Map{segment.head.init, std::nullopt};
    }
    return description;
}

}  // namespace

hls::Segment describe(const WindowSegment& segment) {
    hls::Segment description;
    description.uri = segment.name();
    description.duration = segment.duration;
    description.programDateTime = segment.shownAt;
    description.discontinuity = segment.discontinuity;
    description.isGap = segment.isGap;
    description.map = hls::Map{segment.init->name, std::nullopt};
    return description;
}

HistoryPtr SegmentHistory::begin(std::uint64_t firstSequence, std::uint64_t discontinuitySequence) {
    auto history = std::make_shared<SegmentHistory>();
    history->firstSequence_ = firstSequence;
    history->discontinuitySequence_ = discontinuitySequence;
    return history;
}

HistoryPtr SegmentHistory::of(std::span<const ArchivedSegment> segments,
                              std::uint64_t discontinuitySequence) {
    auto history = std::make_shared<SegmentHistory>();
    history->firstSequence_ = segments.front().head.sequence;
    history->discontinuitySequence_ = discontinuitySequence;
    for (const auto& segment : segments) {
        history->add(describe(segment), true);
    }
    return history;
}

HistoryPtr SegmentHistory::with(const WindowSegment& segment) const {
    auto next = std::make_shared<SegmentHistory>(*this);
    next->add(describe(segment), segment.parts.empty() || segment.parts.front().isIndependent);
    return next;
}

void SegmentHistory::add(const hls::Segment& segment, bool isIndependent) {
    std::optional<hls::Map> map;
    if (!map_.empty()) {
        map = hls::Map{map_, std::nullopt};
    }
    recent_ += hls::writeSegment(segment, map);
    if (segment.map) {
        map_ = segment.map->uri;
    }
    isIndependent_ = isIndependent_ && isIndependent;
    ++count_;
    if (++recentCount_ == kSegmentsPerBlock) {
        blocks_.push_back(std::make_shared<const Deflated>(bytesOf(std::exchange(recent_, {}))));
        recentCount_ = 0;
    }
}

void SegmentHistory::appendTo(Pieces& pieces) const {
    for (const auto& block : blocks_) {
        pieces.push_back(Piece::of(share(block->inflate())));
    }
    if (!recent_.empty()) {
        pieces.push_back(Piece::of(share(Bytes(recent_.begin(), recent_.end()))));
    }
}

void SegmentHistory::appendTo(GzipFile& file) const {
    for (const auto& block : blocks_) {
        file.add(*block);
    }
    if (!recent_.empty()) {
        file.add(Deflated(bytesOf(recent_)));
    }
}

}  // namespace footlight::relay::origin
