#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <variant>

#include "core/base/result.h"

namespace footlight::desktop {

/// What golive, watch and demo have in common.
struct RunOptions {
    bool headless = false;
    std::optional<std::chrono::milliseconds>
        duration;  ///< empty: until the window is closed or a signal comes
    bool statsAsJson = false;
};

/// `footlight`: the window.
struct OpenWindow {
    std::string relay;  ///< empty: what Settings says
};

/// `footlight golive`.
struct GoLive {
    RunOptions run;
    std::string relay;    ///< a hub's address; empty: what Settings says, at first this computer's own
    std::string rtmp;     ///< rtmp://host:port/app, in place of a relay
    std::string keyFile;  ///< with rtmp: a file whose first line is the stream key
    std::string title;
    bool testPattern = false;
    std::string screenshots;
};

/// `footlight watch`.
struct Watch {
    RunOptions run;
    std::string what;   ///< the URL of a playlist, or a channel's name
    std::string relay;  ///< where that channel is; empty: what Settings says
    std::string screenshots;
};

/// `footlight demo`.
struct Demo {
    RunOptions run;
    std::string title;
    std::string screenshots;
};

using Command = std::variant<OpenWindow, GoLive, Watch, Demo>;

/// Said in place of running: help on standard output (exit 0), a usage error on standard error (exit 2).
struct Explanation {
    int exitCode = 0;
    std::string text;
};

/// Reads the command line of `footlight`.
std::variant<Command, Explanation> parseCommandLine(int argc, const char* const* argv);

}  // namespace footlight::desktop
