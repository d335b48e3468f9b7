#pragma once

#include <memory>
#include <string>

#include "core/base/logger.h"
#include "core/base/secret.h"
#include "core/net/http/client.h"
#include "core/wire/hooks.h"

namespace footlight::relay::gateway {

struct HubAddress {
    std::string host = "127.0.0.1";
    std::uint16_t port = 8080;
    Secret secret;  ///< sent as the bearer token
};

/// What the gateway asks the hub. Lives on its loop.
class HubLink {
public:
    HubLink(net::Executor executor, HubAddress hub, Logger logger);

    /// Denied where the key may not publish, in the hub's words; Unavailable or Timeout where it does not
    /// say.
    [[nodiscard]] net::Task<Result<>> mayPublish(Secret key, std::string address);
    /// The inputs once they are another version than `after`; waits up to half a minute.
    [[nodiscard]] net::Task<Result<wire::StreamInputs>> inputs(std::int64_t after);

private:
    HubAddress hub_;
    net::http::Client client_;
};

}  // namespace footlight::relay::gateway
