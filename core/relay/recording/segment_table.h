#pragma once

#include <cstdint>
#include <deque>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "core/relay/recording/kept_segment.h"

namespace footlight::relay::recording {

/// The segments of one rendition in the order of their numbers, 40 bytes each: a broadcast of a day has
/// 43,200, and a relay has many. The names that they share are kept once. Gives out copies. One thread at a
/// time.
class SegmentTable {
public:
    class Iterator {
    public:
        using iterator_category = std::input_iterator_tag;
        using value_type = KeptSegment;
        using difference_type = std::ptrdiff_t;
        using pointer = void;
        using reference = KeptSegment;

        Iterator(const SegmentTable& table, std::size_t index) : table_(&table), index_(index) {}
        KeptSegment operator*() const { return (*table_)[index_]; }
        Iterator& operator++() {
            ++index_;
            return *this;
        }
        bool operator==(const Iterator& other) const { return index_ == other.index_; }

    private:
        const SegmentTable* table_;
        std::size_t index_;
    };

    SegmentTable() = default;
    explicit SegmentTable(const std::vector<KeptSegment>& segments);

    /// Behind the others; its number is larger than theirs.
    void add(const KeptSegment& segment);
    [[nodiscard]] KeptSegment operator[](std::size_t index) const;
    [[nodiscard]] KeptSegment front() const { return (*this)[0]; }
    [[nodiscard]] KeptSegment back() const { return (*this)[size() - 1]; }
    [[nodiscard]] std::size_t size() const { return entries_.size(); }
    [[nodiscard]] bool empty() const { return entries_.empty(); }
    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }
    [[nodiscard]] bool isShown(std::size_t index) const;
    [[nodiscard]] KeptTime time(std::size_t index) const {
        return {entries_[index].shownAt, ticks(entries_[index])};
    }
    [[nodiscard]] Iterator begin() const { return {*this, 0}; }
    [[nodiscard]] Iterator end() const { return {*this, size()}; }

private:
    struct Entry {
        std::uint64_t sequence;
        UtcTime shownAt;
        std::uint64_t offset;
        std::uint32_t size;      ///< bytes
        std::uint32_t duration;  ///< ticks of MediaTime
        std::uint32_t blob : 24;
        std::uint32_t isDiscontinuous : 1;
        std::uint32_t isSlate : 1;
        std::uint32_t init;
    };

    [[nodiscard]] static media::MediaTime ticks(const Entry& entry) {
        return media::MediaTime{entry.duration};
    }
    [[nodiscard]] std::uint32_t numberOf(const std::string& name);

    std::deque<Entry> entries_;
    std::vector<std::string> names_;
    std::map<std::string, std::uint32_t> numbers_;
    std::uint64_t bytes_ = 0;
};

}  // namespace footlight::relay::recording
