#pragma once

#include <QObject>
#include <QString>
#include <optional>
#include <vector>

#include "core/client/reply.h"
#include "core/wire/notification.h"

namespace footlight::client {

class RelayApi;

/// What one is told of: the inbox, the choices, and webhooks. Replies as those of RelayApi, which it asks
/// through and which outlives it. On the window's thread.
class NotificationApi : public QObject {
    Q_OBJECT
public:
    explicit NotificationApi(RelayApi& relay, QObject* parent = nullptr);

    /// Newest first, 50 of them; `before` is the `next` of the page before.
    void fetch(const std::optional<NotificationId>& before, Reply<wire::NotificationPage> reply);
    /// This one and all older; nothing: all.
    void markRead(const std::optional<NotificationId>& upTo, Reply<> reply);

    void fetchChoices(Reply<std::vector<wire::NotificationChoice>> reply);
    /// Kinds that are not among them stay as they are; the reply has all.
    void choose(const std::vector<wire::NotificationChoice>& choices,
                Reply<std::vector<wire::NotificationChoice>> reply);

    void fetchWebhooks(Reply<std::vector<wire::Webhook>> reply);
    /// The secret is shown this once. Invalid "webhook.url", Conflict "webhook.too_many".
    void addWebhook(const wire::NewWebhook& webhook, Reply<wire::MadeWebhook> reply);
    void removeWebhook(WebhookId id, Reply<> reply);

private:
    Reply<QByteArray> unwrapping(Reply<std::vector<wire::NotificationChoice>> reply);

    RelayApi& relay_;
};

}  // namespace footlight::client
