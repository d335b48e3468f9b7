#pragma once

#include <functional>
#include <string>

#include "core/base/logger.h"
#include "core/net/http/router.h"
#include "core/relay/api/follow_routes.h"

namespace footlight::relay::hub {
class Hub;
}

namespace footlight::relay::api {

/// The routes about what people are to channels and to one another.
class CommunityRoutes {
public:
    using Add = std::function<void(net::http::Method, const std::string& path, net::http::Handler)>;

    CommunityRoutes(hub::Hub& hub, const Logger& logger);

    /// `add` takes paths below /api/v1; what it keeps must not outlive this.
    void addTo(const Add& add);

private:
    FollowRoutes follows_;
};

}  // namespace footlight::relay::api
