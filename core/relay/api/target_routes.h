#pragma once

#include "core/base/logger.h"
#include "core/net/http/router.h"
#include "core/relay/api/owner_access.h"
#include "core/relay/hub/target_service.h"

namespace footlight::relay::api {

/// /channels/{name}/targets: the services that its broadcasts are sent on to.
class TargetRoutes {
public:
    TargetRoutes(const OwnerAccess& access, hub::TargetService& targets, Logger logger);

    [[nodiscard]] net::Task<net::http::Response> list(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> add(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> change(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> remove(net::http::Request request);

private:
    const OwnerAccess& access_;
    hub::TargetService& targets_;
    Logger logger_;
};

}  // namespace footlight::relay::api
