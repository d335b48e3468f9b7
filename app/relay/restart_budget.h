#pragma once

#include <chrono>
#include <deque>

#include "core/base/clock.h"

namespace footlight::app {

/// Five restarts in thirty seconds, then sixty seconds of rest (RELIABILITY 3.1).
class RestartBudget {
public:
    static constexpr std::size_t kRestarts = 5;
    static constexpr std::chrono::seconds kWindow{30};
    static constexpr std::chrono::seconds kRest{60};

    /// When a role that ended at `now` may start again; counts as a restart.
    SteadyTime next(SteadyTime now);

private:
    std::deque<SteadyTime> recent_;
};

}  // namespace footlight::app
