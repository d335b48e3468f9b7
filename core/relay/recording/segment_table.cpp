#include "core/relay/recording/segment_table.h"

namespace footlight::relay::recording {

SegmentTable::SegmentTable(const std::vector<KeptSegment>& segments) {
    for (const auto& segment : segments) {
        add(segment);
    }
}

void SegmentTable::add(const KeptSegment& segment) {
    Entry entry{};
    entry.sequence = segment.head.sequence;
    entry.shownAt = segment.head.shownAt;
    entry.offset = segment.offset;
    entry.size = static_cast<std::uint32_t>(segment.size);
    entry.duration = static_cast<std::uint32_t>(segment.duration.count());
    entry.blob = numberOf(segment.blob) & 0xFF'FFFF;
    entry.isDiscontinuous = segment.head.discontinuity ? 1 : 0;
    entry.isSlate = segment.head.isSlate ? 1 : 0;
    entry.init = numberOf(segment.head.init);
    entries_.push_back(entry);
    bytes_ += segment.size;
}

KeptSegment SegmentTable::operator[](std::size_t index) const {
    const auto& entry = entries_[index];
    KeptSegment segment;
    segment.head.sequence = entry.sequence;
    segment.head.shownAt = entry.shownAt;
    segment.head.discontinuity = entry.isDiscontinuous != 0;
    segment.head.isSlate = entry.isSlate != 0;
    segment.head.init = names_[entry.init];
    segment.duration = ticks(entry);
    segment.blob = names_[entry.blob];
    segment.offset = entry.offset;
    segment.size = entry.size;
    return segment;
}

bool SegmentTable::isShown(std::size_t index) const {
    const auto& entry = entries_[index];
    return entry.isSlate == 0 && !names_[entry.blob].empty();
}

std::uint32_t SegmentTable::numberOf(const std::string& name) {
    const auto [known, isNew] = numbers_.try_emplace(name, static_cast<std::uint32_t>(names_.size()));
    if (isNew) {
        names_.push_back(name);
    }
    return known->second;
}

}  // namespace footlight::relay::recording
