#pragma once

#include <string>

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/net/async/task.h"
#include "core/relay/ports/channel_policy.h"

namespace footlight::relay {

/// Somebody wants to publish with this key.
struct PublishQuestion {
    Secret streamKey;
    std::string address;  ///< of the publisher
    std::string encoder;  ///< what it calls itself; may be empty
};

/// What the key opens.
struct PublishPermission {
    std::string channel;
    ChannelId channelId;
    BroadcastId broadcastId;  ///< the running broadcast's, while it is on air or in its grace
    ChannelPolicy policy{};
};

/// Decides which channel a stream key opens. Any loop may call it.
class PublishAuthorizer {
public:
    virtual ~PublishAuthorizer() = default;
    /// Denied with words for the publisher where the key opens nothing; Unavailable where nobody can say now.
    virtual net::Task<Result<PublishPermission>> authorize(PublishQuestion question) = 0;
};

}  // namespace footlight::relay
