#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"

namespace footlight {

using WebhookId = Id<struct WebhookTag>;

namespace relay {

struct WebhookRecord {
    WebhookId id;
    UserId user;
    std::optional<ChannelId> channel;  ///< hears of what happens there; absent: what its user is told
    std::string url;
    std::string sealedSecret;  ///< by accounts::SecretBox
    bool isSuspended = false;  ///< took nothing for so long that nothing is sent any more

    bool operator==(const WebhookRecord&) const = default;
};

/// Webhooks on disk. Every call blocks: made on the hub's database worker.
class WebhookStore {
public:
    virtual ~WebhookStore() = default;
    virtual Result<> add(const WebhookRecord& webhook) = 0;
    virtual Result<std::optional<WebhookRecord>> find(WebhookId id) = 0;
    /// In the order of their making.
    virtual Result<std::vector<WebhookRecord>> ofUser(UserId user) = 0;
    virtual Result<std::vector<WebhookRecord>> ofChannel(ChannelId channel) = 0;
    /// That it took what it was sent.
    virtual Result<> delivered(WebhookId id) = 0;
    /// That it did not. Where it has taken nothing since `before`, it is suspended, and what waits for it is
    /// dropped: true then. Without `before` it is noted alone.
    virtual Result<bool> failed(WebhookId id, UtcTime now, std::optional<UtcTime> before) = 0;
    /// NotFound where the user has no such webhook.
    virtual Result<> remove(UserId user, WebhookId id) = 0;
};

}  // namespace relay
}  // namespace footlight
