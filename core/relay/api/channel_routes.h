#pragma once

#include <string>

#include "core/base/logger.h"
#include "core/net/http/router.h"
#include "core/relay/api/addresses.h"
#include "core/relay/hub/account_service.h"
#include "core/relay/hub/channel_service.h"
#include "core/wire/channel.h"

namespace footlight::relay::api {

/// /channels and what is below it.
class ChannelRoutes {
public:
    ChannelRoutes(hub::ChannelService& channels, hub::AccountService& accounts, const Addresses& addresses,
                  Logger logger);

    [[nodiscard]] net::Task<net::http::Response> list(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> show(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> change(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> makeKey(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> messages(net::http::Request request);

private:
    [[nodiscard]] wire::Channel toWire(const hub::ChannelView& view, const std::string& host) const;

    hub::ChannelService& channels_;
    hub::AccountService& accounts_;
    const Addresses& addresses_;
    Logger logger_;
};

}  // namespace footlight::relay::api
