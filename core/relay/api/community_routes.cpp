#include "core/relay/api/community_routes.h"

#include "core/relay/hub/community.h"
#include "core/relay/hub/hub.h"

namespace footlight::relay::api {

using net::http::Handler;
using net::http::Method;
using net::http::Request;
using net::http::Response;

namespace {

template <typename Routes>
Handler to(Routes& routes, net::Task<Response> (Routes::*handle)(Request)) {
    return [&routes, handle](Request request) { return (routes.*handle)(std::move(request)); };
}

}  // namespace

CommunityRoutes::CommunityRoutes(hub::Hub& hub, const Logger& logger)
    : follows_(hub.community().follows(), hub.channels(), hub.accounts(), logger.child("follows")) {}

void CommunityRoutes::addTo(const Add& add) {
    add(Method::Put, "/channels/{name}/follow", to(follows_, &FollowRoutes::follow));
    add(Method::Delete, "/channels/{name}/follow", to(follows_, &FollowRoutes::unfollow));
    add(Method::Get, "/me/follows", to(follows_, &FollowRoutes::list));
}

}  // namespace footlight::relay::api
