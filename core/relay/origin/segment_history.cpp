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

SegmentHistory::Block::Block(Stretch stretch)
    : deflated(bytesOf(stretch.lines)), map(std::move(stretch.map)), duration(stretch.duration) {}

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
    if (recent_.count == 0) {
        recent_.map = map_;
    }
    recent_.lines += hls::writeSegment(segment, map);
    recent_.duration += segment.duration;
    if (segment.map) {
        map_ = segment.map->uri;
    }
    isIndependent_ = isIndependent_ && isIndependent;
    ++count_;
    if (++recent_.count == kSegmentsPerBlock) {
        blocks_.push_back(std::make_shared<const Block>(std::exchange(recent_, {})));
    }
}

SegmentHistory::Tail SegmentHistory::tail(media::MediaTime least) const {
    auto first = blocks_.size();
    for (auto length = recent_.duration; first > 0 && length < least;) {
        length += blocks_[--first]->duration;
    }
    Tail tail{recent_.count + (blocks_.size() - first) * kSegmentsPerBlock, {}};
    const auto& map = first < blocks_.size() ? blocks_[first]->map : recent_.map;
    if (tail.count > 0 && !map.empty()) {
        tail.text = "#EXT-X-MAP:URI=\"" + map + "\"\n";
    }
    for (; first < blocks_.size(); ++first) {
        tail.text += textOf(blocks_[first]->deflated.inflate());
    }
    tail.text += recent_.lines;
    return tail;
}

void SegmentHistory::appendTo(Pieces& pieces) const {
    for (const auto& block : blocks_) {
        pieces.push_back(Piece::of(share(block->deflated.inflate())));
    }
    if (recent_.count > 0) {
        pieces.push_back(Piece::of(share(Bytes(recent_.lines.begin(), recent_.lines.end()))));
    }
}

void SegmentHistory::appendTo(GzipFile& file) const {
    for (const auto& block : blocks_) {
        file.add(block->deflated);
    }
    if (recent_.count > 0) {
        file.add(Deflated(bytesOf(recent_.lines)));
    }
}

}  // namespace footlight::relay::origin
