#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/logger.h"
#include "core/base/result.h"
#include "core/net/async/task.h"
#include "core/net/async/work_pool.h"
#include "core/relay/hub/live_channels.h"
#include "core/relay/hub/policies.h"
#include "core/relay/hub/signal.h"
#include "core/relay/ports/stores.h"
#include "core/wire/hooks.h"

namespace footlight::relay::hub {

/// What origins are asked to do, in order. Numbers begin from the clock, so that those of an earlier run of
/// the hub are never taken for ours. Keeps the newest 1,000; an origin that lags further begins anew with all
/// that it must know. Lives on the hub's loop.
class CommandQueue {
public:
    static constexpr std::size_t kKept = 1'000;

    CommandQueue(Stores stores, net::WorkPool& database, const LiveChannels& live, const Policies& policies,
                 const Clock& clock, Logger logger);

    /// Answers with its number.
    std::int64_t add(wire::Command command);
    /// True once an origin has done what has this number; false where none has within `limit`.
    [[nodiscard]] net::Task<bool> done(std::int64_t number, std::chrono::milliseconds limit);
    /// Tells origins what the channel's policy is now.
    [[nodiscard]] net::Task<> changePolicy(accounts::Channel channel);

    /// Those after number `after`, waiting up to `limit` for one. That the origin asks for what follows tells
    /// that it has done what was before: a recording which it has deleted is forgotten.
    [[nodiscard]] net::Task<Result<wire::Commands>> poll(std::int64_t after, std::chrono::milliseconds limit);
    /// Answers everybody who waits, now and from now on.
    void close() {
        news_.close();
        progress_.close();
    }

private:
    [[nodiscard]] net::Task<Result<wire::Commands>> everything();
    [[nodiscard]] net::Task<> forgetDeleted(std::int64_t after);
    [[nodiscard]] bool isKnown(std::int64_t after) const { return after >= first_ - 1 && after <= last_; }

    Stores stores_;
    net::WorkPool& database_;
    const LiveChannels& live_;
    const Policies& policies_;
    const Clock& clock_;
    Logger logger_;
    Signal news_;
    Signal progress_;        ///< of `done_`
    std::int64_t done_ = 0;  ///< by an origin, up to this number
    struct Late {
        wire::Command command;
        SteadyTime at{};
    };
    std::map<std::pair<wire::CommandType, BroadcastId>, Late> late_;  ///< for who begins anew
    std::deque<wire::Command> commands_;                              ///< the newest has the number last_
    std::int64_t last_;
    std::int64_t first_;                                  ///< the number of the oldest
    std::multimap<std::int64_t, BroadcastId> deletions_;  ///< by the command that asked for it
};

}  // namespace footlight::relay::hub
