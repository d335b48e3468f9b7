#pragma once

#include "core/base/logger.h"
#include "core/net/http/router.h"
#include "core/relay/api/owner_access.h"
#include "core/relay/hub/channel_service.h"
#include "core/relay/hub/picture_service.h"

namespace footlight::relay::api {

/// /channels/{name}/avatar and banner, and /pictures/{hash}. On the hub's loop; outlives the handlers.
class PictureRoutes {
public:
    PictureRoutes(const OwnerAccess& access, hub::ChannelService& channels, hub::PictureService& pictures,
                  Logger logger);

    [[nodiscard]] net::http::Handler show(PictureKind kind);
    [[nodiscard]] net::http::Handler put(PictureKind kind);
    [[nodiscard]] net::http::Handler remove(PictureKind kind);
    /// What has a hash never changes.
    [[nodiscard]] net::Task<net::http::Response> byHash(net::http::Request request);

private:
    [[nodiscard]] net::Task<net::http::Response> showOne(PictureKind kind, net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> putOne(PictureKind kind, net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> removeOne(PictureKind kind, net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> send(std::string hash, std::string caching);

    const OwnerAccess& access_;
    hub::ChannelService& channels_;
    hub::PictureService& pictures_;
    Logger logger_;
};

}  // namespace footlight::relay::api
