#pragma once

#include <string>
#include <variant>

#include "core/relay/ports/broadcast_events.h"
#include "core/relay/ports/channel_policy.h"

namespace footlight::relay {

/// Shows the other publisher from its next key frame on.
struct SwitchInput {
    std::string channel;
    BroadcastId broadcast;  ///< no other one of the channel
    IngestSlot slot = IngestSlot::Primary;
};

/// The channel's owner changed something.
struct ChangePolicy {
    std::string channel;
    ChannelPolicy policy;
};

/// Ends the broadcast now: the publisher is told so, no grace.
struct EndBroadcast {
    std::string channel;
    BroadcastId broadcast;  ///< no other one of the channel
};

/// The publisher is asked to connect again, where it understands that (Enhanced RTMP v2).
struct AskReconnect {
    std::string channel;
};

/// Takes the recording out of the store.
struct DeleteRecording {
    BroadcastId broadcast;
};

using OriginCommand = std::variant<SwitchInput, ChangePolicy, EndBroadcast, AskReconnect, DeleteRecording>;

/// What the hub may ask of an origin. A command for what is not there does nothing.
class OriginCommands {
public:
    virtual ~OriginCommands() = default;
    /// Never waits. Any thread.
    virtual void execute(OriginCommand command) = 0;
};

}  // namespace footlight::relay
