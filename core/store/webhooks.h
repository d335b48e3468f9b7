#pragma once

#include "core/relay/ports/webhook_store.h"

namespace soci {
class session;
}

namespace footlight::store {

/// The table webhooks. One thread at a time; owned by Database.
class Webhooks final : public relay::WebhookStore {
public:
    explicit Webhooks(soci::session& sql) : sql_(sql) {}

    Result<> add(const relay::WebhookRecord& webhook) override;
    Result<std::optional<relay::WebhookRecord>> find(WebhookId id) override;
    Result<std::vector<relay::WebhookRecord>> ofUser(UserId user) override;
    Result<std::vector<relay::WebhookRecord>> ofChannel(ChannelId channel) override;
    Result<> delivered(WebhookId id) override;
    Result<bool> failed(WebhookId id, UtcTime now, std::optional<UtcTime> before) override;
    Result<> remove(UserId user, WebhookId id) override;

private:
    /// `column` is of this source alone.
    Result<std::vector<relay::WebhookRecord>> select(const std::string& column, const std::string& value);

    soci::session& sql_;
};

}  // namespace footlight::store
