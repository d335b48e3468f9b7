#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/secret.h"
#include "core/wire/channel_policy.h"

namespace footlight::wire {

/// GET /api/v1/channels/{name}, and one line of a ChannelPage.
struct Channel {
    ChannelId id;
    std::string name;
    std::string title;
    bool live = false;
    std::int64_t viewers = 0;
    std::optional<UtcTime> startedAt;  ///< while live
    /// The URL of the multivariant playlist, live or not; empty where the channel is protected and another's.
    std::string playback;
    Visibility visibility = Visibility::Public;
    std::optional<std::int64_t> followers{};  ///< where one channel was asked for
    std::optional<bool> following{};          ///< the asker follows it; absent for a guest

    std::optional<std::string> avatar{};  ///< hashes of its pictures, where one channel was asked for
    std::optional<std::string> banner{};

    bool operator==(const Channel&) const = default;
};

/// GET /api/v1/channels: sorted by name. `next` is the `page` of the following request, absent on the last
/// one.
struct ChannelPage {
    std::vector<Channel> items;
    std::optional<std::string> next;

    bool operator==(const ChannelPage&) const = default;
};

/// PATCH /api/v1/channels/{name}: what is absent stays as it is.
struct ChannelPatch {
    std::optional<std::string> title;

    bool operator==(const ChannelPatch&) const = default;
};

/// POST /api/v1/channels/{name}/key: the new key, shown this once; the relay keeps its hash alone.
struct StreamKey {
    Secret streamKey;
};

}  // namespace footlight::wire
