#pragma once

#include <memory>

#include "app/relay/role.h"
#include "app/shared/settings.h"

namespace footlight::app {

/// Accounts, chat, presence and the API of this machine, around one database.
class HubRole final : public Role {
public:
    /// The socket `hub` of the environment is the role's from here on.
    HubRole(const Settings& settings, const RoleEnvironment& environment, Logger logger);
    ~HubRole() override;
    HubRole(const HubRole&) = delete;
    HubRole& operator=(const HubRole&) = delete;

    Result<> start() override;
    void stop() override;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace footlight::app
