#pragma once

#include "core/accounts/account.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/net/async/task.h"
#include "core/relay/hub/broadcasts.h"
#include "core/relay/hub/command_queue.h"
#include "core/relay/hub/live_channels.h"
#include "core/wire/stream_state.h"

namespace footlight::relay::hub {

/// What a channel's owner does to its broadcast on air. Lives on the hub's loop.
class BroadcastControl {
public:
    BroadcastControl(const LiveChannels& live, Broadcasts& broadcasts, CommandQueue& commands)
        : live_(live), broadcasts_(broadcasts), commands_(commands) {}

    /// The origin has been told when this returns. Conflict where nothing is on air, Unavailable where the
    /// origin does not ask what to do.
    [[nodiscard]] net::Task<Result<>> switchInput(accounts::Channel channel, wire::IngestSlot slot);
    /// For viewers it has ended when this returns, and where the origin listens, for it too. Conflict where
    /// nothing is on air.
    [[nodiscard]] net::Task<Result<>> end(accounts::Channel channel);

private:
    const LiveChannels& live_;
    Broadcasts& broadcasts_;
    CommandQueue& commands_;
};

}  // namespace footlight::relay::hub
