#pragma once

#include "core/base/logger.h"
#include "core/net/http/router.h"
#include "core/relay/api/route_list.h"
#include "core/relay/api/signed_in.h"
#include "core/relay/hub/account_data.h"
#include "core/relay/hub/account_service.h"
#include "core/relay/hub/channel_service.h"
#include "core/relay/hub/data_export.h"
#include "core/relay/hub/rooms.h"

namespace footlight::relay::api {

/// /me/data and /me/delete.
class DataRoutes {
public:
    DataRoutes(hub::AccountData& data, hub::DataExport& exports, hub::AccountService& accounts,
               hub::ChannelService& channels, hub::Rooms& rooms, Logger logger);

    /// What `add` keeps must not outlive this.
    void addTo(const AddRoute& add, const SignedIn& signedIn);

private:
    [[nodiscard]] net::Task<net::http::Response> tell(accounts::Account account, net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> erase(accounts::Account account, net::http::Request request);

    hub::AccountData& data_;
    hub::DataExport& exports_;
    hub::AccountService& accounts_;
    hub::ChannelService& channels_;
    hub::Rooms& rooms_;
    Logger logger_;
};

}  // namespace footlight::relay::api
