#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace footlight::relay::origin {

/// What a path below /live/ names.
struct MediaPath {
    enum class Kind : std::uint8_t { Multivariant, MediaPlaylist, Init, Segment, Part };
    Kind kind = Kind::Multivariant;
    bool isWhole = false;  ///< a playlist of the whole broadcast instead of the window
    std::string channel;
    std::string rendition;       ///< empty for the multivariant playlist
    std::string file;            ///< the last part of the path
    std::uint64_t sequence = 0;  ///< of a segment or part
    std::uint64_t part = 0;

    /// `/live/<channel>/{index,dvr}.m3u8`, `/live/<channel>/<rendition>/{media.m3u8, dvr.m3u8, init-<n>.mp4,
    /// <msn>.m4s, <msn>.<part>.m4s}`; nothing for any other path.
    static std::optional<MediaPath> parse(std::string_view path);
};

}  // namespace footlight::relay::origin
