#pragma once

#include <string>

#include "core/base/logger.h"
#include "core/net/http/router.h"
#include "core/relay/api/route_list.h"
#include "core/relay/api/signed_in.h"
#include "core/relay/hub/account_service.h"

namespace footlight::relay::api {

/// /me/sessions, /me/password, /me/second-step and /invitations.
class SecurityRoutes {
public:
    SecurityRoutes(hub::AccountService& accounts, std::string relayName, Logger logger);

    /// What `add` keeps must not outlive this.
    void addTo(const AddRoute& add, const SignedIn& signedIn);

private:
    using Response = net::http::Response;
    using Request = net::http::Request;

    [[nodiscard]] net::Task<Response> sessions(accounts::Account account, Request request);
    [[nodiscard]] net::Task<Response> endSession(accounts::Account account, Request request);
    [[nodiscard]] net::Task<Response> endOthers(accounts::Account account, Request request);
    [[nodiscard]] net::Task<Response> changePassword(accounts::Account account, Request request);
    [[nodiscard]] net::Task<Response> beginSecondStep(accounts::Account account, Request request);
    [[nodiscard]] net::Task<Response> confirmSecondStep(accounts::Account account, Request request);
    [[nodiscard]] net::Task<Response> endSecondStep(accounts::Account account, Request request);
    [[nodiscard]] net::Task<Response> invite(accounts::Account account, Request request);

    hub::AccountService& accounts_;
    std::string relayName_;
    Logger logger_;
};

}  // namespace footlight::relay::api
