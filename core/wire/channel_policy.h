#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/accounts/account.h"
#include "core/base/id.h"
#include "core/base/secret.h"

namespace footlight::wire {

using accounts::Visibility;

/// A service that a channel's broadcast is sent on to, with its key: between hub and origin alone.
struct PolicyTarget {
    TargetId id;
    std::string name;
    std::string url;  ///< rtmp:// or rtmps://, without the key
    Secret streamKey;
    std::int64_t audioTrack = 0;
    bool enabled = true;

    bool operator==(const PolicyTarget&) const = default;
};

/// What a channel's owner chose for its broadcasts, as the origin needs it.
struct ChannelPolicy {
    std::int64_t graceMs = 60'000;  ///< for a publisher that vanished to come back
    bool recorded = true;
    Visibility visibility = Visibility::Public;
    bool rtmpPlay = true;
    std::string slate;  ///< SHA-256 of the channel's picture or clip, a file in <data>/slates; empty: ours
    std::vector<PolicyTarget> targets{};

    bool operator==(const ChannelPolicy&) const = default;
};

}  // namespace footlight::wire
