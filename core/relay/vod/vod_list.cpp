#include "core/relay/vod/vod_list.h"

#include "core/hls/writer.h"

namespace footlight::relay::vod {

using recording::KeptSegment;

namespace {

void add(const KeptSegment& segment, bool discontinuity, VodList& list) {
    const bool isFirst = list.segments.empty();
    list.targetDuration = std::max(list.targetDuration, segment.duration);
    list.segments.push_back({segment, !isFirst && discontinuity});
}

/// With what was filled in: wherever two segments were not neighbours, time breaks.
void addMerged(const recording::KeptRendition& kept, VodList& list) {
    std::uint64_t expected = 0;
    for (const auto& segment : kept.shown()) {
        const bool isNeighbour = segment.head.sequence == expected;
        add(segment, segment.head.discontinuity || !isNeighbour, list);
        expected = segment.head.sequence + 1;
    }
}

}  // namespace

VodList listOf(const recording::RecordingContent& content, const std::string& rendition) {
    VodList list;
    list.isEnded = content.file.endedAt.has_value();
    const auto found = content.renditions.find(rendition);
    if (found == content.renditions.end()) {
        return list;
    }
    const auto& kept = found->second;
    list.targetDuration = kept.targetDuration;
    if (list.isEnded && !kept.fills.empty()) {
        addMerged(kept, list);
        return list;
    }
    bool isBehindHole = false;
    for (const auto segment : kept.segments) {
        if (!segment.isShown()) {
            isBehindHole = true;
            continue;
        }
        add(segment, segment.head.discontinuity || isBehindHole, list);
        isBehindHole = false;
    }
    return list;
}

std::string printList(const VodList& list) {
    constexpr int kVersion = 7;
    hls::MediaPlaylist playlist;
    playlist.version = kVersion;
    playlist.targetDuration = std::chrono::ceil<std::chrono::seconds>(list.targetDuration);
    playlist.type = list.isEnded ? hls::PlaylistType::Vod : hls::PlaylistType::Event;
    playlist.endList = list.isEnded;
    for (const auto& [kept, discontinuity] : list.segments) {
        hls::Segment segment;
        segment.uri = kept.name();
        segment.duration = kept.duration;
        segment.programDateTime = kept.head.shownAt;
        segment.discontinuity = discontinuity;
        segment.map = hls::Map{kept.head.init, std::nullopt};
        playlist.segments.push_back(std::move(segment));
    }
    return hls::writeMediaPlaylist(playlist);
}

}  // namespace footlight::relay::vod
