#include "core/relay/recording/unfinished.h"

#include <algorithm>
#include <set>

namespace footlight::relay::recording {
namespace {

/// How many of the newest segments make up `window`.
std::size_t newestOf(const SegmentTable& segments, media::MediaTime window) {
    std::size_t count = 0;
    for (media::MediaTime sum{}; count < segments.size() && sum < window; ++count) {
        sum += segments.time(segments.size() - 1 - count).duration;
    }
    return count;
}

/// A rendition as its recorder left it: the list of all segments, and what it takes to open the newest.
struct Left {
    ArchivedRendition rendition;
    std::vector<KeptSegment> newest;
};

Left listed(const std::string& name, const SegmentTable& segments, media::MediaTime window) {
    Left left;
    left.rendition.name = name;
    left.rendition.segments.reserve(segments.size());
    for (const auto segment : segments) {
        left.rendition.segments.push_back({segment.head, segment.duration, segment.isGap(), {}});
    }
    for (auto i = segments.size() - newestOf(segments, window); i < segments.size(); ++i) {
        left.newest.push_back(segments[i]);
    }
    return left;
}

Result<> addBodies(Recording& recording, Left& left) {
    auto& all = left.rendition.segments;
    auto into = all.end() - static_cast<std::ptrdiff_t>(left.newest.size());
    for (const auto& segment : left.newest) {
        auto& archived = *into++;
        if (segment.isGap()) {
            continue;
        }
        auto piece = recording.segment(left.rendition.name, segment);
        if (!piece) {
            return fail(std::move(piece.error()));
        }
        archived.parts.push_back({std::make_shared<PartBody>(std::move(*piece)), segment.duration, true});
    }
    return {};
}

Result<> addInits(Recording& recording, Left& left) {
    std::set<std::string> names;
    for (const auto& segment : left.newest) {
        names.insert(segment.head.init);
    }
    names.erase(std::string());
    for (const auto& name : names) {
        auto piece = recording.file(left.rendition.name, name);
        auto bytes = piece ? readPiece(*piece) : tl::unexpected<Error>(std::move(piece.error()));
        if (!bytes) {
            return fail(std::move(bytes.error()));
        }
        left.rendition.inits.emplace_back(name, share(std::move(*bytes)));
    }
    return {};
}

}  // namespace

Result<UnfinishedBroadcast> describeUnfinished(Recording& recording, media::MediaTime window) {
    UnfinishedBroadcast made;
    std::vector<Left> renditions;
    {
        auto content = recording.lock();
        made.record = content->file.record;
        for (const auto& [name, rendition] : content->renditions) {
            renditions.push_back(listed(name, rendition.segments, window));
        }
    }
    for (auto& left : renditions) {
        auto added = addBodies(recording, left);
        added = added ? addInits(recording, left) : std::move(added);
        if (!added) {
            return fail(std::move(added.error()));
        }
        made.renditions.push_back(std::move(left.rendition));
    }
    return made;
}

}  // namespace footlight::relay::recording
