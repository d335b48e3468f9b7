#pragma once

#include <functional>

#include "core/accounts/account.h"
#include "core/base/logger.h"
#include "core/net/http/router.h"
#include "core/relay/hub/account_service.h"

namespace footlight::relay::api {

/// Handlers for people who are signed in: others are refused (account.sign_in_needed) before these are
/// called. On the hub's loop; outlived by what it makes use of, and by the routes that it is given.
class SignedIn {
public:
    SignedIn(hub::AccountService& accounts, Logger logger)
        : accounts_(accounts), logger_(std::move(logger)) {}

    template <typename Routes>
    using Method = net::Task<net::http::Response> (Routes::*)(accounts::Account, net::http::Request);

    template <typename Routes>
    net::http::Handler handledBy(Routes& routes, Method<Routes> handle) const {
        return guard(bind(routes, handle), false);
    }
    /// For the relay's owner alone.
    template <typename Routes>
    net::http::Handler handledForOwner(Routes& routes, Method<Routes> handle) const {
        return guard(bind(routes, handle), true);
    }

private:
    using Handle = std::function<net::Task<net::http::Response>(accounts::Account, net::http::Request)>;

    template <typename Routes>
    static Handle bind(Routes& routes, Method<Routes> handle) {
        return [&routes, handle](accounts::Account account, net::http::Request request) {
            return (routes.*handle)(std::move(account), std::move(request));
        };
    }
    [[nodiscard]] net::http::Handler guard(Handle handle, bool isForOwner) const;
    static net::Task<net::http::Response> serve(SignedIn self, Handle handle, bool isForOwner,
                                                net::http::Request request);

    hub::AccountService& accounts_;
    Logger logger_;
};

}  // namespace footlight::relay::api
