#include "core/relay/api/community_routes.h"

#include "core/relay/hub/community.h"
#include "core/relay/hub/hub.h"

namespace footlight::relay::api {

using net::http::Method;

CommunityRoutes::CommunityRoutes(hub::Hub& hub, const Logger& logger)
    : follows_(hub.community().follows(), hub.channels(), hub.accounts(), logger.child("follows")) {}

void CommunityRoutes::addTo(const AddRoute& add) {
    add(Method::Put, "/channels/{name}/follow", handledBy(follows_, &FollowRoutes::follow));
    add(Method::Delete, "/channels/{name}/follow", handledBy(follows_, &FollowRoutes::unfollow));
    add(Method::Get, "/me/follows", handledBy(follows_, &FollowRoutes::list));
}

}  // namespace footlight::relay::api
