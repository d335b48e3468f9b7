#pragma once

#include "app/relay/command_line.h"

namespace footlight::app {

/// `user add`, `channel add`, `key show` and `key rotate`: straight on the database, whether or not the relay
/// runs. Prints what was done; the error is one sentence for the operator.
Result<> administrate(const CommandLine& line);

}  // namespace footlight::app
