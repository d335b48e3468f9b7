#include "app/relay/restart_budget.h"

namespace footlight::app {

SteadyTime RestartBudget::next(SteadyTime now) {
    while (!recent_.empty() && now - recent_.front() > kWindow) {
        recent_.pop_front();
    }
    if (recent_.size() >= kRestarts) {
        recent_.clear();
        return now + kRest;
    }
    recent_.push_back(now);
    return now;
}

}  // namespace footlight::app
