#pragma once

#include "core/base/logger.h"
#include "core/net/http/router.h"
#include "core/relay/api/route_list.h"
#include "core/relay/api/signed_in.h"
#include "core/relay/hub/community.h"

namespace footlight::relay::api {

/// /me/notifications, /me/notification-choices, /me/webhooks and /relay/dead-deliveries.
class NotificationRoutes {
public:
    NotificationRoutes(hub::Community& community, Logger logger);

    /// What `add` keeps must not outlive this.
    void addTo(const AddRoute& add, const SignedIn& signedIn);

private:
    using Response = net::http::Response;
    using Request = net::http::Request;

    [[nodiscard]] net::Task<Response> inbox(accounts::Account account, Request request);
    [[nodiscard]] net::Task<Response> markRead(accounts::Account account, Request request);
    [[nodiscard]] net::Task<Response> choices(accounts::Account account, Request request);
    [[nodiscard]] net::Task<Response> choose(accounts::Account account, Request request);
    [[nodiscard]] net::Task<Response> webhooks(accounts::Account account, Request request);
    [[nodiscard]] net::Task<Response> addWebhook(accounts::Account account, Request request);
    [[nodiscard]] net::Task<Response> removeWebhook(accounts::Account account, Request request);
    [[nodiscard]] net::Task<Response> dead(accounts::Account account, Request request);
    [[nodiscard]] net::Task<Response> revive(accounts::Account account, Request request);
    [[nodiscard]] net::Task<Response> removeDead(accounts::Account account, Request request);

    hub::Community& community_;
    Logger logger_;
};

}  // namespace footlight::relay::api
