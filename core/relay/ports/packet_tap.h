#pragma once

#include <memory>
#include <string>

#include "core/base/id.h"
#include "core/media/types/packet.h"
#include "core/relay/ports/channel_policy.h"

namespace footlight::relay {

/// Is given a broadcast's frames as they are shown: of whichever publisher is on air, slates included, on one
/// time line that only goes forward. Called on the stream's thread, one call at a time; never waits.
class PacketTap {
public:
    virtual ~PacketTap() = default;
    /// Before the first packet, and again before the first key frame of other tracks.
    virtual void tracks(const media::Tracks& tracks) = 0;
    virtual void packet(const media::Packet& packet) = 0;
    virtual void policy(const ChannelPolicy& policy) = 0;
    /// The broadcast is over; the last call.
    virtual void ended() = 0;
};

/// Makes the taps of a broadcast that begins: RTMP players, fan-out, later the transcoder.
class PacketTaps {
public:
    virtual ~PacketTaps() = default;
    virtual std::unique_ptr<PacketTap> open(const std::string& channel, BroadcastId broadcast,
                                            const ChannelPolicy& policy) = 0;
};

}  // namespace footlight::relay
