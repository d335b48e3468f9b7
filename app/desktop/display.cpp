#include "app/desktop/display.h"

#include "app/desktop/verb.h"

namespace footlight::desktop {
namespace {

bool wantsWindow(const Command& command) {
    return std::visit(
        [](const auto& verb) {
            if constexpr (requires { verb.run; }) {
                return !verb.run.headless;
            } else {
                return true;
            }
        },
        command);
}

bool usesStudio(const Command& command) { return !std::holds_alternative<Watch>(command); }

/// The demo shows itself on a machine without a display too: for screenshots, and to try everything.
bool mayUseMemoryDisplay(const Command& command) {
    return !wantsWindow(command) || std::holds_alternative<Demo>(command);
}

}  // namespace

Result<Display> prepareDisplay(const Command& command) {
    Display display;
    display.hasWindow = wantsWindow(command);
    const bool needsX = display.hasWindow || usesStudio(command);
    if (needsX && !hasDisplay()) {
        if (!mayUseMemoryDisplay(command)) {
            return fail(ErrorCategory::Unavailable, "desktop.no_display",
                        "There is no display here to open a window on. Add --headless to a verb, or try "
                        "\"footlight demo\"; footlight --help tells more.");
        }
        auto xvfb = XvfbSession::start();
        if (!xvfb) {
            return fail(std::move(xvfb.error()));
        }
        display.xvfb = std::move(*xvfb);
        say(QStringLiteral("There is no display here; a display in memory (Xvfb %1) stands in for it.")
                .arg(QString::fromStdString(display.xvfb->display())));
    }
    // libobs draws its preview into X11 windows; on Wayland that is XWayland.
    qputenv("QT_QPA_PLATFORM", display.hasWindow ? "xcb" : "offscreen");
    return display;
}

}  // namespace footlight::desktop
