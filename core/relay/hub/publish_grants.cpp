#include "core/relay/hub/publish_grants.h"

namespace footlight::relay::hub {

PublishGrants::PublishGrants(Stores stores, net::WorkPool& database, const LiveChannels& live,
                             const Policies& policies, const InputService& inputs, const Clock& clock)
    : stores_(stores),
      database_(database),
      live_(live),
      policies_(policies),
      inputs_(inputs),
      clock_(clock) {}

net::Task<Result<wire::PublishGrant>> PublishGrants::authorize(Secret streamKey) {
    auto read = [this, streamKey = std::move(streamKey)] { return look(streamKey); };
    auto grant = co_await database_.run(std::move(read));
    if (!grant) {
        co_return grant;
    }
    if (const auto* live = live_.find(grant->channelId)) {
        grant->broadcastId = live->broadcast.id;
    } else {
        grant->broadcastId =
            granted_.try_emplace(grant->channelId, BroadcastId::make(clock_.utcNow())).first->second;
    }
    co_return grant;
}

Result<wire::PublishGrant> PublishGrants::look(const Secret& key) const {
    const auto input = inputs_.channelOf(key);
    if (!input) {
        return fail(input.error());
    }
    const auto channel =
        *input ? stores_.channels.find(**input) : stores_.channels.findByKey(sha256Hex(key.reveal()));
    if (!channel) {
        return fail(channel.error());
    }
    if (!*channel) {
        return fail(ErrorCategory::Denied, "publish.unknown_key",
                    "No channel has this stream key. Copy the channel's present key into the encoder.");
    }
    auto policy = policies_.read((*channel)->id);
    if (!policy) {
        return fail(std::move(policy.error()));
    }
    return wire::PublishGrant{(*channel)->name, (*channel)->id, {}, std::move(*policy)};
}

}  // namespace footlight::relay::hub
