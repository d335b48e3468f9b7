#pragma once

#include <sys/types.h>

#include <QTemporaryDir>
#include <memory>
#include <string>

#include "core/base/result.h"

namespace footlight::desktop {

/// A private X display in memory, for a machine without one: libobs draws with OpenGL on X. While it lives,
/// DISPLAY and XAUTHORITY of this process name it; only we may connect. Made before any thread and before
/// QApplication, by main.
class XvfbSession {
public:
    /// 1600x900 unless told. Unavailable where Xvfb is not installed (the message names the package) or does
    /// not start within 10 s.
    static Result<std::unique_ptr<XvfbSession>> start(const std::string& program = "Xvfb");
    ~XvfbSession();
    XvfbSession(const XvfbSession&) = delete;
    XvfbSession& operator=(const XvfbSession&) = delete;

    /// ":99".
    [[nodiscard]] const std::string& display() const { return display_; }

private:
    XvfbSession() = default;
    Result<> writeCookie();
    Result<> launch(const std::string& program);

    QTemporaryDir folder_;
    pid_t pid_ = -1;
    std::string display_;
};

/// True where DISPLAY names a display that lets us in.
bool hasDisplay();

}  // namespace footlight::desktop
