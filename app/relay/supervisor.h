#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/relay/listening_socket.h"
#include "app/relay/restart_budget.h"
#include "app/relay/role_process.h"
#include "app/shared/stop_signals.h"
#include "core/base/logger.h"

namespace footlight::app {

/// Where the relay can be reached, for the ports file.
struct NamedAddress {
    std::string name;
    Address address;
};

/// Starts one process for each role, those that sleep once they are needed, says when all are ready, starts
/// again what dies, and ends them all. Single thread; parses no network input. The listening sockets are
/// main's and outlive it.
class Supervisor {
public:
    Supervisor(std::vector<RolePlan> plans, std::vector<NamedAddress> addresses,
               std::filesystem::path portsFile, StopSignals& signals, Logger logger);

    /// Until a stop signal: 0. A role that refuses to start ends the relay with the role's exit code.
    int run();

private:
    struct Role {
        RoleProcess process;
        RestartBudget budget;
        SteadyTime startAt;
        SteadyTime readyBy;
        bool isReady = false;
        bool wasReady = false;
        bool isAsleep = false;  ///< nobody needs it yet
    };

    void startDue(SteadyTime now);
    void waitForEvents();
    void wake(Role& role, int descriptor, SteadyTime now);
    void roleSpoke(Role& role);
    void roleEnded(Role& role);
    void allReady();
    void stop();
    void stopRole(Role& role);
    [[nodiscard]] int timeout(SteadyTime now) const;

    std::vector<Role> roles_;
    std::vector<NamedAddress> addresses_;
    std::filesystem::path portsFile_;
    StopSignals& signals_;
    Logger logger_;
    bool isAnnounced_ = false;
    bool isStopping_ = false;
    int exitCode_ = 0;
};

/// {"rtmp":"127.0.0.1:40001",...}; an address that means "every one of this machine" is named by its
/// loopback.
std::string portsText(const std::vector<NamedAddress>& addresses);

}  // namespace footlight::app
