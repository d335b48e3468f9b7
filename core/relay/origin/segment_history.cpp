#include "core/relay/origin/segment_history.h"

#include "core/hls/writer.h"

namespace footlight::relay::origin {
namespace {

constexpr std::size_t kSegmentsPerBlock = 64;

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

SegmentHistory::Block::Block(std::string lines)
    : text(share(Bytes(lines.begin(), lines.end()))), deflated(bytesOf(lines)) {}

HistoryPtr SegmentHistory::begin(std::uint64_t firstSequence, std::uint64_t discontinuitySequence) {
    auto history = std::make_shared<SegmentHistory>();
    history->firstSequence_ = firstSequence;
    history->discontinuitySequence_ = discontinuitySequence;
    return history;
}

HistoryPtr SegmentHistory::with(const WindowSegment& segment) const {
    auto next = std::make_shared<SegmentHistory>(*this);
    std::optional<hls::Map> map;
    if (!next->map_.empty()) {
        map = hls::Map{next->map_, std::nullopt};
    }
    next->recent_ += hls::writeSegment(describe(segment), map);
    next->map_ = segment.init->name;
    next->isIndependent_ = isIndependent_ && (segment.parts.empty() || segment.parts.front().isIndependent);
    ++next->count_;
    if (++next->recentCount_ == kSegmentsPerBlock) {
        next->blocks_.push_back(std::make_shared<const Block>(std::exchange(next->recent_, {})));
        next->recentCount_ = 0;
    }
    return next;
}

void SegmentHistory::appendTo(Pieces& pieces) const {
    for (const auto& block : blocks_) {
        pieces.push_back(Piece::of(block->text));
    }
    if (!recent_.empty()) {
        pieces.push_back(Piece::of(share(Bytes(recent_.begin(), recent_.end()))));
    }
}

void SegmentHistory::appendTo(GzipFile& file) const {
    for (const auto& block : blocks_) {
        file.add(block->deflated);
    }
    if (!recent_.empty()) {
        file.add(Deflated(bytesOf(recent_)));
    }
}

}  // namespace footlight::relay::origin
