#pragma once

#include <string>

#include "core/base/logger.h"
#include "core/net/http/router.h"
#include "core/relay/api/route_list.h"
#include "core/relay/hub/account_service.h"

namespace footlight::relay::api {

/// /me/sessions, /me/password, /me/second-step and /invitations.
class SecurityRoutes {
public:
    SecurityRoutes(hub::AccountService& accounts, std::string relayName, Logger logger);

    /// What `add` keeps must not outlive this.
    void addTo(const AddRoute& add);

private:
    using Response = net::http::Response;
    using Request = net::http::Request;

    [[nodiscard]] net::Task<Response> sessions(Request request);
    [[nodiscard]] net::Task<Response> endSession(Request request);
    [[nodiscard]] net::Task<Response> endOthers(Request request);
    [[nodiscard]] net::Task<Response> changePassword(Request request);
    [[nodiscard]] net::Task<Response> beginSecondStep(Request request);
    [[nodiscard]] net::Task<Response> confirmSecondStep(Request request);
    [[nodiscard]] net::Task<Response> endSecondStep(Request request);
    [[nodiscard]] net::Task<Response> invite(Request request);

    hub::AccountService& accounts_;
    std::string relayName_;
    Logger logger_;
};

}  // namespace footlight::relay::api
