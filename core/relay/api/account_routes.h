#pragma once

#include "core/base/logger.h"
#include "core/net/http/router.h"
#include "core/relay/hub/account_service.h"

namespace footlight::relay::api {

/// /users, /session and /me.
class AccountRoutes {
public:
    AccountRoutes(hub::AccountService& accounts, Logger logger);

    [[nodiscard]] net::Task<net::http::Response> signUp(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> signIn(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> signOut(accounts::Account account,
                                                         net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> me(accounts::Account account, net::http::Request request);

private:
    [[nodiscard]] net::http::Response answerSession(unsigned status,
                                                    const Result<hub::SignedIn>& signedIn) const;

    hub::AccountService& accounts_;
    Logger logger_;
};

}  // namespace footlight::relay::api
