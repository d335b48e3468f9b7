#include "core/hls/parser.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/hls/media_parser.h"
#include "core/hls/multivariant_parser.h"

namespace footlight::hls {
namespace {

bool isMultivariant(std::string_view text) {
    return text.find("\n#EXT-X-STREAM-INF:") != std::string_view::npos;
}

/// Feeds the lines of `text` to `parser`, without their ends; empty ones are passed over.
template <typename Parser>
Result<Playlist> parseLines(std::string_view text, Parser parser) {
    std::size_t number = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t')) {
            line.remove_suffix(1);
        }
        if (line.empty()) {
            continue;
        }
        if (auto taken = parser.takeLine(line); !taken) {
            return fail(std::move(taken.error()).within(fmt::format("line {}", number)));
        }
    }
    auto playlist = parser.finish();
    if (!playlist) {
        return fail(std::move(playlist.error()));
    }
    return Playlist(std::move(*playlist));
}

}  // namespace

Result<Playlist> parsePlaylist(std::string_view text, const ParseLimits& limits) {
    if (text.size() > limits.bytes) {
        return fail(ErrorCategory::Invalid, "hls.too_long",
                    fmt::format("the playlist is {} bytes long; {} are the most", text.size(), limits.bytes));
    }
    if (!text.starts_with("#EXTM3U")) {
        return fail(ErrorCategory::Corrupt, "hls.no_playlist",
                    "this is no HLS playlist: its first line is not #EXTM3U");
    }
    return isMultivariant(text) ? parseLines(text, MultivariantParser(limits.entries))
                                : parseLines(text, MediaParser(limits.entries));
}

Result<MediaPlaylist> applyDelta(const MediaPlaylist& previous, MediaPlaylist delta) {
    if (delta.skippedSegments == 0) {
        return delta;
    }
    const auto first = delta.mediaSequence;
    const auto known = previous.mediaSequence;
    const auto held = previous.segments.size();
    if (previous.skippedSegments != 0 || first < known || first - known > held ||
        delta.skippedSegments > held - (first - known)) {
        return fail(ErrorCategory::NotFound, "hls.delta",
                    "the update leaves out segments that are not known here; load the whole playlist");
    }
    const auto from = previous.segments.begin() + static_cast<std::ptrdiff_t>(first - known);
    const auto to = from + static_cast<std::ptrdiff_t>(delta.skippedSegments);
    const auto map = std::prev(to)->map;
    const auto inherit = [&map](Segment& segment) {
        if (!segment.map) {
            segment.map = map;
        }
        return segment.map == map;
    };
    const bool reachesEnd = std::all_of(delta.segments.begin(), delta.segments.end(), inherit);
    if (reachesEnd && delta.open) {
        inherit(*delta.open);
    }
    delta.segments.insert(delta.segments.begin(), from, to);
    delta.skippedSegments = 0;
    return delta;
}

}  // namespace footlight::hls
