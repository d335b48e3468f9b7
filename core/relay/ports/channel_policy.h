#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "core/accounts/account.h"
#include "core/base/id.h"
#include "core/base/secret.h"
#include "core/media/types/track.h"

namespace footlight::relay {

using accounts::Visibility;

/// A service that a channel's broadcast is sent on to.
struct FanoutTarget {
    TargetId id;
    std::string name;  ///< "YouTube", as its owner calls it
    std::string url;   ///< rtmp:// or rtmps://, without the key
    Secret streamKey;
    media::TrackId audioTrack = 0;
    bool isEnabled = true;

    bool operator==(const FanoutTarget&) const = default;
};

/// What a channel's owner chose for its broadcasts. A change reaches the broadcast on air.
struct ChannelPolicy {
    std::chrono::milliseconds grace{60'000};  ///< for a publisher that vanished to come back
    bool isRecorded = true;
    Visibility visibility = Visibility::Public;
    std::string slate;  ///< SHA-256 of the picture or clip shown while the publisher is away; empty: ours
    std::vector<FanoutTarget> targets;
    bool allowsRtmpPlay = true;  ///< may be fetched by RTMP as well as by HTTP

    bool operator==(const ChannelPolicy&) const = default;
};

}  // namespace footlight::relay
