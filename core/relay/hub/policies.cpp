#include "core/relay/hub/policies.h"

#include "core/relay/ports/target_store.h"

namespace footlight::relay::hub {

Result<wire::ChannelPolicy> Policies::read(ChannelId channel) const {
    const auto settings = stores_.channels.settings(channel);
    if (!settings) {
        return fail(settings.error());
    }
    const auto targets = stores_.targets.list(channel);
    if (!targets) {
        return fail(targets.error());
    }
    wire::ChannelPolicy policy;
    policy.graceMs = settings->grace.count();
    policy.recorded = settings->isRecorded;
    policy.visibility = settings->visibility;
    policy.rtmpPlay = settings->allowsRtmpPlay;
    policy.slate = settings->slate;
    for (const auto& target : *targets) {
        auto key = box_.open(target.sealedKey);
        if (!key) {
            logger_.error("the key of target {} cannot be read: {}", target.name, key.error().message());
            continue;
        }
        policy.targets.push_back(
            {target.id, target.name, target.url, std::move(*key), target.audioTrack, target.isEnabled});
    }
    return policy;
}

}  // namespace footlight::relay::hub
