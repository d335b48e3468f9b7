#pragma once

#include "core/base/logger.h"
#include "core/base/secret.h"
#include "core/net/http/router.h"
#include "core/relay/hub/broadcasts.h"

namespace footlight::relay::api {

/// /hooks/v1: what origins ask and tell, with the hook secret.
class HookRoutes {
public:
    HookRoutes(hub::Broadcasts& broadcasts, Secret hookSecret, Logger logger);

    [[nodiscard]] net::Task<net::http::Response> publish(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> events(net::http::Request request);

private:
    [[nodiscard]] bool isTrusted(const net::http::Request& request) const;
    [[nodiscard]] net::http::Response distrust() const;

    hub::Broadcasts& broadcasts_;
    Secret hookSecret_;
    Logger logger_;
};

}  // namespace footlight::relay::api
