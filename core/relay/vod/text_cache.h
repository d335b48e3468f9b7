#pragma once

#include <functional>
#include <list>
#include <memory>
#include <string>

#include "core/base/guarded.h"
#include "core/relay/origin/playlist_text.h"

namespace footlight::relay::vod {

/// One version of a playlist's text, compressed once.
struct CachedText {
    std::string key;
    std::uint64_t version = 0;
    std::string text;
    origin::PlaylistText forms;

    [[nodiscard]] const origin::PrintedText& plain() const {
        return forms.plain([this] { return text; });
    }
    [[nodiscard]] const origin::PrintedText& gzip() const {
        return forms.gzip([this] { return text; });
    }
};

using CachedTextPtr = std::shared_ptr<const CachedText>;

/// The playlists that were asked for last. Any thread.
class TextCache {
public:
    explicit TextCache(std::size_t limit) : limit_(limit) {}

    CachedTextPtr find(const std::string& key, std::uint64_t version);
    CachedTextPtr add(std::string key, std::uint64_t version, std::string text);

private:
    std::size_t limit_;
    Guarded<std::list<CachedTextPtr>> texts_;  ///< the newest first
};

}  // namespace footlight::relay::vod
