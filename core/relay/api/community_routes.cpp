#include "core/relay/api/community_routes.h"

#include "core/relay/hub/community.h"
#include "core/relay/hub/hub.h"

namespace footlight::relay::api {

CommunityRoutes::CommunityRoutes(hub::Hub& hub, const OwnerAccess& access, const Addresses& addresses,
                                 const Clock& clock, const Logger& logger)
    : follows_(hub.community().follows(), hub.channels(), logger.child("follows")),
      notifications_(hub.community(), logger.child("notifications")),
      mail_(hub.community().mail(), hub.accounts(), logger.child("mail")),
      data_(hub.community().data(), hub.community().exports(), hub.accounts(), hub.channels(), hub.rooms(),
            logger.child("data")),
      social_(hub.community(), hub.channels(), access, hub.friendWatch(), addresses, clock,
              logger.child("social")) {}

void CommunityRoutes::addTo(const AddRoute& add, const SignedIn& signedIn) {
    follows_.addTo(add, signedIn);
    notifications_.addTo(add, signedIn);
    mail_.addTo(add, signedIn);
    data_.addTo(add, signedIn);
    social_.addTo(add, signedIn);
}

}  // namespace footlight::relay::api
