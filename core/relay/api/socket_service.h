#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "core/base/clock.h"
#include "core/net/websocket/session.h"
#include "core/relay/api/playback_urls.h"
#include "core/relay/hub/account_service.h"
#include "core/relay/hub/rooms.h"

namespace footlight::relay::api {

struct SocketLimits {
    std::size_t perAddress = 100;  ///< RELIABILITY L16
    std::size_t perUser = 8;
    bool loopbackExempt = true;  ///< from the limit per address
    std::chrono::milliseconds hello{5'000};
};

/// /api/v1/socket: admits connections, waits for their Hello, then lets a SocketConnection serve. Lives on
/// the hub's loop.
class SocketService {
public:
    SocketService(hub::AccountService& accounts, hub::Rooms& rooms, const Addresses& addresses,
                  const PlaybackUrls& urls, const Clock& clock, SocketLimits limits);

    [[nodiscard]] net::Task<> serve(std::shared_ptr<net::websocket::Session> session,
                                    net::http::Request request);

private:
    using Counts = std::map<std::string, std::size_t>;
    /// One place in a count, given back when it goes.
    using Place = std::shared_ptr<void>;

    [[nodiscard]] static Place take(Counts& counts, const std::string& key, std::size_t limit);
    /// Nothing where the connection ended, or was told to, before it had said a hello that is worth
    /// something.
    [[nodiscard]] net::Task<std::optional<wire::Welcome>> welcome(
        std::shared_ptr<net::websocket::Session> session);
    [[nodiscard]] net::Task<std::optional<wire::Hello>> receiveHello(
        std::shared_ptr<net::websocket::Session> session);

    hub::AccountService& accounts_;
    hub::Rooms& rooms_;
    const Addresses& addresses_;
    const PlaybackUrls& urls_;
    const Clock& clock_;
    SocketLimits limits_;
    Counts addressCounts_;
    Counts userCounts_;
};

}  // namespace footlight::relay::api
