#include "core/relay/recording/unfinished.h"

#include <algorithm>
#include <set>

namespace footlight::relay::recording {
namespace {

/// How many of the newest segments are wanted and there.
std::size_t newestOf(const std::vector<KeptSegment>& segments, media::MediaTime window) {
    std::size_t count = 0;
    media::MediaTime sum{};
    while (count < segments.size() && sum < window && !segments[segments.size() - 1 - count].isGap()) {
        sum += segments[segments.size() - 1 - count].duration;
        ++count;
    }
    return count;
}

Result<ArchivedSegment> archived(Recording& recording, const std::string& rendition,
                                 const KeptSegment& segment) {
    auto piece = recording.segment(rendition, segment);
    if (!piece) {
        return fail(std::move(piece.error()));
    }
    ArchivedSegment made{segment.head, {}};
    made.parts.push_back({std::make_shared<PartBody>(std::move(*piece)), segment.duration, true});
    return made;
}

Result<> addInits(Recording& recording, ArchivedRendition& rendition) {
    std::set<std::string> names;
    for (const auto& segment : rendition.segments) {
        names.insert(segment.head.init);
    }
    for (const auto& name : names) {
        auto piece = recording.file(rendition.name, name);
        auto bytes = piece ? readPiece(*piece) : tl::unexpected<Error>(std::move(piece.error()));
        if (!bytes) {
            return fail(std::move(bytes.error()));
        }
        rendition.inits.emplace_back(name, share(std::move(*bytes)));
    }
    return {};
}

Result<ArchivedRendition> restore(Recording& recording, const std::string& name,
                                  const std::vector<KeptSegment>& segments, media::MediaTime window) {
    ArchivedRendition made;
    made.name = name;
    made.nextSequence = segments.empty() ? 0 : segments.back().head.sequence + 1;
    const auto first = segments.end() - static_cast<std::ptrdiff_t>(newestOf(segments, window));
    made.discontinuitySequence = static_cast<std::uint64_t>(std::count_if(
        segments.begin(), first, [](const KeptSegment& one) { return one.head.discontinuity; }));
    for (auto segment = first; segment != segments.end(); ++segment) {
        auto piece = archived(recording, name, *segment);
        if (!piece) {
            return fail(std::move(piece.error()));
        }
        made.segments.push_back(std::move(*piece));
    }
    if (auto added = addInits(recording, made); !added) {
        return fail(std::move(added.error()));
    }
    return made;
}

}  // namespace

Result<UnfinishedBroadcast> describeUnfinished(BlobStore& store, Recording& recording,
                                               media::MediaTime window) {
    UnfinishedBroadcast made;
    std::map<std::string, KeptRendition> renditions;
    {
        auto content = recording.lock();
        made.record = content->file.record;
        renditions = content->renditions;
    }
    made.lastPartAt = made.record.startedAt;
    for (const auto& [name, rendition] : renditions) {
        auto restored = restore(recording, name, rendition.segments, window);
        if (!restored) {
            return fail(std::move(restored.error()));
        }
        made.renditions.push_back(std::move(*restored));
        if (!rendition.segments.empty()) {
            const auto& last = rendition.segments.back();
            const auto written =
                last.isGap() ? Result<UtcTime>(last.end()) : store.modifiedAt(recording.key(name, last.blob));
            made.lastPartAt = std::max(made.lastPartAt, written.value_or(last.end()));
        }
    }
    return made;
}

}  // namespace footlight::relay::recording
