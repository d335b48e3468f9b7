#pragma once

#include <memory>

#include "app/desktop/channel_destination.h"
#include "app/desktop/command_line.h"

namespace footlight::desktop {

/// The destination of `golive --rtmp URL --key-file FILE`; null without --rtmp. Invalid and NotFound with a
/// sentence that never has the key.
Result<std::unique_ptr<FixedDestination>> fixedDestination(const GoLive& options);

/// The first line of a key file.
Result<Secret> readKeyFile(const std::string& path);

}  // namespace footlight::desktop
