#include "core/relay/origin/grant_cache.h"

#include <algorithm>

namespace footlight::relay::origin {

void GrantCache::remember(const Secret& key, const PublishPermission& permission, SteadyTime now) {
    auto hash = sha256Hex(key.reveal());
    if (grants_.size() >= limit_ && !grants_.contains(hash)) {
        const auto isOlder = [](const auto& left, const auto& right) {
            return left.second.at < right.second.at;
        };
        grants_.erase(std::min_element(grants_.begin(), grants_.end(), isOlder));
    }
    grants_[std::move(hash)] = {permission, now};
}

std::optional<PublishPermission> GrantCache::find(const Secret& key, SteadyTime now) const {
    const auto found = grants_.find(sha256Hex(key.reveal()));
    if (found == grants_.end() || now - found->second.at > life_) {
        return std::nullopt;
    }
    return found->second.permission;
}

void GrantCache::changePolicy(const std::string& channel, const ChannelPolicy& policy) {
    for (auto& [hash, grant] : grants_) {
        if (grant.permission.channel == channel) {
            grant.permission.policy = policy;
        }
    }
}

void GrantCache::endBroadcast(const BroadcastId& ended, UtcTime now) {
    for (auto& [hash, grant] : grants_) {
        if (grant.permission.broadcastId == ended) {
            grant.permission.broadcastId = BroadcastId::make(now);
        }
    }
}

}  // namespace footlight::relay::origin
