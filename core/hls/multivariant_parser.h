#pragma once

#include <optional>
#include <string_view>

#include "core/base/result.h"
#include "core/hls/playlist.h"

namespace footlight::hls {

/// Reads the lines of a multivariant playlist, one at a time. Used by parsePlaylist() only.
class MultivariantParser {
public:
    explicit MultivariantParser(std::size_t entryLimit) : entryLimit_(entryLimit) {}

    Result<void> takeLine(std::string_view line);
    Result<MultivariantPlaylist> finish();

private:
    Result<void> variant(std::string_view value);
    Result<void> rendition(std::string_view value);
    Result<void> countEntry();

    std::size_t entryLimit_;
    std::size_t entries_ = 0;
    MultivariantPlaylist playlist_;
    std::optional<Variant> variant_;
};

}  // namespace footlight::hls
