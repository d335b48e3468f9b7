#pragma once

#include <memory>

#include "core/base/clock.h"
#include "core/base/logger.h"
#include "core/net/async/task.h"
#include "core/relay/fanout/target.h"
#include "core/relay/ports/broadcast_events.h"
#include "core/relay/ports/packet_tap.h"

namespace footlight::relay::fanout {

/// Sends broadcasts on to other services (RTMP and RTMPS), each target with its own connection, queue and
/// retries: a dead one costs nobody else a frame. Its taps may be used on any thread, everything else happens
/// on `executor`. Owned by the origin's role; outlives the streams that it taps.
class Fanout final : public PacketTaps {
public:
    struct Parts {
        net::Executor executor;
        BroadcastEvents& events;
        const Clock& clock;
        std::shared_ptr<const net::TlsClient> tls;
        TargetLimits limits;
    };
    Fanout(Parts parts, Logger logger);
    ~Fanout() override;

    std::unique_ptr<PacketTap> open(const std::string& channel, BroadcastId broadcast,
                                    const ChannelPolicy& policy) override;

    /// On `executor`: lets services whose broadcast is over hear its end, drops the others (a restarted relay
    /// goes on with them), and ends.
    [[nodiscard]] net::Task<> close();

private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace footlight::relay::fanout
