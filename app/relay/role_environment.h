#pragma once

#include <map>
#include <string>

#include "app/relay/listening_socket.h"
#include "app/shared/settings.h"
#include "core/base/logger.h"
#include "core/base/secret.h"

namespace footlight::app {

/// What a role's process was given: its listening sockets, its secrets, and the pipes to its supervisor (-1
/// where an operator started it by hand).
struct RoleEnvironment {
    std::map<std::string, int> sockets;
    int readyDescriptor = -1;
    int lifeDescriptor = -1;
    Secret hookSecret;
    Secret ownerToken;

    /// Takes all of it out of the process's environment. Invalid where a number is none.
    static Result<RoleEnvironment> take();
    /// Opens what the supervisor did not hand over: `name` listens on `address`.
    Result<> openMissing(const std::string& name, const Address& address, SocketKind kind = SocketKind::Tcp);
};

}  // namespace footlight::app
