#include "core/relay/api/notification_routes.h"

#include "core/relay/api/answers.h"
#include "core/relay/api/credentials.h"
#include "core/relay/api/page_limit.h"
#include "core/relay/hub/inbox.h"
#include "core/relay/hub/webhook_service.h"
#include "core/wire/notification.h"

namespace footlight::relay::api {

using net::http::Method;
using net::http::Request;
using net::http::Response;

NotificationRoutes::NotificationRoutes(hub::Community& community, hub::AccountService& accounts,
                                       Logger logger)
    : community_(community), accounts_(accounts), logger_(std::move(logger)) {}

void NotificationRoutes::addTo(const AddRoute& add) {
    using Routes = NotificationRoutes;
    add(Method::Get, "/me/notifications", handledBy(*this, &Routes::inbox));
    add(Method::Post, "/me/notifications/read", handledBy(*this, &Routes::markRead));
    add(Method::Get, "/me/notification-choices", handledBy(*this, &Routes::choices));
    add(Method::Put, "/me/notification-choices", handledBy(*this, &Routes::choose));
    add(Method::Get, "/me/webhooks", handledBy(*this, &Routes::webhooks));
    add(Method::Post, "/me/webhooks", handledBy(*this, &Routes::addWebhook));
    add(Method::Delete, "/me/webhooks/{id}", handledBy(*this, &Routes::removeWebhook));
    add(Method::Get, "/relay/dead-deliveries", handledBy(*this, &Routes::dead));
    add(Method::Post, "/relay/dead-deliveries/{id}", handledBy(*this, &Routes::revive));
    add(Method::Delete, "/relay/dead-deliveries/{id}", handledBy(*this, &Routes::removeDead));
}

net::Task<Response> NotificationRoutes::inbox(Request request) {
    const auto account = co_await requireAccount(accounts_, bearerToken(request));
    if (!account) {
        co_return refusal(account.error(), logger_);
    }
    const auto limit = limitOf(request);
    if (!limit) {
        co_return badLimit();
    }
    const auto text = request.queryParameter("before");
    const auto before = text ? NotificationId::parse(*text) : std::nullopt;
    if (text && !before) {
        co_return invalidRequest("before", "`before` must be an id (a UUID in its 36-character form)");
    }
    const auto page = co_await community_.inbox().page(*account, before, *limit);
    co_return page ? answer(200, *page) : refusal(page.error(), logger_);
}

net::Task<Response> NotificationRoutes::markRead(Request request) {
    const auto account = co_await requireAccount(accounts_, bearerToken(request));
    if (!account) {
        co_return refusal(account.error(), logger_);
    }
    const auto asked = wire::parse<wire::NotificationsRead>(request.body);
    if (!asked) {
        co_return refusal(asked.error());
    }
    const auto done = co_await community_.inbox().markRead(*account, asked->upTo);
    co_return done ? net::http::emptyResponse(204) : refusal(done.error(), logger_);
}

net::Task<Response> NotificationRoutes::choices(Request request) {
    const auto account = co_await requireAccount(accounts_, bearerToken(request));
    if (!account) {
        co_return refusal(account.error(), logger_);
    }
    const auto chosen = co_await community_.inbox().choices(*account);
    co_return chosen ? answer(200, *chosen) : refusal(chosen.error(), logger_);
}

net::Task<Response> NotificationRoutes::choose(Request request) {
    const auto account = co_await requireAccount(accounts_, bearerToken(request));
    if (!account) {
        co_return refusal(account.error(), logger_);
    }
    const auto asked = wire::parse<wire::NotificationChoices>(request.body);
    if (!asked) {
        co_return refusal(asked.error());
    }
    const auto done = co_await community_.inbox().choose(*account, *asked);
    if (!done) {
        co_return refusal(done.error(), logger_);
    }
    co_return co_await choices(std::move(request));
}

net::Task<Response> NotificationRoutes::webhooks(Request request) {
    const auto account = co_await requireAccount(accounts_, bearerToken(request));
    if (!account) {
        co_return refusal(account.error(), logger_);
    }
    auto found = co_await community_.webhooks().list(*account);
    if (!found) {
        co_return refusal(found.error(), logger_);
    }
    const wire::WebhookList list{std::move(*found)};
    co_return answer(200, list);
}

net::Task<Response> NotificationRoutes::addWebhook(Request request) {
    const auto account = co_await requireAccount(accounts_, bearerToken(request));
    if (!account) {
        co_return refusal(account.error(), logger_);
    }
    const auto asked = wire::parse<wire::NewWebhook>(request.body);
    if (!asked) {
        co_return refusal(asked.error());
    }
    const auto made = co_await community_.webhooks().add(*account, *asked);
    co_return made ? answer(201, *made) : refusal(made.error(), logger_);
}

net::Task<Response> NotificationRoutes::removeWebhook(Request request) {
    const auto account = co_await requireAccount(accounts_, bearerToken(request));
    if (!account) {
        co_return refusal(account.error(), logger_);
    }
    const auto id = WebhookId::parse(request.parameter("id"));
    if (!id) {
        const Error unknown(ErrorCategory::NotFound, "webhook.unknown", "You have no such webhook.");
        co_return refusal(unknown, logger_);
    }
    const auto done = co_await community_.webhooks().remove(*account, *id);
    co_return done ? net::http::emptyResponse(204) : refusal(done.error(), logger_);
}

net::Task<Result<>> NotificationRoutes::requireOwner(Request request) {
    auto account = co_await requireAccount(accounts_, bearerToken(request));
    if (!account) {
        co_return fail(std::move(account.error()));
    }
    co_return co_await accounts_.requireOwner(std::move(*account));
}

net::Task<Response> NotificationRoutes::dead(Request request) {
    const auto owner = co_await requireOwner(std::move(request));
    if (!owner) {
        co_return refusal(owner.error(), logger_);
    }
    const auto list = co_await community_.inbox().dead();
    co_return list ? answer(200, *list) : refusal(list.error(), logger_);
}

net::Task<Response> NotificationRoutes::revive(Request request) {
    std::string id(request.parameter("id"));
    const auto owner = co_await requireOwner(std::move(request));
    if (!owner) {
        co_return refusal(owner.error(), logger_);
    }
    const auto done = co_await community_.inbox().revive(std::move(id));
    community_.wakeJobs();
    co_return done ? net::http::emptyResponse(204) : refusal(done.error(), logger_);
}

net::Task<Response> NotificationRoutes::removeDead(Request request) {
    std::string id(request.parameter("id"));
    const auto owner = co_await requireOwner(std::move(request));
    if (!owner) {
        co_return refusal(owner.error(), logger_);
    }
    const auto done = co_await community_.inbox().removeDead(std::move(id));
    co_return done ? net::http::emptyResponse(204) : refusal(done.error(), logger_);
}

}  // namespace footlight::relay::api
