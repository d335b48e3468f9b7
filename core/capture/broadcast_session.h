#pragma once

#include <future>
#include <memory>
#include <vector>

#include "core/base/guarded.h"
#include "core/capture/broadcast_output.h"
#include "core/capture/broadcaster.h"
#include "core/capture/delivery/destination_sender.h"
#include "core/capture/delivery/rate_meter.h"
#include "core/capture/local_copy/local_copy.h"
#include "core/net/async/event_loops.h"

namespace footlight::capture {

class StudioCore;

/// One broadcast: the encoders, our output, and a sender for each destination on one event loop. Made and
/// destroyed on the engine's thread; the destructor waits for the goodbyes, at most two seconds.
class BroadcastSession final : private BroadcastSink {
public:
    /// `connector` outlives the session. `listener` is called on the session's loop.
    static Result<std::unique_ptr<BroadcastSession>> start(StudioCore& core, DestinationConnector& connector,
                                                           std::vector<Destination> destinations,
                                                           const EncoderSettings& settings,
                                                           StateListener listener);
    ~BroadcastSession() override;
    BroadcastSession(const BroadcastSession&) = delete;
    BroadcastSession& operator=(const BroadcastSession&) = delete;

    /// Begins the end; does not wait.
    void stop();
    [[nodiscard]] LiveStatistics statistics() const;

private:
    struct Counters {
        std::uint64_t frames = 0;
        RateMeter frameRate;
        RateMeter bytes;
        SteadyTime liveSince{};
        SteadyTime stoppedAt{};
    };

    BroadcastSession(StudioCore& core, DestinationConnector& connector, const EncoderSettings& settings);
    Result<void> makeEncoders();
    Result<void> startOutput();
    void startSenders(std::vector<Destination> destinations, const StateListener& listener);
    void noteState(DestinationState state);
    net::Task<> closeOne(DestinationSender& sender);
    /// Runs `work` on the loop and waits for it.
    void onLoop(const std::function<void()>& work);

    void format(BroadcastFormat format) override;
    void packet(OutgoingPacket packet) override;
    void failed(std::string why) override;

    StudioCore& core_;
    DestinationConnector& connector_;
    EncoderSettings settings_;
    mutable Guarded<Counters> counters_;
    std::uint32_t skippedBefore_ = 0;
    std::uint32_t laggedBefore_ = 0;
    bool isStopping_ = false;
    net::EventLoops loops_{1};
    std::vector<std::unique_ptr<DestinationSender>> senders_;
    std::unique_ptr<LocalCopy> copy_;  ///< null where none is wanted
    std::size_t open_ = 0;             ///< senders that have not ended; the loop's
    std::promise<void> allClosed_;
    EncoderPtr video_;
    EncoderPtr audio_;
    OutputPtr output_;
    std::unique_ptr<net::TaskGroup> tasks_;  ///< the loop's
};

}  // namespace footlight::capture
