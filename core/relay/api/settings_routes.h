#pragma once

#include "core/base/logger.h"
#include "core/net/http/router.h"
#include "core/relay/api/owner_access.h"
#include "core/relay/api/playback_urls.h"
#include "core/relay/hub/broadcast_control.h"
#include "core/relay/hub/settings_service.h"

namespace footlight::relay::api {

/// What a channel's owner sets, where encoders publish, and what is done to the broadcast on air.
class SettingsRoutes {
public:
    SettingsRoutes(const OwnerAccess& access, hub::SettingsService& settings, hub::BroadcastControl& control,
                   const Addresses& addresses, const PlaybackUrls& urls, Logger logger);

    [[nodiscard]] net::Task<net::http::Response> show(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> change(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> slate(net::http::Request request);
    /// The body is a file (Api::uploads).
    [[nodiscard]] net::Task<net::http::Response> setSlate(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> removeSlate(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> ingest(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> switchInput(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> end(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> makeLink(net::http::Request request);

private:
    const OwnerAccess& access_;
    hub::SettingsService& settings_;
    hub::BroadcastControl& control_;
    const Addresses& addresses_;
    const PlaybackUrls& urls_;
    Logger logger_;
};

}  // namespace footlight::relay::api
