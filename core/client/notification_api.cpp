#include "core/client/notification_api.h"

#include "core/client/api_json.h"
#include "core/client/relay_api.h"

namespace footlight::client {

NotificationApi::NotificationApi(RelayApi& relay, QObject* parent) : QObject(parent), relay_(relay) {}

void NotificationApi::fetch(const std::optional<NotificationId>& before,
                            Reply<wire::NotificationPage> reply) {
    QString path = QStringLiteral("/me/notifications");
    if (before) {
        path += QStringLiteral("?before=") + QString::fromStdString(before->text());
    }
    relay_.request({"GET", path}, parsing(this, std::move(reply)));
}

void NotificationApi::markRead(const std::optional<NotificationId>& upTo, Reply<> reply) {
    const wire::NotificationsRead read{upTo};
    relay_.request({"POST", QStringLiteral("/me/notifications/read"), bytesOf(wire::toJson(read))},
                   ignoring(this, std::move(reply)));
}

Reply<QByteArray> NotificationApi::unwrapping(Reply<std::vector<wire::NotificationChoice>> reply) {
    Reply<wire::NotificationChoices> unwrap(
        this, [reply = std::move(reply)](Result<wire::NotificationChoices> list) mutable {
            reply(std::move(list).map([](wire::NotificationChoices all) { return std::move(all.items); }));
        });
    return parsing(this, std::move(unwrap));
}

void NotificationApi::fetchChoices(Reply<std::vector<wire::NotificationChoice>> reply) {
    relay_.request({"GET", QStringLiteral("/me/notification-choices")}, unwrapping(std::move(reply)));
}

void NotificationApi::choose(const std::vector<wire::NotificationChoice>& choices,
                             Reply<std::vector<wire::NotificationChoice>> reply) {
    const wire::NotificationChoices all{choices};
    relay_.request({"PUT", QStringLiteral("/me/notification-choices"), bytesOf(wire::toJson(all))},
                   unwrapping(std::move(reply)));
}

void NotificationApi::fetchWebhooks(Reply<std::vector<wire::Webhook>> reply) {
    Reply<wire::WebhookList> unwrap(this, [reply = std::move(reply)](Result<wire::WebhookList> list) mutable {
        reply(std::move(list).map([](wire::WebhookList all) { return std::move(all.items); }));
    });
    relay_.request({"GET", QStringLiteral("/me/webhooks")}, parsing(this, std::move(unwrap)));
}

void NotificationApi::addWebhook(const wire::NewWebhook& webhook, Reply<wire::MadeWebhook> reply) {
    relay_.request({"POST", QStringLiteral("/me/webhooks"), bytesOf(wire::toJson(webhook))},
                   parsing(this, std::move(reply)));
}

void NotificationApi::removeWebhook(WebhookId id, Reply<> reply) {
    relay_.request({"DELETE", QStringLiteral("/me/webhooks/") + QString::fromStdString(id.text())},
                   ignoring(this, std::move(reply)));
}

}  // namespace footlight::client
