#pragma once

#include "core/base/logger.h"
#include "core/net/http/router.h"
#include "core/relay/api/route_list.h"
#include "core/relay/hub/account_service.h"
#include "core/relay/hub/community.h"

namespace footlight::relay::api {

/// /me/notifications, /me/notification-choices, /me/webhooks and /relay/dead-deliveries.
class NotificationRoutes {
public:
    NotificationRoutes(hub::Community& community, hub::AccountService& accounts, Logger logger);

    /// What `add` keeps must not outlive this.
    void addTo(const AddRoute& add);

private:
    using Response = net::http::Response;
    using Request = net::http::Request;

    [[nodiscard]] net::Task<Response> inbox(Request request);
    [[nodiscard]] net::Task<Response> markRead(Request request);
    [[nodiscard]] net::Task<Response> choices(Request request);
    [[nodiscard]] net::Task<Response> choose(Request request);
    [[nodiscard]] net::Task<Response> webhooks(Request request);
    [[nodiscard]] net::Task<Response> addWebhook(Request request);
    [[nodiscard]] net::Task<Response> removeWebhook(Request request);
    [[nodiscard]] net::Task<Response> dead(Request request);
    [[nodiscard]] net::Task<Response> revive(Request request);
    [[nodiscard]] net::Task<Response> removeDead(Request request);
    /// Who sent the request, where they own the relay.
    [[nodiscard]] net::Task<Result<>> requireOwner(Request request);

    hub::Community& community_;
    hub::AccountService& accounts_;
    Logger logger_;
};

}  // namespace footlight::relay::api
