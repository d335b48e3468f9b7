#include "core/media/cmaf/track_tables.h"

#include <algorithm>
#include <limits>

namespace footlight::media {
namespace {

constexpr std::uint64_t kNarrow = std::numeric_limits<std::uint32_t>::max();

std::int64_t rescaled(std::int64_t ticks, std::uint32_t from, std::uint32_t to) {
    return static_cast<std::int64_t>(static_cast<double>(ticks) * to / from + 0.5);
}

}  // namespace

TrackTables::TrackTables(const InitTrack& track)
    : head_{1, track.kind, track.timescale, 0, 0, track.width, track.height, track.language} {}

void TrackTables::beginChunk(std::uint64_t offset, const Bytes& sampleEntry) {
    auto entry = std::find(entries_.begin(), entries_.end(), sampleEntry);
    if (entry == entries_.end()) {
        entry = entries_.insert(entries_.end(), sampleEntry);
    }
    chunks_.push_back({offset, 0, static_cast<std::uint32_t>(entry - entries_.begin()) + 1});
}

void TrackTables::add(std::uint64_t dts, std::uint32_t size, std::uint32_t duration,
                      std::int32_t compositionOffset, bool isKeyFrame) {
    if (last_) {
        dts = std::max(dts, last_->dts + 1);
        repeat(durations_, static_cast<std::uint32_t>(std::min(dts - last_->dts, kNarrow)));
    } else {
        first_ = dts;
    }
    last_ = Last{dts, duration};
    shownEnd_ = std::max(shownEnd_, static_cast<std::int64_t>(dts) + compositionOffset + duration);
    sizes_.push_back(size);
    repeat(offsets_, static_cast<std::uint32_t>(compositionOffset));
    isReordered_ = isReordered_ || compositionOffset != 0;
    if (isKeyFrame) {
        keyFrames_.push_back(static_cast<std::uint32_t>(sizes_.size()));
    }
    ++chunks_.back().samples;
}

std::int64_t TrackTables::shownAt() const {
    const auto offset = offsets_.empty() ? 0 : static_cast<std::int32_t>(offsets_.front().value);
    return static_cast<std::int64_t>(first_) + offset;
}

void TrackTables::repeat(std::vector<Repeated>& runs, std::uint32_t value) {
    if (!runs.empty() && runs.back().value == value) {
        ++runs.back().count;
    } else {
        runs.push_back({1, value});
    }
}

void TrackTables::write(BoxWriter& writer, std::uint32_t id, std::uint64_t base, std::int64_t zero,
                        std::uint32_t movieTimescale) const {
    TrackHead head = head_;
    head.id = id;
    head.duration = last_ ? last_->dts + last_->duration - first_ : 0;
    head.movieDuration =
        static_cast<std::uint64_t>(rescaled(shownEnd_ - zero, head.timescale, movieTimescale));
    writeTrack(
        writer, head, [&] { writeEdits(writer, zero, movieTimescale); },
        [&] { writeSampleTable(writer, base); });
}

/// A track that is shown later than the movie begins waits in an empty edit; one whose first picture has an
/// offset begins there.
void TrackTables::writeEdits(BoxWriter& writer, std::int64_t zero, std::uint32_t movieTimescale) const {
    const std::int64_t wait =
        rescaled(std::max<std::int64_t>(shownAt() - zero, 0), head_.timescale, movieTimescale);
    const std::int64_t mediaBegin = std::max<std::int64_t>(shownAt() - static_cast<std::int64_t>(first_), 0);
    if (wait == 0 && mediaBegin == 0) {
        return;
    }
    const auto length = rescaled(shownEnd_ - shownAt(), head_.timescale, movieTimescale);
    writer.box("edts", [&] {
        writer.fullBox("elst", 1, 0, [&] {
            writer.u32(wait > 0 ? 2 : 1);
            if (wait > 0) {
                writer.u64(static_cast<std::uint64_t>(wait));
                writer.u64(std::numeric_limits<std::uint64_t>::max());
                writer.u32(0x10000);
            }
            writer.u64(static_cast<std::uint64_t>(std::max<std::int64_t>(length, 0)));
            writer.u64(static_cast<std::uint64_t>(mediaBegin));
            writer.u32(0x10000);
        });
    });
}

void TrackTables::writeSampleTable(BoxWriter& writer, std::uint64_t base) const {
    writer.fullBox("stsd", 0, 0, [&] {
        writer.u32(static_cast<std::uint32_t>(entries_.size()));
        for (const auto& entry : entries_) {
            writer.append(entry);
        }
    });
    writeTimes(writer);
    writer.fullBox("stsz", 0, 0, [&] {
        writer.u32(0);
        writer.u32(static_cast<std::uint32_t>(sizes_.size()));
        for (const auto size : sizes_) {
            writer.u32(size);
        }
    });
    writeChunks(writer, base);
}

void TrackTables::writeTimes(BoxWriter& writer) const {
    writer.fullBox("stts", 0, 0, [&] {
        writer.u32(static_cast<std::uint32_t>(durations_.size() + (last_ ? 1 : 0)));
        for (const auto& run : durations_) {
            writer.u32(run.count);
            writer.u32(run.value);
        }
        if (last_) {
            writer.u32(1);
            writer.u32(last_->duration);
        }
    });
    if (isReordered_) {
        writer.fullBox("ctts", 1, 0, [&] {
            writer.u32(static_cast<std::uint32_t>(offsets_.size()));
            for (const auto& run : offsets_) {
                writer.u32(run.count);
                writer.u32(run.value);
            }
        });
    }
    if (head_.kind == MediaKind::Video) {
        writer.fullBox("stss", 0, 0, [&] {
            writer.u32(static_cast<std::uint32_t>(keyFrames_.size()));
            for (const auto number : keyFrames_) {
                writer.u32(number);
            }
        });
    }
}

std::vector<TrackTables::ChunkKind> TrackTables::chunkKinds() const {
    std::vector<ChunkKind> kinds;
    std::uint32_t number = 0;
    for (const auto& chunk : chunks_) {
        ++number;
        if (kinds.empty() || kinds.back().samples != chunk.samples || kinds.back().entry != chunk.entry) {
            kinds.push_back({number, chunk.samples, chunk.entry});
        }
    }
    return kinds;
}

void TrackTables::writeChunks(BoxWriter& writer, std::uint64_t base) const {
    writer.fullBox("stsc", 0, 0, [&] {
        const auto kinds = chunkKinds();
        writer.u32(static_cast<std::uint32_t>(kinds.size()));
        for (const auto& kind : kinds) {
            writer.u32(kind.firstChunk);
            writer.u32(kind.samples);
            writer.u32(kind.entry);
        }
    });
    const bool isWide = !chunks_.empty() && chunks_.back().offset > kNarrow / 2;
    writer.fullBox(isWide ? "co64" : "stco", 0, 0, [&] {
        writer.u32(static_cast<std::uint32_t>(chunks_.size()));
        for (const auto& chunk : chunks_) {
            if (isWide) {
                writer.u64(base + chunk.offset);
            } else {
                writer.u32(static_cast<std::uint32_t>(base + chunk.offset));
            }
        }
    });
}

}  // namespace footlight::media
