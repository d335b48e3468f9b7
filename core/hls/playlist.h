#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/clock.h"
#include "core/media/types/media_time.h"

namespace footlight::hls {

/// EXT-X-BYTERANGE, and the BYTERANGE of parts and maps. Without an offset it follows the previous range of
/// the same URI.
struct ByteRange {
    std::uint64_t length = 0;
    std::optional<std::uint64_t> offset;

    bool operator==(const ByteRange&) const = default;
};

/// EXT-X-MAP: where the initialisation section of the segments that follow is.
struct Map {
    std::string uri;
    std::optional<ByteRange> range;

    bool operator==(const Map&) const = default;
};

/// EXT-X-PART (RFC 8216bis 4.4.4.9).
struct Part {
    std::string uri;
    media::MediaTime duration{};
    bool isIndependent = false;  ///< it begins with a key frame, or holds audio alone
    bool isGap = false;          ///< announced, and not to be fetched
    std::optional<ByteRange> range;

    bool operator==(const Part&) const = default;
};

/// One media segment. In MediaPlaylist::open it has parts, and neither a URI nor a duration yet.
struct Segment {
    std::string uri;
    media::MediaTime duration{};
    std::optional<UtcTime> programDateTime;  ///< as written here; absent where the playlist does not say
    bool discontinuity = false;              ///< EXT-X-DISCONTINUITY stands before it
    bool isGap = false;
    std::optional<Map> map;  ///< the map in force, whether or not the tag stands at this segment
    std::optional<ByteRange> range;
    std::vector<Part> parts;

    bool operator==(const Segment&) const = default;
};

/// EXT-X-SERVER-CONTROL. Zero stands for an absent attribute.
struct ServerControl {
    bool canBlockReload = false;
    media::MediaTime partHoldBack{};
    media::MediaTime holdBack{};
    media::MediaTime canSkipUntil{};

    bool operator==(const ServerControl&) const = default;
};

/// EXT-X-PRELOAD-HINT: what will come next; a request for it waits until it is there.
struct PreloadHint {
    enum class Type : std::uint8_t { Part, Map };
    Type type = Type::Part;
    std::string uri;

    bool operator==(const PreloadHint&) const = default;
};

/// EXT-X-RENDITION-REPORT: how far another rendition is.
struct RenditionReport {
    std::string uri;
    std::uint64_t lastSequence = 0;
    std::optional<std::uint64_t> lastPart;

    bool operator==(const RenditionReport&) const = default;
};

enum class PlaylistType : std::uint8_t { Live, Event, Vod };

/// A media playlist as a value (RFC 8216bis 4.4.3 to 4.4.5). What parsePlaylist() returns and
/// writeMediaPlaylist() prints.
struct MediaPlaylist {
    int version = 1;
    media::MediaTime targetDuration{};
    media::MediaTime partTarget{};  ///< zero: no parts
    ServerControl serverControl;
    std::uint64_t mediaSequence = 0;  ///< of the first segment, the skipped ones included
    std::uint64_t discontinuitySequence = 0;
    PlaylistType type = PlaylistType::Live;
    bool independentSegments = false;
    std::uint64_t skippedSegments = 0;  ///< EXT-X-SKIP: a delta update leaves out this many at the front
    std::vector<Segment> segments;      ///< complete ones, oldest first
    std::optional<Segment> open;        ///< the one being made: its parts so far
    std::vector<PreloadHint> preloadHints;
    std::vector<RenditionReport> renditionReports;
    bool endList = false;

    /// The media sequence number of `segments[index]`; of `open` for index = segments.size().
    [[nodiscard]] std::uint64_t sequenceOf(std::size_t index) const {
        return mediaSequence + skippedSegments + index;
    }
    bool operator==(const MediaPlaylist&) const = default;
};

/// One EXT-X-STREAM-INF with the URI that follows it.
struct Variant {
    std::string uri;
    std::string name;                   ///< the NAME attribute; may be empty
    std::int64_t bandwidth = 0;         ///< peak bits per second
    std::int64_t averageBandwidth = 0;  ///< 0: not said
    std::string codecs;                 ///< RFC 6381: "avc1.64001f,mp4a.40.2"
    int width = 0;                      ///< pixels; 0: not said
    int height = 0;
    double frameRate = 0;    ///< 0: not said
    std::string audioGroup;  ///< GROUP-ID of its EXT-X-MEDIA; may be empty

    bool operator==(const Variant&) const = default;
};

/// EXT-X-MEDIA.
struct Rendition {
    std::string type;  ///< "AUDIO", "SUBTITLES", "VIDEO", "CLOSED-CAPTIONS"
    std::string groupId;
    std::string name;
    std::string language;
    std::string uri;  ///< empty: carried inside the variant
    bool isDefault = false;
    bool autoSelect = false;

    bool operator==(const Rendition&) const = default;
};

/// A multivariant playlist as a value (RFC 8216bis 4.4.6).
struct MultivariantPlaylist {
    int version = 1;
    bool independentSegments = false;
    std::vector<Variant> variants;
    std::vector<Rendition> renditions;

    bool operator==(const MultivariantPlaylist&) const = default;
};

using Playlist = std::variant<MediaPlaylist, MultivariantPlaylist>;

}  // namespace footlight::hls
