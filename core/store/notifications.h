#pragma once

#include "core/relay/ports/notification_store.h"

namespace soci {
class session;
}

namespace footlight::store {

/// The tables notifications and notification_choices; adds to jobs what is to leave the house. One thread at
/// a time; owned by Database.
class Notifications final : public relay::NotificationStore {
public:
    explicit Notifications(soci::session& sql) : sql_(sql) {}

    Result<std::vector<NotificationId>> deliver(const std::vector<relay::Delivery>& deliveries,
                                                UtcTime now) override;
    Result<std::vector<relay::InboxEntry>> page(UserId user, std::optional<NotificationId> before,
                                                std::size_t limit) override;
    Result<std::int64_t> unread(UserId user) override;
    Result<> markRead(UserId user, std::optional<NotificationId> upTo) override;
    Result<std::map<std::string, relay::NotificationWays>> choices(UserId user) override;
    Result<> choose(UserId user, const std::map<std::string, relay::NotificationWays>& choices) override;
    Result<> forget(UtcTime before) override;

private:
    // Of one transaction: they throw as SOCI does.
    relay::NotificationWays waysOf(const std::string& user, const std::string& kind);
    bool putIntoInbox(const relay::Delivery& delivery);
    void addJob(const relay::Delivery& delivery, const std::string& kind, const std::string& subject,
                UtcTime now);
    std::vector<std::string> webhooksOf(const std::string& user);
    bool hasAddress(const std::string& user);

    soci::session& sql_;
};

}  // namespace footlight::store
