#pragma once

#include <boost/asio/steady_timer.hpp>
#include <functional>
#include <memory>
#include <optional>

#include "core/base/clock.h"
#include "core/base/logger.h"
#include "core/net/async/task.h"
#include "core/relay/fanout/frame_queue.h"
#include "core/relay/ports/broadcast_events.h"
#include "core/relay/ports/channel_policy.h"
#include "core/rtmp/session/publisher.h"

namespace footlight::net {
class TlsClient;
}

namespace footlight::relay::fanout {

struct TargetLimits {
    FrameQueue::Limits queue{};                   ///< of what waits for one service
    std::chrono::milliseconds firstRetry{1'000};  ///< doubled up to `lastRetry`
    std::chrono::milliseconds lastRetry{30'000};
    std::chrono::milliseconds steady{30'000};  ///< a connection that lasted so long was a good one
    std::chrono::milliseconds report{1'000};
};

/// Sends one broadcast on to one service: connects, sends from its own queue, connects again when it breaks.
/// On the fan-out's loop.
class Target : public std::enable_shared_from_this<Target> {
public:
    struct Setup {
        FanoutTarget target;
        std::shared_ptr<const net::TlsClient> tls;
        TargetLimits limits;
        std::function<void(TargetState)> report;
    };
    Target(net::Executor executor, Setup setup, Logger logger);

    void tracks(const media::Tracks& tracks);
    void packet(const media::Packet& packet);
    /// Only another choice of sound can be taken on the way; false where the target has to begin anew.
    bool adopt(const FanoutTarget& target);
    /// Says goodbye to the service; run() ends soon after.
    void stop();
    [[nodiscard]] bool isStopped() const { return isStopped_; }
    /// After run() was cancelled: lets go of the connection, which is of this loop.
    void drop() { publisher_.reset(); }

    /// Until stop() or cancellation.
    static net::Task<> run(std::shared_ptr<Target> self);
    /// Tells the state regularly until run() has ended.
    static net::Task<> tell(std::shared_ptr<Target> self);

private:
    net::Task<Result<void>> send();
    net::Task<Result<void>> deliver();
    net::Task<Result<void>> deliver(FrameQueue::Item item);
    [[nodiscard]] bool shouldMove(const FrameQueue::Item& next) const;
    net::Task<> rest(std::chrono::milliseconds duration);
    net::Task<> restUntilOtherTracks();
    [[nodiscard]] bool isFinal(const Error& error, bool wasSteady) const;
    void enter(TargetState::Phase phase, std::string detail = {});
    void report();

    Setup setup_;
    std::string url_;  ///< where to connect next: the target's, or another that the service asked for
    Logger logger_;
    FrameQueue queue_;
    boost::asio::steady_timer changed_;
    net::Executor executor_;
    TargetState state_;
    std::optional<media::MediaTime> begin_;       ///< of this connection's first frame
    std::unique_ptr<rtmp::Publisher> publisher_;  ///< while one is connected
    std::uint64_t reportedBytes_ = 0;
    SteadyTime reportedAt_{};
    bool isStopped_ = false;
    bool hasEnded_ = false;
    SteadyTime sendingSince_{};      ///< on this connection, where it has begun
    std::uint64_t otherTracks_ = 0;  ///< how often the broadcast's tracks changed
    bool hasSent_ = false;           ///< on this connection
    bool isMoving_ = false;          ///< the service asked to connect again
};

}  // namespace footlight::relay::fanout
