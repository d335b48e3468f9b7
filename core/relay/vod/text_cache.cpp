#include "core/relay/vod/text_cache.h"

#include <algorithm>

namespace footlight::relay::vod {

CachedTextPtr TextCache::find(const std::string& key, std::uint64_t version) {
    auto texts = texts_.lock();
    const auto found = std::find_if(texts->begin(), texts->end(), [&](const CachedTextPtr& one) {
        return one->key == key && one->version == version;
    });
    if (found == texts->end()) {
        return nullptr;
    }
    texts->splice(texts->begin(), *texts, found);
    return texts->front();
}

CachedTextPtr TextCache::add(std::string key, std::uint64_t version, std::string text) {
    auto made = std::make_shared<CachedText>();
    made->key = std::move(key);
    made->version = version;
    made->text = std::move(text);
    auto texts = texts_.lock();
    texts->remove_if([&](const CachedTextPtr& one) { return one->key == made->key; });
    texts->push_front(made);
    if (texts->size() > limit_) {
        texts->pop_back();
    }
    return made;
}

}  // namespace footlight::relay::vod
