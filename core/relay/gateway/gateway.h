#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "core/base/logger.h"
#include "core/base/secret.h"
#include "core/net/async/task.h"
#include "core/relay/gateway/hub_link.h"

namespace footlight::relay::gateway {

struct GatewayOptions {
    std::filesystem::path program;  ///< footlight-relay-transcoder
    std::string originHost = "127.0.0.1";
    std::uint16_t originPort = 1935;
    HubAddress hub;
    std::filesystem::path authorities;  ///< PEM: trusted besides the system's, by inputs over RTMPS
    int srtDescriptor = -1;             ///< the bound UDP socket; -1: no SRT listener
    Secret srtPassphrase;
    bool srtIsOpen = false;
    int srtLatency = 120;  ///< milliseconds
    std::chrono::milliseconds idleLimit{60'000};
    std::function<void()> idle;  ///< nothing to do for so long: the process may end. Called on the loop.
};

/// Everything that comes in but over RTMP: SRT callers, and the inputs that the hub lists (UDP, SRT
/// elsewhere, RTMP elsewhere). Each stream ends up at the origin by RTMP, with the key it came with. Lives on
/// its loop.
class Gateway {
public:
    Gateway(net::Executor executor, GatewayOptions options, Logger logger);
    ~Gateway();
    Gateway(const Gateway&) = delete;
    Gateway& operator=(const Gateway&) = delete;

    /// Listens for SRT and follows the hub's inputs from here on.
    Result<> start();
    [[nodiscard]] net::Task<> close();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace footlight::relay::gateway
