#pragma once

#include "app/shared/stop_signals.h"
#include "core/base/logger.h"
#include "core/base/result.h"

namespace footlight::app {

struct RoleEnvironment;

/// One role of the relay, wired from the parts of core. Started and stopped by main's thread.
class Role {
public:
    virtual ~Role() = default;
    /// Serves when this returns.
    virtual Result<> start() = 0;
    /// Ends what it does, in order.
    virtual void stop() = 0;
};

/// Starts the role, tells the supervisor that it is ready, waits for a stop signal or the supervisor's end,
/// and stops it. Returns the exit code; why a role does not start is written to standard error.
int runRole(Role& role, const RoleEnvironment& environment, StopSignals& signals, const Logger& logger);

}  // namespace footlight::app
