#pragma once

#include <map>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/net/async/task.h"
#include "core/net/async/work_pool.h"
#include "core/relay/hub/input_service.h"
#include "core/relay/hub/live_channels.h"
#include "core/relay/hub/policies.h"
#include "core/relay/ports/stores.h"
#include "core/wire/hooks.h"

namespace footlight::relay::hub {

/// Decides who may publish: with a channel's stream key, or with that of one of its inputs. Lives on the
/// hub's loop.
class PublishGrants {
public:
    PublishGrants(Stores stores, net::WorkPool& database, const LiveChannels& live, const Policies& policies,
                  const InputService& inputs, const Clock& clock);

    /// Denied where the key opens nothing. While the channel is on air, its broadcast is the answer.
    [[nodiscard]] net::Task<Result<wire::PublishGrant>> authorize(Secret streamKey);
    /// The next grant is for another broadcast.
    void begun(ChannelId channel) { granted_.erase(channel); }

private:
    [[nodiscard]] Result<wire::PublishGrant> look(const Secret& key) const;

    Stores stores_;
    net::WorkPool& database_;
    const LiveChannels& live_;
    const Policies& policies_;
    const InputService& inputs_;
    const Clock& clock_;
    std::map<ChannelId, BroadcastId> granted_;  ///< not begun yet; one for each channel at most
};

}  // namespace footlight::relay::hub
