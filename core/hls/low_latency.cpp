#include "core/hls/low_latency.h"

#include "core/hls/attributes.h"

namespace footlight::hls {
namespace {

constexpr int kDeltaVersion = 9;
constexpr media::MediaTime kAdvancePartLimit = std::chrono::seconds{3};

Result<std::optional<std::uint64_t>> parseDirective(std::string_view name,
                                                    std::optional<std::string_view> value) {
    if (!value) {
        return std::nullopt;
    }
    const auto number = parseInteger(*value);
    if (!number) {
        return fail(ErrorCategory::Invalid, "hls.directive", std::string(name) + " must be a whole number");
    }
    return *number;
}

std::uint64_t partsAhead(const LiveEdge& edge) {
    return edge.partTarget.count() == 0
               ? 3
               : static_cast<std::uint64_t>((kAdvancePartLimit + edge.partTarget - media::MediaTime{1}) /
                                            edge.partTarget);
}

}  // namespace

Result<ReloadRequest> ReloadRequest::parse(std::optional<std::string_view> sequence,
                                           std::optional<std::string_view> part,
                                           std::optional<std::string_view> skip) {
    const auto number = parseDirective("_HLS_msn", sequence);
    if (!number) {
        return fail(number.error());
    }
    const auto partNumber = parseDirective("_HLS_part", part);
    if (!partNumber) {
        return fail(partNumber.error());
    }
    if (*partNumber && !*number) {
        return fail(ErrorCategory::Invalid, "hls.directive", "_HLS_part needs _HLS_msn beside it");
    }
    return ReloadRequest{*number, *partNumber, skip == "YES" || skip == "v2"};
}

ReloadDecision decideReload(const ReloadRequest& request, const LiveEdge& edge) {
    if (!request.sequence || edge.isEnded) {
        return ReloadDecision::Answer;
    }
    const auto open = edge.openSequence;
    if (*request.sequence > open + 1) {
        return ReloadDecision::Refuse;
    }
    if (*request.sequence > open) {
        const bool isFar = request.part && *request.part > partsAhead(edge);
        return isFar ? ReloadDecision::Refuse : ReloadDecision::Wait;
    }
    if (*request.sequence == open) {
        if (request.part && *request.part > edge.openParts + partsAhead(edge)) {
            return ReloadDecision::Refuse;
        }
        return request.part && *request.part < edge.openParts ? ReloadDecision::Answer : ReloadDecision::Wait;
    }
    // A part beyond the last one of the segment before stands for the first part of the open one.
    const bool asksForOpen =
        *request.sequence + 1 == open && request.part && *request.part >= edge.previousParts;
    return asksForOpen && edge.openParts == 0 ? ReloadDecision::Wait : ReloadDecision::Answer;
}

std::size_t skippableSegments(const MediaPlaylist& playlist) {
    const auto limit = playlist.serverControl.canSkipUntil;
    if (limit.count() == 0) {
        return 0;
    }
    media::MediaTime behind{};
    if (playlist.open) {
        for (const auto& part : playlist.open->parts) {
            behind += part.duration;
        }
    }
    auto count = playlist.segments.size();
    while (count > 0 && behind <= limit) {
        behind += playlist.segments[count - 1].duration;
        --count;
    }
    return count;
}

MediaPlaylist makeDelta(MediaPlaylist playlist) {
    const auto count = skippableSegments(playlist);
    if (count == 0) {
        return playlist;
    }
    const auto map = playlist.segments[count - 1].map;
    const auto end = playlist.segments.begin() + static_cast<std::ptrdiff_t>(count);
    playlist.segments.erase(playlist.segments.begin(), end);
    playlist.skippedSegments += count;
    playlist.version = std::max(playlist.version, kDeltaVersion);
    // The map of what was left out is known to the client and is not said again.
    bool isSame = true;
    for (auto& segment : playlist.segments) {
        isSame = isSame && segment.map == map;
        if (isSame) {
            segment.map.reset();
        }
    }
    if (isSame && playlist.open && playlist.open->map == map) {
        playlist.open->map.reset();
    }
    return playlist;
}

}  // namespace footlight::hls
