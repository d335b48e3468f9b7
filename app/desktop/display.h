#pragma once

#include <memory>

#include "app/desktop/command_line.h"
#include "app/desktop/xvfb_session.h"
#include "core/base/result.h"

namespace footlight::desktop {

/// Where this run draws. Decided once, before QApplication is made.
struct Display {
    bool hasWindow = true;
    std::unique_ptr<XvfbSession> xvfb;  ///< where there was no display and one was needed
};

/// Chooses Qt's platform for the command, and starts a display in memory where the studio needs one and none
/// is there; says so on standard error. Unavailable where a window was asked for and cannot be.
Result<Display> prepareDisplay(const Command& command);

}  // namespace footlight::desktop
