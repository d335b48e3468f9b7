#pragma once

#include "core/base/logger.h"
#include "core/net/http/router.h"
#include "core/relay/api/route_list.h"
#include "core/relay/api/signed_in.h"
#include "core/relay/hub/channel_service.h"
#include "core/relay/hub/follow_service.h"

namespace footlight::relay::api {

/// /channels/{name}/follow, /channels/{name}/followers/{user} and /me/follows.
class FollowRoutes {
public:
    FollowRoutes(hub::FollowService& follows, hub::ChannelService& channels, Logger logger);

    /// What `add` keeps must not outlive this.
    void addTo(const AddRoute& add, const SignedIn& signedIn);

private:
    [[nodiscard]] net::Task<net::http::Response> follow(accounts::Account account,
                                                        net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> unfollow(accounts::Account account,
                                                          net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> follower(accounts::Account account,
                                                          net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> list(accounts::Account account, net::http::Request request);

    hub::FollowService& follows_;
    hub::ChannelService& channels_;
    Logger logger_;
};

}  // namespace footlight::relay::api
