#pragma once

#include <chrono>

#include "core/base/logger.h"
#include "core/base/secret.h"
#include "core/net/http/router.h"
#include "core/relay/hub/broadcasts.h"
#include "core/relay/hub/command_queue.h"
#include "core/relay/hub/input_service.h"
#include "core/relay/hub/publish_grants.h"

namespace footlight::relay::api {

/// /hooks/v1: what origins ask and tell, with the hook secret.
class HookRoutes {
public:
    /// Whom the hooks reach.
    struct Hub {
        hub::PublishGrants& grants;
        hub::Broadcasts& broadcasts;
        hub::CommandQueue& commands;
        hub::InputService& inputs;
    };
    /// A long poll is answered after `longPoll` at the latest.
    HookRoutes(Hub hub, Secret hookSecret, std::chrono::milliseconds longPoll, Logger logger);

    [[nodiscard]] net::Task<net::http::Response> publish(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> events(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> commands(net::http::Request request);
    [[nodiscard]] net::Task<net::http::Response> inputs(net::http::Request request);

private:
    [[nodiscard]] bool isTrusted(const net::http::Request& request) const;
    [[nodiscard]] net::http::Response distrust() const;

    Hub hub_;
    Secret hookSecret_;
    std::chrono::milliseconds longPoll_;
    Logger logger_;
};

}  // namespace footlight::relay::api
