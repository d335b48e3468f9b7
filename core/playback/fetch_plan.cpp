#include "core/playback/fetch_plan.h"

#include <map>
#include <span>

namespace footlight::playback {
namespace {

using hls::MediaPlaylist;
using hls::Segment;
using media::MediaTime;

constexpr int kHoldBackParts = 3;
constexpr int kHoldBackTargets = 3;
/// A cursor this far past the end belongs to a stream that was there before.
constexpr std::uint64_t kFarBeyond = 3;

MediaTime durationOf(const Segment& segment) {
    MediaTime sum{};
    for (const auto& part : segment.parts) {
        sum += part.duration;
    }
    return segment.duration > MediaTime{} ? segment.duration : sum;
}

/// Byte ranges without an offset go on where the last one of the same URI ended.
class Ranges {
public:
    std::optional<hls::ByteRange> resolve(const std::string& uri, std::optional<hls::ByteRange> range) {
        if (range) {
            auto& next = next_[uri];
            range->offset = range->offset.value_or(next);
            next = *range->offset + range->length;
        }
        return range;
    }

private:
    std::map<std::string, std::uint64_t> next_;
};

/// Walks a playlist once and collects what lies behind the cursor.
class Collector {
public:
    Collector(const MediaPlaylist& playlist, Cursor& cursor)
        : cursor_(cursor), era_(playlist.discontinuitySequence) {}

    void visit(const Segment& segment, std::uint64_t sequence, bool isComplete) {
        if (segment.discontinuity) {
            ++era_;
            time_.reset();
        }
        time_ = segment.programDateTime ? segment.programDateTime : time_;
        if (sequence == cursor_.sequence) {
            collect(segment, isComplete);
        } else {
            resolveAll(segment);
        }
        if (time_) {
            *time_ += std::chrono::round<std::chrono::milliseconds>(durationOf(segment));
        }
        if (isComplete && sequence == cursor_.sequence) {
            cursor_ = {sequence + 1, 0};
        }
    }

    std::vector<MediaItem> take() { return std::move(items_); }

private:
    void collect(const Segment& segment, bool isComplete) {
        const bool partsAreGone = cursor_.part > 0 && segment.parts.size() < cursor_.part;
        if (isComplete && (cursor_.part == 0 || partsAreGone)) {
            const auto range = ranges_.resolve(segment.uri, segment.range);
            if (!segment.isGap) {
                add(segment, segment.uri, range, segment.duration, MediaTime{}, 0);
            }
            return;
        }
        MediaTime offset{};
        for (std::size_t i = 0; i < segment.parts.size(); ++i) {
            const auto& part = segment.parts[i];
            const auto range = ranges_.resolve(part.uri, part.range);
            if (i >= cursor_.part && !part.isGap) {
                add(segment, part.uri, range, part.duration, offset, i);
            }
            offset += part.duration;
        }
        cursor_.part = std::max(cursor_.part, segment.parts.size());
    }

    void resolveAll(const Segment& segment) {
        ranges_.resolve(segment.uri, segment.range);
        for (const auto& part : segment.parts) {
            ranges_.resolve(part.uri, part.range);
        }
    }

    void add(const Segment& segment, const std::string& uri, std::optional<hls::ByteRange> range,
             MediaTime duration, MediaTime offset, std::size_t part) {
        MediaItem item;
        item.uri = uri;
        item.map = segment.map;
        item.range = range;
        item.duration = duration;
        item.era = era_;
        if (time_) {
            item.startsAt = *time_ + std::chrono::round<std::chrono::milliseconds>(offset);
        }
        item.at = {cursor_.sequence, part};
        items_.push_back(std::move(item));
    }

