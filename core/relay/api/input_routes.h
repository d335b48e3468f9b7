#pragma once

#include "core/base/logger.h"
#include "core/net/http/router.h"
#include "core/relay/api/owner_access.h"
#include "core/relay/hub/input_service.h"

namespace footlight::relay::api {

/// /channels/{name}/inputs: the streams that the gateway takes for it.
class InputRoutes {
public:
    InputRoutes(const OwnerAccess& access, hub::InputService& inputs, Logger logger);

    [[nodiscard]] net::Task<net::http::Response> list(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> add(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> change(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> remove(net::http::Request request);

private:
    const OwnerAccess& access_;
    hub::InputService& inputs_;
    Logger logger_;
};

}  // namespace footlight::relay::api
