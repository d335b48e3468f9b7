#pragma once

#include "core/base/logger.h"
#include "core/net/http/router.h"
#include "core/relay/hub/account_service.h"
#include "core/relay/hub/channel_service.h"
#include "core/relay/hub/follow_service.h"

namespace footlight::relay::api {

/// /channels/{name}/follow and /me/follows.
class FollowRoutes {
public:
    FollowRoutes(hub::FollowService& follows, hub::ChannelService& channels, hub::AccountService& accounts,
                 Logger logger);

    [[nodiscard]] net::Task<net::http::Response> follow(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> unfollow(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> list(net::http::Request request);

private:
    hub::FollowService& follows_;
    hub::ChannelService& channels_;
    hub::AccountService& accounts_;
    Logger logger_;
};

}  // namespace footlight::relay::api
