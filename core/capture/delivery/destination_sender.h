#pragma once

#include <atomic>
#include <boost/asio/steady_timer.hpp>
#include <memory>

#include "core/base/guarded.h"
#include "core/base/logger.h"
#include "core/capture/delivery/destination_link.h"
#include "core/capture/delivery/destination_queue.h"
#include "core/capture/delivery/rate_meter.h"
#include "core/net/async/task_group.h"

namespace footlight::capture {

/// Sends one copy of the broadcast: connects, sends what its queue holds, and reconnects with growing pauses
/// until it is closed or refused for good. Lives on one event loop; `push`, `setFormat` and `statistics` may
/// be called from any thread and never wait for the network.
class DestinationSender {
public:
    DestinationSender(net::Executor executor, Destination destination, DestinationConnector& connector,
                      const Clock& clock, StateListener listener, Logger logger);

    /// On the loop. Connects at once; media goes out when the format is known.
    void start();
    void setFormat(BroadcastFormat format);
    void push(OutgoingPacket packet);
    [[nodiscard]] DestinationStatistics statistics() const;
    /// On the loop: sends what waits, says goodbye, and ends; at most 1.5 s.
    net::Task<> close();
    /// On the loop: nothing more will come, and why.
    void abandon(std::string why);

private:
    struct Shared {
        DestinationQueue queue;
        DestinationStatistics statistics;
        std::optional<BroadcastFormat> format;
        RateMeter sent;
    };
    enum class Next : std::uint8_t { Retry, End };

    net::Task<> run();
    net::Task<Next> connectOnce();
    net::Task<Result<void>> broadcast(DestinationLink& link);
    net::Task<Result<void>> sendOne(DestinationLink& link, OutgoingPacket outgoing);
    net::Task<std::optional<BroadcastFormat>> awaitFormat();
    net::Task<std::optional<OutgoingPacket>> nextPacket();
    net::Task<> pause();
    Next afterRefusal(const Error& error);
    Next afterLoss(const Error& error);
    Next retry(const Error& error);
    Next giveUp(const Error& error);
    void noteLive();
    void noteSent(const DestinationLink& link, std::size_t bytes);
    void setState(DestinationState state, std::string message);
    void wake();

    net::Executor executor_;
    Destination destination_;
    DestinationConnector& connector_;
    const Clock& clock_;
    StateListener listener_;
    Logger logger_;
    mutable Guarded<Shared> shared_;
    std::shared_ptr<boost::asio::steady_timer> wake_;
    boost::asio::steady_timer ended_;
    std::chrono::milliseconds delay_;
    SteadyTime liveSince_{};
    bool wasLive_ = false;
    bool running_ = false;
    bool closing_ = false;
    net::TaskGroup tasks_;
};

}  // namespace footlight::capture
