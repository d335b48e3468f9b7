#pragma once

#include <memory>

#include "app/relay/role.h"
#include "app/shared/settings.h"

namespace footlight::app {

/// The ingest and HLS delivery of this machine: RTMP and HTTP servers on each event loop around one Origin.
class OriginRole final : public Role {
public:
    /// The sockets `rtmp` and `media` of the environment are the role's from here on.
    OriginRole(const Settings& settings, const RoleEnvironment& environment, Logger logger);
    ~OriginRole() override;
    OriginRole(const OriginRole&) = delete;
    OriginRole& operator=(const OriginRole&) = delete;

    Result<> start() override;
    void stop() override;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace footlight::app
