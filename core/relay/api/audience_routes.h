#pragma once

#include "core/base/logger.h"
#include "core/net/http/message.h"
#include "core/relay/api/owner_access.h"
#include "core/relay/hub/channel_service.h"
#include "core/relay/hub/emote_service.h"
#include "core/relay/hub/rooms.h"

namespace footlight::relay::api {

/// Who is in a channel's room, what was said there, and the channel's own emotes. On the hub's loop.
class AudienceRoutes {
public:
    AudienceRoutes(const OwnerAccess& access, hub::ChannelService& channels, const hub::Rooms& rooms,
                   hub::EmoteService& emotes, Logger logger);

    [[nodiscard]] net::Task<net::http::Response> viewers(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> messages(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> emotes(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> putEmote(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> removeEmote(net::http::Request request);
    /// The picture itself: what has a hash never changes.
    [[nodiscard]] net::Task<net::http::Response> emote(net::http::Request request);

private:
    const OwnerAccess& access_;
    hub::ChannelService& channels_;
    const hub::Rooms& rooms_;
    hub::EmoteService& emotes_;
    Logger logger_;
};

}  // namespace footlight::relay::api
