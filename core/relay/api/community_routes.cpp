#include "core/relay/api/community_routes.h"

#include "core/relay/hub/community.h"
#include "core/relay/hub/hub.h"

namespace footlight::relay::api {

using net::http::Method;

CommunityRoutes::CommunityRoutes(hub::Hub& hub, const Addresses& addresses, const Clock& clock,
                                 const Logger& logger)
    : follows_(hub.community().follows(), hub.channels(), hub.accounts(), logger.child("follows")),
      notifications_(hub.community(), hub.accounts(), logger.child("notifications")),
      mail_(hub.community().mail(), hub.accounts(), logger.child("mail")),
      data_(hub.community().data(), hub.accounts(), hub.channels(), logger.child("data")),
      social_(hub.community(), hub.channels(), hub.accounts(), addresses, clock, logger.child("social")) {}

void CommunityRoutes::addTo(const AddRoute& add) {
    add(Method::Put, "/channels/{name}/follow", handledBy(follows_, &FollowRoutes::follow));
    add(Method::Delete, "/channels/{name}/follow", handledBy(follows_, &FollowRoutes::unfollow));
    add(Method::Get, "/me/follows", handledBy(follows_, &FollowRoutes::list));
    notifications_.addTo(add);
    mail_.addTo(add);
    data_.addTo(add);
    social_.addTo(add);
}

}  // namespace footlight::relay::api
