#pragma once

#include <memory>

#include "app/relay/role.h"
#include "app/shared/settings.h"

namespace footlight::app {

/// Takes what comes in by SRT and UDP, or lies elsewhere, for the origin of this machine. Ends the process
/// when it has had nothing to do for a while.
class GatewayRole final : public Role {
public:
    /// The socket `srt` of the environment, where there is one, is the role's from here on.
    GatewayRole(const Settings& settings, const RoleEnvironment& environment, Logger logger);
    ~GatewayRole() override;
    GatewayRole(const GatewayRole&) = delete;
    GatewayRole& operator=(const GatewayRole&) = delete;

    Result<> start() override;
    void stop() override;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace footlight::app
