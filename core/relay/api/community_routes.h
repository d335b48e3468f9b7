#pragma once

#include "core/base/logger.h"
#include "core/net/http/router.h"
#include "core/relay/api/data_routes.h"
#include "core/relay/api/follow_routes.h"
#include "core/relay/api/mail_routes.h"
#include "core/relay/api/notification_routes.h"
#include "core/relay/api/route_list.h"
#include "core/relay/api/social_routes.h"

namespace footlight::relay::hub {
class Hub;
}

namespace footlight::relay::api {

/// The routes about what people are to channels and to one another.
class CommunityRoutes {
public:
    CommunityRoutes(hub::Hub& hub, const OwnerAccess& access, const Addresses& addresses, const Clock& clock,
                    const Logger& logger);

    /// What `add` keeps must not outlive this.
    void addTo(const AddRoute& add, const SignedIn& signedIn);

private:
    FollowRoutes follows_;
    NotificationRoutes notifications_;
    MailRoutes mail_;
    DataRoutes data_;
    SocialRoutes social_;
};

}  // namespace footlight::relay::api
