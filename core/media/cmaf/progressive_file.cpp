#include "core/media/cmaf/progressive_file.h"

#include <algorithm>
#include <limits>

namespace footlight::media {
namespace {

constexpr std::int64_t kClock = MediaTime::period::den;
constexpr std::size_t kShortDataHead = 8;
constexpr std::size_t kLongDataHead = 16;

/// `ticks` of 1/`from` s in 1/`to` s, rounded down, without running over.
std::int64_t rescaled(std::int64_t ticks, std::int64_t from, std::int64_t to) {
    return from == to ? ticks : ticks / from * to + ticks % from * to / from;
}

const InitTrack* firstOf(const std::vector<InitTrack>& init, MediaKind kind) {
    const auto track =
        std::find_if(init.begin(), init.end(), [&](const InitTrack& known) { return known.kind == kind; });
    return track == init.end() ? nullptr : &*track;
}

/// Where a run begins, on the segment's clock in 1/90000 s.
std::int64_t beginOf(const InitTrack& track, const IndexedRun& run) {
    return rescaled(static_cast<std::int64_t>(run.decodeTime), track.timescale, kClock);
}

void writeFileType(BoxWriter& writer) {
    writer.box("ftyp", [&] {
        writer.append("isom");
        writer.u32(0x200);
        for (const std::string_view brand : {"isom", "iso6", "mp41"}) {
            writer.append(brand);
        }
    });
}

}  // namespace

ProgressiveBuilder::ProgressiveBuilder(MediaTime from, MediaTime to) : from_(from.count()), to_(to.count()) {}

void ProgressiveBuilder::add(const std::vector<InitTrack>& init, const SegmentIndex& segment,
                             Continuity continuity) {
    if (segments_ == 0 || continuity == Continuity::Breaks) {
        placeInTime(init, segment);
    }
    hasVideo_ = firstOf(init, MediaKind::Video) != nullptr;
    for (const auto& fragment : segment.fragments) {
        takeFragment(init, fragment);
    }
    ++segments_;
}

/// The first frame stands where the last one ended.
void ProgressiveBuilder::placeInTime(const std::vector<InitTrack>& init, const SegmentIndex& segment) {
    std::int64_t first = std::numeric_limits<std::int64_t>::max();
    for (const auto& fragment : segment.fragments) {
        for (const auto& run : fragment) {
            const auto track = std::find_if(init.begin(), init.end(),
                                            [&](const auto& known) { return known.id == run.track; });
            first = std::min(first, beginOf(*track, run));
        }
        if (!fragment.empty()) {
            shift_ = end_ - first;
            return;
        }
    }
}

void ProgressiveBuilder::takeFragment(const std::vector<InitTrack>& init, const IndexedFragment& fragment) {
    for (const auto kind : {MediaKind::Video, MediaKind::Audio}) {
        const auto* track = firstOf(init, kind);
        if (track == nullptr) {
            continue;
        }
        for (const auto& run : fragment) {
            if (run.track == track->id) {
                takeRun(*track, run);
            }
        }
    }
}

void ProgressiveBuilder::takeRun(const InitTrack& track, const IndexedRun& run) {
    std::uint64_t ticks = run.decodeTime;
    std::uint64_t expected = 0;
    bool isBehindAnother = false;
    for (const auto& sample : run.samples) {
        const auto begin = rescaled(static_cast<std::int64_t>(ticks), track.timescale, kClock) + shift_;
        const auto end =
            rescaled(static_cast<std::int64_t>(ticks + sample.duration), track.timescale, kClock) + shift_;
        end_ = std::max(end_, end);
        if (isWanted(track.kind, sample, begin, end)) {
            take(track, sample, ticks, !isBehindAnother || !hasBegun_ || sample.offset != expected);
            isBehindAnother = true;
            expected = sample.offset + sample.size;
        } else {
            isBehindAnother = false;
        }
        ticks += sample.duration;
    }
}

/// Also decides where the file begins: at each key frame up to `from` anew.
bool ProgressiveBuilder::isWanted(MediaKind kind, const IndexedSample& sample, std::int64_t begin,
                                  std::int64_t end) {
    const bool leads = kind == MediaKind::Video || !hasVideo_;
    if (begin >= to_) {
        isFull_ = isFull_ || (leads && hasBegun_);
        return false;
    }
    if (kind == MediaKind::Video && sample.isKeyFrame && (!hasBegun_ || begin <= from_)) {
        restart();
        begin_ = begin;
    } else if (leads && !hasVideo_ && !hasBegun_ && end > from_) {
        restart();
        begin_ = begin;
    }
    return hasBegun_ && begin >= begin_;
}

void ProgressiveBuilder::restart() {
    hasBegun_ = true;
    tables_.clear();
    ranges_.clear();
    dataSize_ = 0;
}

void ProgressiveBuilder::take(const InitTrack& track, const IndexedSample& sample, std::uint64_t ticks,
                              bool beginsChunk) {
    auto& tables = tables_.try_emplace(track.kind, track).first->second;
    if (beginsChunk || tables.isEmpty()) {
        tables.beginChunk(dataSize_, track.sampleEntry);
    }
    const std::int64_t scale = tables.timescale();
    const auto dts =
        rescaled(static_cast<std::int64_t>(ticks), track.timescale, scale) + rescaled(shift_, kClock, scale);
    tables.add(static_cast<std::uint64_t>(std::max<std::int64_t>(dts, 0)), sample.size,
               static_cast<std::uint32_t>(rescaled(sample.duration, track.timescale, scale)),
               static_cast<std::int32_t>(rescaled(sample.compositionOffset, track.timescale, scale)),
               sample.isKeyFrame);
    const bool goesOn = !ranges_.empty() && ranges_.back().segment == segments_ &&
                        ranges_.back().offset + ranges_.back().size == sample.offset;
    if (goesOn) {
        ranges_.back().size += sample.size;
    } else {
        ranges_.push_back({segments_, sample.offset, sample.size});
    }
    dataSize_ += sample.size;
}

Result<ProgressiveFile> ProgressiveBuilder::build() {
    if (tables_.empty()) {
        return fail(ErrorCategory::NotFound, "mp4.empty",
                    "there is nothing in that stretch of the recording");
    }
    std::int64_t zero = std::numeric_limits<std::int64_t>::max();
    std::int64_t end = 0;
    for (const auto& [kind, tables] : tables_) {
        zero = std::min(zero, rescaled(tables.shownAt(), tables.timescale(), kClock));
        end = std::max(end, rescaled(tables.shownUntil(), tables.timescale(), kClock));
    }
    const bool isLong = dataSize_ + kShortDataHead > std::numeric_limits<std::uint32_t>::max();
    const auto duration = std::max<std::int64_t>(end - zero, 0);
    const auto writeHead = [&](std::uint64_t base) {
        BoxWriter writer;
        writer.reserve(base);
        writeFileType(writer);
        writer.box("moov", [&] {
            writeMovieHeader(writer, kClock, static_cast<std::uint64_t>(duration),
                             static_cast<std::uint32_t>(tables_.size()) + 1);
            std::uint32_t id = 0;
            for (auto track = tables_.rbegin(); track != tables_.rend(); ++track) {
                track->second.write(writer, ++id, base, rescaled(zero, kClock, track->second.timescale()),
                                    kClock);
            }
        });
        writer.u32(isLong ? 1 : static_cast<std::uint32_t>(dataSize_ + kShortDataHead));
        writer.append("mdat");
        if (isLong) {
            writer.u64(dataSize_ + kLongDataHead);
        }
        return writer.take();
    };
    ProgressiveFile file;
    const auto headSize = writeHead(0).size();  // no field's width depends on where the data begins
    file.head = share(writeHead(headSize));
    file.ranges = ranges_;
    file.size = headSize + dataSize_;
    file.duration = MediaTime{duration};
    return file;
}

}  // namespace footlight::media
