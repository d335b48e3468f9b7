#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>

#include "core/base/clock.h"
#include "core/base/secret.h"
#include "core/relay/ports/publish_authorizer.h"

namespace footlight::relay::origin {

/// The keys that the hub granted lately, by their SHA-256: they keep publishing while it is away. The oldest
/// goes when it is full. One loop.
class GrantCache {
public:
    GrantCache(std::chrono::minutes life, std::size_t limit) : life_(life), limit_(limit) {}

    void remember(const Secret& key, const PublishPermission& permission, SteadyTime now);
    void forget(const Secret& key) { grants_.erase(sha256Hex(key.reveal())); }
    [[nodiscard]] std::optional<PublishPermission> find(const Secret& key, SteadyTime now) const;
    /// The channel's owner chose anew: what is granted without the hub follows.
    void changePolicy(const std::string& channel, const ChannelPolicy& policy);
    /// The broadcast is over: without the hub, its key opens a new one.
    void endBroadcast(const BroadcastId& ended, UtcTime now);

private:
    struct Grant {
        PublishPermission permission;
        SteadyTime at{};
    };
    std::chrono::minutes life_;
    std::size_t limit_;
    std::map<std::string, Grant> grants_;
};

}  // namespace footlight::relay::origin
