#pragma once

#include <string>

#include "core/base/logger.h"
#include "core/net/http/router.h"
#include "core/relay/api/addresses.h"
#include "core/relay/api/playback_urls.h"
#include "core/relay/hub/account_service.h"
#include "core/relay/hub/channel_service.h"
#include "core/relay/hub/follow_service.h"
#include "core/relay/hub/picture_service.h"
#include "core/wire/channel.h"

namespace footlight::relay::api {

/// /channels and what is below it.
class ChannelRoutes {
public:
    ChannelRoutes(hub::ChannelService& channels, hub::FollowService& follows, hub::PictureService& pictures,
                  hub::AccountService& accounts, const Addresses& addresses, const PlaybackUrls& urls,
                  Logger logger);

    [[nodiscard]] net::Task<net::http::Response> list(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> show(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> change(accounts::Account account,
                                                        net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> makeKey(accounts::Account account,
                                                         net::http::Request request);

private:
    [[nodiscard]] wire::Channel toWire(const hub::ChannelView& view, const std::string& host,
                                       const std::optional<accounts::Account>& asker) const;

    hub::ChannelService& channels_;
    hub::FollowService& follows_;
    hub::PictureService& pictures_;
    hub::AccountService& accounts_;
    const Addresses& addresses_;
    const PlaybackUrls& urls_;
    Logger logger_;
};

}  // namespace footlight::relay::api
