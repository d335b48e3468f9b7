#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <string>

#include "core/base/guarded.h"
#include "core/base/piece.h"

namespace footlight::relay::vod {

/// One MP4 of a recording: an index that was made, and stretches of its files.
struct Download {
    Pieces pieces;
    std::string tag;  ///< an ETag: another content has another one, also after a restart
};
using DownloadPtr = std::shared_ptr<const Download>;

/// The downloads that were begun: players and browsers ask for them range by range, and to make the index of
/// a long recording takes a while. Bounded by the memory of the indices; the one used longest ago goes first.
/// Any thread.
class DownloadCache {
public:
    explicit DownloadCache(std::uint64_t limit) : limit_(limit) {}

    /// Null where it is not known, or of another version of the recording.
    [[nodiscard]] DownloadPtr find(const std::string& key, std::uint64_t version);
    /// In place of what had this key; one that is larger than the limit is not kept.
    void add(const std::string& key, std::uint64_t version, DownloadPtr download);

private:
    struct Entry {
        std::string key;
        std::uint64_t version = 0;
        DownloadPtr download;
    };

    std::uint64_t limit_;
    Guarded<std::list<Entry>> entries_;  ///< the one used last first
};

}  // namespace footlight::relay::vod
