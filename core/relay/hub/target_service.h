#pragma once

#include <vector>

#include "core/accounts/account.h"
#include "core/accounts/secret_box.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/net/async/task.h"
#include "core/net/async/work_pool.h"
#include "core/relay/hub/command_queue.h"
#include "core/relay/hub/live_channels.h"
#include "core/relay/ports/stores.h"
#include "core/relay/ports/target_store.h"
#include "core/wire/target.h"

namespace footlight::relay::hub {

/// The services that a channel's broadcasts are sent on to, at most 20. Their keys are sealed before they
/// reach the database and shown to nobody. Lives on the hub's loop.
class TargetService {
public:
    static constexpr std::size_t kTargets = 20;

    TargetService(Stores stores, net::WorkPool& database, const LiveChannels& live, CommandQueue& commands,
                  const accounts::SecretBox& box, const Clock& clock);

    [[nodiscard]] net::Task<Result<std::vector<wire::Target>>> list(accounts::Channel channel);
    /// Invalid; Conflict where there are too many.
    [[nodiscard]] net::Task<Result<wire::Target>> add(accounts::Channel channel, wire::NewTarget target);
    /// Invalid; NotFound where the channel has no such target.
    [[nodiscard]] net::Task<Result<wire::Target>> change(accounts::Channel channel, TargetId id,
                                                         wire::TargetPatch patch);
    [[nodiscard]] net::Task<Result<>> remove(accounts::Channel channel, TargetId id);

private:
    [[nodiscard]] Result<TargetRecord> find(ChannelId channel, TargetId id) const;
    [[nodiscard]] wire::Target toWire(ChannelId channel, const TargetRecord& record) const;

    Stores stores_;
    net::WorkPool& database_;
    const LiveChannels& live_;
    CommandQueue& commands_;
    const accounts::SecretBox& box_;
    const Clock& clock_;
};

}  // namespace footlight::relay::hub
