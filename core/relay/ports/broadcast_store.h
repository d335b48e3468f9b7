#pragma once

#include <string>
#include <vector>

#include "core/accounts/account.h"
#include "core/base/result.h"

namespace footlight::relay {

struct Broadcast {
    BroadcastId id;
    ChannelId channel;
    std::string title;
    UtcTime startedAt;
};

struct OpenBroadcast {
    Broadcast broadcast;
    accounts::Channel channel;
};

/// Broadcasts on disk. Every call blocks: made on the hub's database worker.
class BroadcastStore {
public:
    virtual ~BroadcastStore() = default;
    /// Starting the same one again changes nothing, except that one that was ended is open again.
    virtual Result<> start(const Broadcast& broadcast) = 0;
    virtual Result<> end(BroadcastId id, UtcTime at) = 0;
    /// Those that have begun and not ended.
    virtual Result<std::vector<OpenBroadcast>> open() = 0;
};

}  // namespace footlight::relay
