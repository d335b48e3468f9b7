#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "core/base/clock.h"
#include "core/base/logger.h"
#include "core/base/secret.h"
#include "core/relay/ports/broadcast_events.h"
#include "core/relay/ports/origin_commands.h"
#include "core/relay/ports/publish_authorizer.h"

namespace footlight::relay::origin {

struct HubHooksOptions {
    std::string host = "127.0.0.1";
    std::uint16_t port = 8080;
    Secret secret;                    ///< sent as the bearer token
    std::filesystem::path spoolFile;  ///< events wait here while the hub is away
    std::chrono::milliseconds timeout{3'000};
    std::chrono::minutes grantLife{15};  ///< a key that was granted keeps publishing so long without the hub
    std::size_t grants = 1'000;          ///< keys remembered
    std::chrono::milliseconds longPoll{35'000};  ///< the hub answers before that
    std::size_t pendingEvents = 10'000;  ///< beyond, the oldest health, then the oldest event is dropped
};

/// Asks the hub over HTTP hooks (core/wire/README.md) who may publish, tells it what happens and hears what
/// it asks for. While the hub is away, keys that it granted before keep publishing, and events wait in order
/// in a file. Made and closed on `executor`; the two ports may be called from any loop.
class HubHooks final : public PublishAuthorizer, public BroadcastEvents {
public:
    HubHooks(net::Executor executor, HubHooksOptions options, const Clock& clock, Logger logger);
    /// Use close() before; this only cancels.
    ~HubHooks() override;

    net::Task<Result<PublishPermission>> authorize(PublishQuestion question) override;
    void report(BroadcastEvent event) override;

    /// Hears from now on what the hub asks for, and hands it on; what an owner changed counts for cached
    /// grants as well. Once.
    void follow(OriginCommands& commands);
    /// `commands` may go when this returns.
    [[nodiscard]] net::Task<> stopFollowing();
    /// Tries once more to deliver what waits, keeps the rest in the file, and ends.
    [[nodiscard]] net::Task<> close();

private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace footlight::relay::origin
