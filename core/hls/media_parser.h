#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/hls/playlist.h"

namespace footlight::hls {

/// Reads the lines of a media playlist, one at a time. Used by parsePlaylist() only.
class MediaParser {
public:
    explicit MediaParser(std::size_t entryLimit) : entryLimit_(entryLimit) {}

    Result<void> takeLine(std::string_view line);
    Result<MediaPlaylist> finish();

private:
    struct Tag;
    static const Tag* tagOf(std::string_view name);

    Result<void> takeUri(std::string_view uri);
    Result<void> countEntry();

    Result<void> version(std::string_view value);
    Result<void> targetDuration(std::string_view value);
    Result<void> partInformation(std::string_view value);
    Result<void> serverControl(std::string_view value);
    Result<void> mediaSequence(std::string_view value);
    Result<void> discontinuitySequence(std::string_view value);
    Result<void> playlistType(std::string_view value);
    Result<void> independentSegments(std::string_view value);
    Result<void> skip(std::string_view value);
    Result<void> segmentDuration(std::string_view value);
    Result<void> byteRange(std::string_view value);
    Result<void> map(std::string_view value);
    Result<void> programDateTime(std::string_view value);
    Result<void> discontinuity(std::string_view value);
    Result<void> gap(std::string_view value);
    Result<void> key(std::string_view value);
    Result<void> part(std::string_view value);
    Result<void> preloadHint(std::string_view value);
    Result<void> renditionReport(std::string_view value);
    Result<void> endList(std::string_view value);

    std::size_t entryLimit_;
    std::size_t entries_ = 0;
    MediaPlaylist playlist_;
    Segment segment_;
    bool hasDuration_ = false;
    std::optional<Map> map_;
};

}  // namespace footlight::hls
