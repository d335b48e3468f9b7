#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "core/base/clock.h"
#include "core/base/logger.h"
#include "core/base/secret.h"
#include "core/net/async/task.h"
#include "core/net/http/router.h"
#include "core/relay/api/addresses.h"

namespace footlight::relay::hub {
class Hub;
}

namespace footlight::relay::api {

struct ApiOptions {
    std::string relayName = "Footlight";
    std::string version;
    /// The host in the URLs that we hand out; empty: the one by which the asker reached us.
    std::string publicHost;
    ServicePorts ports;
    Secret hookSecret;  ///< empty: no hook is taken
    Secret mediaKey;    ///< signs what opens protected media; the origin has the same
    std::chrono::milliseconds longPoll{25'000};
    std::filesystem::path slates;    ///< uploaded slates wait here for their name
    std::filesystem::path emotes;    ///< and uploaded emotes here
    std::filesystem::path pictures;  ///< avatars and banners here
    double requestsPerSecond = 50;   ///< of one address (RELIABILITY L14)
    double requestBurst = 100;
    double searchesPerSecond = 2;  ///< of one address, in chat and in the directory
    double searchBurst = 20;
    bool loopbackExempt = true;           ///< from the above: there may be a reverse proxy
    std::size_t socketsPerAddress = 100;  ///< RELIABILITY L16; loopback is exempt likewise
    std::chrono::milliseconds helloDeadline{5'000};
};

/// The hub's HTTP and WebSocket face: REST, the live socket, the origin's hooks (core/wire/README.md). Lives
/// on the hub's event loop; the hub outlives it,
/// and it outlives the server (whose close() ends every socket).
class Api {
public:
    Api(net::Executor executor, hub::Hub& hub, ApiOptions options, const Clock& clock, Logger logger);
    ~Api();
    Api(const Api&) = delete;
    Api& operator=(const Api&) = delete;

    /// For http::ServerOptions::handler, or to add more routes to (/healthz).
    [[nodiscard]] net::http::Router& router();
    /// For http::ServerOptions::uploads: slates, at most 50 MiB, emotes, avatars and banners, at most
    /// 256 KiB, 2 MiB and 4 MiB, of those who show a token.
    [[nodiscard]] net::http::UploadRules uploads() const;
    /// For http::ServerOptions::upgrade.
    [[nodiscard]] std::shared_ptr<net::http::Upgrader> upgrader();
    /// After the server's close(): waits for what is still looked up for sockets that have ended.
    [[nodiscard]] net::Task<> close();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace footlight::relay::api
