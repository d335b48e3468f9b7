#pragma once

#include <optional>
#include <string>

#include "app/shared/settings.h"

namespace footlight::app {

enum class Verb : std::uint8_t { Serve, UserAdd, ChannelAdd, KeyShow, KeyRotate };

/// What the operator asked for, settings included.
struct CommandLine {
    Verb verb = Verb::Serve;
    std::string name;  ///< of the user or channel
    std::string role;  ///< empty: supervise every role
    std::string portsFile;
    bool stopsWithParent = false;
    Settings settings;
};

/// Reads flags, environment and configuration file. Ends the program for --help and --version (0) and for a
/// flag that is wrong (2); an error is one about a setting.
Result<CommandLine> readCommandLine(int argc, char** argv, char** environment);

}  // namespace footlight::app
