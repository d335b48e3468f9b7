#pragma once

#include "core/base/logger.h"
#include "core/net/http/router.h"
#include "core/relay/api/owner_access.h"
#include "core/relay/api/playback_urls.h"
#include "core/relay/hub/recording_service.h"

namespace footlight::relay::api {

/// /channels/{name}/recordings, and /recordings/{id} with what is below it.
class RecordingRoutes {
public:
    RecordingRoutes(const OwnerAccess& access, hub::RecordingService& recordings, const Addresses& addresses,
                    const PlaybackUrls& urls, Logger logger);

    [[nodiscard]] net::Task<net::http::Response> list(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> show(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> change(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> remove(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> holes(net::http::Request request);
    /// What was said during the broadcast.
    [[nodiscard]] net::Task<net::http::Response> chat(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> fill(net::http::Request request);

private:
    [[nodiscard]] wire::Recording toWire(const RecordingRecord& record, const std::string& host) const;

    const OwnerAccess& access_;
    hub::RecordingService& recordings_;
    const Addresses& addresses_;
    const PlaybackUrls& urls_;
    Logger logger_;
};

}  // namespace footlight::relay::api
