#include "core/relay/vod/download_cache.h"

#include <algorithm>

namespace footlight::relay::vod {
namespace {

std::uint64_t memoryOf(const Download& download) {
    std::uint64_t sum = 0;
    for (const auto& piece : download.pieces) {
        sum += sizeof piece + (piece.memory ? piece.memory->size() : 0);
    }
    return sum;
}

}  // namespace

DownloadPtr DownloadCache::find(const std::string& key, std::uint64_t version) {
    auto entries = entries_.lock();
    const auto found = std::find_if(entries->begin(), entries->end(), [&](const Entry& entry) {
        return entry.key == key && entry.version == version;
    });
    if (found == entries->end()) {
        return nullptr;
    }
    entries->splice(entries->begin(), *entries, found);
    return found->download;
}

void DownloadCache::add(const std::string& key, std::uint64_t version, DownloadPtr download) {
    auto entries = entries_.lock();
    entries->remove_if([&key](const Entry& entry) { return entry.key == key; });
    entries->push_front({key, version, std::move(download)});
    std::uint64_t sum = 0;
    auto kept = entries->begin();
    while (kept != entries->end() && (sum += memoryOf(*kept->download)) <= limit_) {
        ++kept;
    }
    entries->erase(kept, entries->end());
}

}  // namespace footlight::relay::vod
