#pragma once

#include "core/base/logger.h"
#include "core/net/http/router.h"
#include "core/relay/api/addresses.h"
#include "core/relay/api/owner_access.h"
#include "core/relay/api/route_list.h"
#include "core/relay/api/signed_in.h"
#include "core/relay/hub/channel_service.h"
#include "core/relay/hub/community.h"
#include "core/relay/hub/friend_watch.h"

namespace footlight::relay::api {

/// /me/friends, /me/privacy, /directory, and of channels page, schedule and calendar.
class SocialRoutes {
public:
    SocialRoutes(hub::Community& community, hub::ChannelService& channels, const OwnerAccess& access,
                 hub::FriendWatch& friendWatch, const Addresses& addresses, const Clock& clock,
                 Logger logger);

    /// What `add` keeps must not outlive this.
    void addTo(const AddRoute& add, const SignedIn& signedIn);

private:
    using Response = net::http::Response;
    using Request = net::http::Request;

    [[nodiscard]] net::Task<Response> friends(accounts::Account account, Request request);
    [[nodiscard]] net::Task<Response> befriend(accounts::Account account, Request request);
    [[nodiscard]] net::Task<Response> part(accounts::Account account, Request request);
    [[nodiscard]] net::Task<Response> friendsWatching(accounts::Account account, Request request);
    [[nodiscard]] net::Task<Response> privacy(accounts::Account account, Request request);
    [[nodiscard]] net::Task<Response> setPrivacy(accounts::Account account, Request request);
    [[nodiscard]] net::Task<Response> page(Request request);
    [[nodiscard]] net::Task<Response> changePage(Request request);
    [[nodiscard]] net::Task<Response> directory(Request request);
    [[nodiscard]] net::Task<Response> schedule(Request request);
    [[nodiscard]] net::Task<Response> calendar(Request request);
    [[nodiscard]] net::Task<Response> addEntry(Request request);
    [[nodiscard]] net::Task<Response> changeEntry(Request request);
    [[nodiscard]] net::Task<Response> removeEntry(Request request);

    hub::Community& community_;
    hub::ChannelService& channels_;
    const OwnerAccess& access_;
    hub::FriendWatch& friendWatch_;
    const Addresses& addresses_;
    const Clock& clock_;
    Logger logger_;
};

}  // namespace footlight::relay::api