    Cursor& cursor_;
    std::uint64_t era_;
    std::optional<UtcTime> time_;
    Ranges ranges_;
    std::vector<MediaItem> items_;
};

/// A place where decoding can begin and its distance from the first segment's start.
struct Entrance {
    Cursor cursor;
    MediaTime at{};
};

/// All entrances in order; `end` becomes the live edge.
std::vector<Entrance> entrancesOf(const MediaPlaylist& playlist, MediaTime& end) {
    std::vector<Entrance> entrances;
    end = MediaTime{};
    const auto visit = [&](const Segment& segment, std::uint64_t sequence) {
        if (!segment.isGap && (segment.parts.empty() || !segment.parts.front().isIndependent)) {
            entrances.push_back({{sequence, 0}, end});
        }
        MediaTime offset{};
        for (std::size_t i = 0; i < segment.parts.size(); ++i) {
            if (segment.parts[i].isIndependent && !segment.parts[i].isGap) {
                entrances.push_back({{sequence, i}, end + offset});
            }
            offset += segment.parts[i].duration;
        }
        end += durationOf(segment);
    };
    for (std::size_t i = 0; i < playlist.segments.size(); ++i) {
        visit(playlist.segments[i], playlist.sequenceOf(i));
    }
    if (playlist.open && !playlist.open->parts.empty()) {
        visit(*playlist.open, playlist.sequenceOf(playlist.segments.size()));
    }
    return entrances;
}

/// The last entrance at or before `wanted`, and how far it is from there.
JoinPoint enteredAt(const std::vector<Entrance>& entrances, MediaTime wanted) {
    wanted = std::max(wanted, entrances.front().at);
    Entrance best = entrances.front();
    for (const auto& entrance : entrances) {
        if (entrance.at <= wanted) {
            best = entrance;
        }
    }
    return JoinPoint{best.cursor, wanted - best.at, wanted};
}

}  // namespace

MediaTime holdBackOf(const MediaPlaylist& playlist) {
    const auto& control = playlist.serverControl;
    if (playlist.partTarget > MediaTime{}) {
        return control.partHoldBack > MediaTime{} ? control.partHoldBack
                                                  : kHoldBackParts * playlist.partTarget;
    }
    return control.holdBack > MediaTime{} ? control.holdBack : kHoldBackTargets * playlist.targetDuration;
}

std::optional<JoinPoint> joinPoint(const MediaPlaylist& playlist) {
    MediaTime end{};
    const auto entrances = entrancesOf(playlist, end);
    if (entrances.empty()) {
        return std::nullopt;
    }
    if (playlist.endList) {
        return JoinPoint{entrances.front().cursor, MediaTime{}, entrances.front().at};
    }
    return enteredAt(entrances, end - holdBackOf(playlist));
}

std::optional<JoinPoint> joinPointAt(const MediaPlaylist& playlist, MediaTime at) {
    MediaTime end{};
    const auto entrances = entrancesOf(playlist, end);
    if (entrances.empty()) {
        return std::nullopt;
    }
    const auto latest = playlist.endList ? end : end - holdBackOf(playlist);
    return enteredAt(entrances, std::min(at, latest));
}

MediaTime lengthOf(const MediaPlaylist& playlist) {
    MediaTime sum{};
    for (const auto& segment : playlist.segments) {
        sum += durationOf(segment);
    }
    return playlist.open ? sum + durationOf(*playlist.open) : sum;
}

std::vector<MediaItem> itemsFrom(const MediaPlaylist& playlist, Cursor& cursor) {
    if (isLost(playlist, cursor)) {
        return {};
    }
    Collector collector(playlist, cursor);
    for (std::size_t i = 0; i < playlist.segments.size(); ++i) {
        collector.visit(playlist.segments[i], playlist.sequenceOf(i), true);
    }
    if (playlist.open) {
        collector.visit(*playlist.open, playlist.sequenceOf(playlist.segments.size()), false);
    }
    return collector.take();
}

bool isLost(const MediaPlaylist& playlist, const Cursor& cursor) {
    return cursor.sequence < playlist.sequenceOf(0) ||
           cursor.sequence > playlist.sequenceOf(playlist.segments.size()) + kFarBeyond;
}

Cursor endOf(const MediaPlaylist& playlist) {
    return {playlist.sequenceOf(playlist.segments.size()), playlist.open ? playlist.open->parts.size() : 0};
}

}  // namespace footlight::playback
