#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/result.h"
#include "core/hls/playlist.h"

namespace footlight::hls {

/// The delivery directives of a request for a playlist (RFC 8216bis 6.2.5).
struct ReloadRequest {
    std::optional<std::uint64_t> sequence;  ///< _HLS_msn
    std::optional<std::uint64_t> part;      ///< _HLS_part
    bool mayBeDelta = false;                ///< _HLS_skip

    /// The three query parameters as sent. Invalid names the one that makes no sense: answer 400.
    static Result<ReloadRequest> parse(std::optional<std::string_view> sequence,
                                       std::optional<std::string_view> part,
                                       std::optional<std::string_view> skip);
};

/// How far a live playlist is.
struct LiveEdge {
    std::uint64_t openSequence = 0;   ///< of the segment being made
    std::uint64_t openParts = 0;      ///< of its parts that are listed
    std::uint64_t previousParts = 0;  ///< how many the segment before it has
    media::MediaTime partTarget{};
    bool isEnded = false;
};

enum class ReloadDecision : std::uint8_t { Answer, Wait, Refuse };

/// Whether a request can be answered with the playlist as it is. Refuse: it asks for more than two segments,
/// or three seconds of parts, ahead (RFC 8216bis 6.2.5.2).
ReloadDecision decideReload(const ReloadRequest& request, const LiveEdge& edge);

/// How many segments at the front a delta update may leave out: those that end more than CAN-SKIP-UNTIL
/// before the end of the playlist (RFC 8216bis 6.2.5.1).
std::size_t skippableSegments(const MediaPlaylist& playlist);

/// The delta update of a whole playlist. The playlist itself where nothing may be skipped.
MediaPlaylist makeDelta(MediaPlaylist playlist);

}  // namespace footlight::hls
