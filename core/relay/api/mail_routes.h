#pragma once

#include "core/base/logger.h"
#include "core/net/http/router.h"
#include "core/relay/api/route_list.h"
#include "core/relay/api/signed_in.h"
#include "core/relay/hub/account_service.h"
#include "core/relay/hub/mail_desk.h"

namespace footlight::relay::api {

/// /me/email, /email/verify, /password/forgotten and /password/reset.
class MailRoutes {
public:
    MailRoutes(hub::MailDesk& mail, hub::AccountService& accounts, Logger logger);

    /// What `add` keeps must not outlive this.
    void addTo(const AddRoute& add, const SignedIn& signedIn);

private:
    using Response = net::http::Response;
    using Request = net::http::Request;

    [[nodiscard]] net::Task<Response> show(accounts::Account account, Request request);
    [[nodiscard]] net::Task<Response> change(accounts::Account account, Request request);
    [[nodiscard]] net::Task<Response> remove(accounts::Account account, Request request);
    [[nodiscard]] net::Task<Response> verify(Request request);
    [[nodiscard]] net::Task<Response> forgotten(Request request);
    [[nodiscard]] net::Task<Response> reset(Request request);

    hub::MailDesk& mail_;
    hub::AccountService& accounts_;
    Logger logger_;
};

}  // namespace footlight::relay::api
