#pragma once

#include "app/relay/command_line.h"

namespace footlight::app {

/// Runs one role in this process. Returns the exit code.
int serveRole(const CommandLine& line);
/// Runs every role of this machine in processes of their own. Returns the exit code.
int superviseRoles(const CommandLine& line, const std::string& program, char** environment);

}  // namespace footlight::app
