#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/accounts/account.h"
#include "core/base/clock.h"
#include "core/relay/ports/broadcast_store.h"
#include "core/wire/stream_state.h"

namespace footlight::relay::hub {

/// A channel that is on air, its publisher's grace period included.
struct LiveChannel {
    accounts::Channel channel;
    Broadcast broadcast;
    bool publishing = true;
    SteadyTime lastEvent;
    std::chrono::milliseconds grace{0};  ///< for the publisher to come back; so long nothing may be heard
    SteadyTime recordingStored{};        ///< when its recording was last put on disk
    wire::StreamHealth health{};
    std::optional<wire::InputStatus> input{};
    std::optional<wire::RecordingStatus> recording{};
    std::map<TargetId, wire::TargetStatus> targets{};
};

/// What is on air now. The Broadcasts change it, everybody on the hub's loop reads it.
class LiveChannels {
public:
    [[nodiscard]] const LiveChannel* find(ChannelId channel) const;
    [[nodiscard]] LiveChannel* find(ChannelId channel);
    /// By the broadcast's id and the channel's name, as the origin tells them.
    [[nodiscard]] LiveChannel* find(BroadcastId broadcast);
    void put(LiveChannel live);
    void remove(ChannelId channel);
    void retitle(ChannelId channel, const std::string& title);
    [[nodiscard]] std::vector<ChannelId> ids() const;
    /// Sorted by name, from the one behind `after` on, whoever may see them.
    [[nodiscard]] std::vector<LiveChannel> page(const std::string& after, std::size_t limit) const;
    /// Without any event since `before` and its grace before that.
    [[nodiscard]] std::vector<LiveChannel> silentSince(SteadyTime before) const;

private:
    std::map<ChannelId, LiveChannel> channels_;
    std::map<BroadcastId, ChannelId> byBroadcast_;
    std::map<std::string, ChannelId> byName_;
};

}  // namespace footlight::relay::hub
