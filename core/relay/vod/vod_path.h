#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/id.h"

namespace footlight::relay::vod {

/// What a path of a recording names.
struct VodPath {
    enum class Kind : std::uint8_t { Multivariant, MediaPlaylist, File, Download, Fill };
    Kind kind = Kind::Multivariant;
    std::string token;  ///< empty: none
    BroadcastId broadcast;
    std::string rendition;
    std::string file;

    /// `[/t/<token>]/vod/<broadcast>/{index.m3u8, download.mp4, fill, <rendition>/media.m3u8,
    /// <rendition>/<file>}`; nothing for any other path.
    static std::optional<VodPath> parse(std::string_view path);
    /// Whether a path is one of ours, well-formed or not.
    static bool isBelowVod(std::string_view path);
};

}  // namespace footlight::relay::vod
