#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"

namespace footlight {

using NotificationId = Id<struct NotificationTag>;

namespace relay {

/// By which ways somebody hears of a kind of news, unless they chose otherwise.
struct NotificationWays {
    bool inApp = true;
    bool email = false;
    bool webhook = true;

    bool operator==(const NotificationWays&) const = default;
};

/// One piece of news for one person.
struct Delivery {
    NotificationId id;
    UserId to;
    std::string kind;              ///< what the person's choices are about: "mention"
    std::string key;               ///< of the news: nobody is told of the same twice
    std::string body;              ///< the notification as JSON
    UtcTime at{};                  ///< when it is told
    std::optional<UserId> from{};  ///< whom it speaks of: it goes with them
};

struct InboxEntry {
    NotificationId id;
    std::string body;
    bool isRead = false;
};

/// Notifications on disk. Every call blocks: made on the hub's database worker.
class NotificationStore {
public:
    virtual ~NotificationStore() = default;
    /// Puts each into the person's inbox and adds the jobs of mail and webhooks, as the person chose; all or
    /// none. The answer are the ids that are new in an inbox.
    virtual Result<std::vector<NotificationId>> deliver(const std::vector<Delivery>& deliveries,
                                                        UtcTime now) = 0;
    /// Newest first, those older than `before`.
    virtual Result<std::vector<InboxEntry>> page(UserId user, std::optional<NotificationId> before,
                                                 std::size_t limit) = 0;
    virtual Result<std::int64_t> unread(UserId user) = 0;
    /// This one and all older; all without it.
    virtual Result<> markRead(UserId user, std::optional<NotificationId> upTo) = 0;
    /// Those that were chosen.
    virtual Result<std::map<std::string, NotificationWays>> choices(UserId user) = 0;
    virtual Result<> choose(UserId user, const std::map<std::string, NotificationWays>& choices) = 0;
    virtual Result<> forget(UtcTime before) = 0;
};

}  // namespace relay
}  // namespace footlight
