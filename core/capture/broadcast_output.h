#pragma once

#include "core/capture/delivery/destination_link.h"
#include "core/capture/delivery/destination_queue.h"
#include "core/capture/obs_handles.h"

namespace footlight::capture {

class RelayClock;

/// Takes what the encoders make. Called on libobs's encoder threads, one at a time; must not wait.
class BroadcastSink {
public:
    virtual ~BroadcastSink() = default;
    /// Before the first packet.
    virtual void format(BroadcastFormat format) = 0;
    virtual void packet(OutgoingPacket packet) = 0;
    /// The encoders gave up; nothing follows.
    virtual void failed(std::string why) = 0;
};

/// Registers "footlight_output", an output of libobs for encoded picture and sound that hands each packet on
/// in our own types.
void registerBroadcastOutput();

/// A new output that gives to `sink`; both outlive the output. Null where libobs refuses.
OutputPtr makeBroadcastOutput(BroadcastSink& sink, const RelayClock& clock);

}  // namespace footlight::capture
