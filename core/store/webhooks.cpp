#include "core/store/webhooks.h"

#include "core/store/row.h"

namespace footlight::store {

Result<> Webhooks::add(const relay::WebhookRecord& webhook) {
    const auto id = webhook.id.text();
    const auto user = webhook.user.text();
    const auto channel = webhook.channel ? webhook.channel->text() : "";
    auto hasChannel = webhook.channel ? soci::i_ok : soci::i_null;
    return attempt("storing a webhook", [&]() -> Result<> {
        sql_ << "INSERT INTO webhooks (id, user_id, channel_id, url, sealed_secret) "
                "VALUES (:id, :user, :channel, :url, :secret)",
            soci::use(id), soci::use(user), soci::use(channel, hasChannel), soci::use(webhook.url),
            soci::use(webhook.sealedSecret);
        return {};
    });
}

Result<std::vector<relay::WebhookRecord>> Webhooks::select(const std::string& column,
                                                           const std::string& value) {
    return attempt("reading webhooks", [&]() -> Result<std::vector<relay::WebhookRecord>> {
        std::string id;
        std::string user;
        std::string channel;
        int isSuspended = 0;
        relay::WebhookRecord read;
        soci::statement statement =
            (sql_.prepare << "SELECT id, user_id, COALESCE(channel_id, ''), url, sealed_secret, "
                             "CASE WHEN suspended_at IS NULL THEN 0 ELSE 1 END FROM webhooks WHERE "
                          << column << " = :value ORDER BY id",
             soci::use(value), soci::into(id), soci::into(user), soci::into(channel), soci::into(read.url),
             soci::into(read.sealedSecret), soci::into(isSuspended));
        std::vector<relay::WebhookRecord> webhooks;
        statement.execute();
        while (statement.fetch()) {
            auto& webhook = webhooks.emplace_back(read);
            webhook.id = idFrom<WebhookId>(id);
            webhook.isSuspended = isSuspended != 0;
            webhook.user = idFrom<UserId>(user);
            webhook.channel = channel.empty() ? std::nullopt : std::optional(idFrom<ChannelId>(channel));
        }
        return webhooks;
    });
}

Result<std::optional<relay::WebhookRecord>> Webhooks::find(WebhookId id) {
    auto found = select("id", id.text());
    if (!found) {
        return fail(std::move(found.error()));
    }
    return found->empty() ? std::nullopt : std::optional(std::move(found->front()));
}

Result<std::vector<relay::WebhookRecord>> Webhooks::ofUser(UserId user) {
    return select("user_id", user.text());
}

Result<std::vector<relay::WebhookRecord>> Webhooks::ofChannel(ChannelId channel) {
    return select("channel_id", channel.text());
}

Result<> Webhooks::delivered(WebhookId id) {
    const auto webhook = id.text();
    return attempt("noting a delivery", [&]() -> Result<> {
        sql_ << "UPDATE webhooks SET failing_since = NULL WHERE id = :id AND failing_since IS NOT NULL",
            soci::use(webhook);
        return {};
    });
}

Result<bool> Webhooks::failed(WebhookId id, UtcTime now, std::optional<UtcTime> before) {
    const auto webhook = id.text();
    const auto time = columnFrom(now);
    const auto bound = before ? columnFrom(*before) : -1;
    return transact(sql_, "noting a failed delivery", [&]() -> Result<bool> {
        sql_ << "UPDATE webhooks SET failing_since = :now WHERE id = :id AND failing_since IS NULL",
            soci::use(time), soci::use(webhook);
        soci::statement update = (sql_.prepare << "UPDATE webhooks SET suspended_at = :now WHERE id = :id "
                                                  "AND suspended_at IS NULL AND failing_since <= :before",
                                  soci::use(time), soci::use(webhook), soci::use(bound));
        update.execute(true);
        if (update.get_affected_rows() == 0) {
            return false;
        }
        sql_ << "DELETE FROM jobs WHERE subject = :id AND kind = 'webhook' AND state = 'waiting'",
            soci::use(webhook);
        return true;
    });
}

Result<> Webhooks::remove(UserId user, WebhookId id) {
    const auto userId = user.text();
    const auto webhook = id.text();
    return attempt("removing a webhook", [&]() -> Result<> {
        soci::statement removal = (sql_.prepare << "DELETE FROM webhooks WHERE user_id = :user AND id = :id",
                                   soci::use(userId), soci::use(webhook));
        removal.execute(true);
        if (removal.get_affected_rows() == 0) {
            return fail(ErrorCategory::NotFound, "webhook.unknown", "You have no such webhook.");
        }
        return {};
    });
}

}  // namespace footlight::store
