#include "core/relay/api/notification_routes.h"

#include "core/relay/api/answers.h"
#include "core/relay/api/page_limit.h"
#include "core/relay/hub/inbox.h"
#include "core/relay/hub/webhook_service.h"
#include "core/wire/notification.h"

namespace footlight::relay::api {

using net::http::Method;
using net::http::Request;
using net::http::Response;

NotificationRoutes::NotificationRoutes(hub::Community& community, Logger logger)
    : community_(community), logger_(std::move(logger)) {}

void NotificationRoutes::addTo(const AddRoute& add, const SignedIn& signedIn) {
    using Routes = NotificationRoutes;
    add(Method::Get, "/me/notifications", signedIn.handledBy(*this, &Routes::inbox));
    add(Method::Post, "/me/notifications/read", signedIn.handledBy(*this, &Routes::markRead));
    add(Method::Get, "/me/notification-choices", signedIn.handledBy(*this, &Routes::choices));
    add(Method::Put, "/me/notification-choices", signedIn.handledBy(*this, &Routes::choose));
    add(Method::Get, "/me/webhooks", signedIn.handledBy(*this, &Routes::webhooks));
    add(Method::Post, "/me/webhooks", signedIn.handledBy(*this, &Routes::addWebhook));
    add(Method::Delete, "/me/webhooks/{id}", signedIn.handledBy(*this, &Routes::removeWebhook));
    add(Method::Get, "/relay/dead-deliveries", signedIn.handledForOwner(*this, &Routes::dead));
    add(Method::Post, "/relay/dead-deliveries/{id}", signedIn.handledForOwner(*this, &Routes::revive));
    add(Method::Delete, "/relay/dead-deliveries/{id}", signedIn.handledForOwner(*this, &Routes::removeDead));
}

net::Task<Response> NotificationRoutes::inbox(accounts::Account account, Request request) {
    const auto limit = limitOf(request);
    if (!limit) {
        co_return badLimit();
    }
    const auto text = request.queryParameter("before");
    const auto before = text ? NotificationId::parse(*text) : std::nullopt;
    if (text && !before) {
        co_return invalidRequest("before", "`before` must be an id (a UUID in its 36-character form)");
    }
    const auto page = co_await community_.inbox().page(account, before, *limit);
    co_return page ? answer(200, *page) : refusal(page.error(), logger_);
}

net::Task<Response> NotificationRoutes::markRead(accounts::Account account, Request request) {
    const auto asked = wire::parse<wire::NotificationsRead>(request.body);
    if (!asked) {
        co_return refusal(asked.error());
    }
    const auto done = co_await community_.inbox().markRead(account, asked->upTo);
    co_return done ? net::http::emptyResponse(204) : refusal(done.error(), logger_);
}

net::Task<Response> NotificationRoutes::choices(accounts::Account account, Request) {
    const auto chosen = co_await community_.inbox().choices(account);
    co_return chosen ? answer(200, *chosen) : refusal(chosen.error(), logger_);
}

net::Task<Response> NotificationRoutes::choose(accounts::Account account, Request request) {
    const auto asked = wire::parse<wire::NotificationChoices>(request.body);
    if (!asked) {
        co_return refusal(asked.error());
    }
    const auto done = co_await community_.inbox().choose(account, *asked);
    if (!done) {
        co_return refusal(done.error(), logger_);
    }
    co_return co_await choices(std::move(account), std::move(request));
}

net::Task<Response> NotificationRoutes::webhooks(accounts::Account account, Request) {
    auto found = co_await community_.webhooks().list(account);
    if (!found) {
        co_return refusal(found.error(), logger_);
    }
    const wire::WebhookList list{std::move(*found)};
    co_return answer(200, list);
}

net::Task<Response> NotificationRoutes::addWebhook(accounts::Account account, Request request) {
    const auto asked = wire::parse<wire::NewWebhook>(request.body);
    if (!asked) {
        co_return refusal(asked.error());
    }
    const auto made = co_await community_.webhooks().add(account, *asked);
    co_return made ? answer(201, *made) : refusal(made.error(), logger_);
}

net::Task<Response> NotificationRoutes::removeWebhook(accounts::Account account, Request request) {
    const auto id = WebhookId::parse(request.parameter("id"));
    if (!id) {
        const Error unknown(ErrorCategory::NotFound, "webhook.unknown", "You have no such webhook.");
        co_return refusal(unknown, logger_);
    }
    const auto done = co_await community_.webhooks().remove(account, *id);
    co_return done ? net::http::emptyResponse(204) : refusal(done.error(), logger_);
}

net::Task<Response> NotificationRoutes::dead(accounts::Account, Request) {
    const auto list = co_await community_.inbox().dead();
    co_return list ? answer(200, *list) : refusal(list.error(), logger_);
}

net::Task<Response> NotificationRoutes::revive(accounts::Account, Request request) {
    std::string id(request.parameter("id"));
    const auto done = co_await community_.inbox().revive(std::move(id));
    community_.wakeJobs();
    co_return done ? net::http::emptyResponse(204) : refusal(done.error(), logger_);
}

net::Task<Response> NotificationRoutes::removeDead(accounts::Account, Request request) {
    std::string id(request.parameter("id"));
    const auto done = co_await community_.inbox().removeDead(std::move(id));
    co_return done ? net::http::emptyResponse(204) : refusal(done.error(), logger_);
}

}  // namespace footlight::relay::api
