#pragma once

#include <functional>
#include <memory>

#include "app/relay/command_line.h"
#include "app/relay/role.h"

namespace footlight::app {

using MakeRole = std::function<std::unique_ptr<Role>(const Settings&, const RoleEnvironment&, Logger)>;

/// Runs the role `line.role` in this process. Returns the exit code.
int serveRole(const CommandLine& line, const MakeRole& make);
/// The program of a role. The gateway's is beside this one: it alone loads codec libraries and libsrt, which
/// cost a process a quarter of the time and half of the memory that the relay may take.
std::string roleProgram(const std::string& role);
/// Runs every role of this machine in processes of their own. Returns the exit code.
int superviseRoles(const CommandLine& line, const std::string& program, char** environment);

}  // namespace footlight::app
