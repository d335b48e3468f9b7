#include "app/desktop/xvfb_session.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QFile>
#include <array>
#include <chrono>
#include <thread>

#include "core/base/byte_writer.h"
#include "core/base/secret.h"

// Last: its macros rename what others declare.
#include <X11/Xlib.h>

namespace footlight::desktop {
namespace {

constexpr std::chrono::seconds kStartWithin{30};
constexpr std::chrono::seconds kEndWithin{3};

tl::unexpected<Error> cannotStart(const std::string& why) {
    return fail(ErrorCategory::Unavailable, "xvfb.start",
                "A display in memory (Xvfb) could not be started: " + why);
}

/// What arrives within the time, up to a line break.
std::string readLine(int descriptor) {
    std::string line;
    const auto end = std::chrono::steady_clock::now() + kStartWithin;
    while (line.find('\n') == std::string::npos) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        pollfd waiting{descriptor, POLLIN, 0};
        if (left.count() <= 0 || ::poll(&waiting, 1, static_cast<int>(left.count())) <= 0) {
            return {};
        }
        std::array<char, 16> bytes{};
        const auto count = ::read(descriptor, bytes.data(), bytes.size());
        if (count <= 0) {
            return {};
        }
        line.append(bytes.data(), static_cast<std::size_t>(count));
    }
    return line.substr(0, line.find('\n'));
}

[[noreturn]] void becomeXvfb(const std::string& program, int displayEnd, const std::string& cookieFile) {
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    ::setpgid(0, 0);  // Ctrl+C is for us: we stop it once the broadcast has ended
    const int nothing = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    ::dup2(nothing, STDOUT_FILENO);
    ::dup2(nothing, STDERR_FILENO);
    const int descriptor = ::dup(displayEnd);
    const std::string number = std::to_string(descriptor);
    ::execlp(program.c_str(), program.c_str(), "-displayfd", number.c_str(), "-screen", "0", "1600x900x24",
             "-auth", cookieFile.c_str(), "-nolisten", "tcp", "-noreset", static_cast<char*>(nullptr));
    ::_exit(127);
}

}  // namespace

Result<std::unique_ptr<XvfbSession>> XvfbSession::start(const std::string& program) {
    std::unique_ptr<XvfbSession> session(new XvfbSession);
    if (auto written = session->writeCookie(); !written) {
        return fail(std::move(written.error()));
    }
    if (auto launched = session->launch(program); !launched) {
        return fail(std::move(launched.error()));
    }
    qputenv("DISPLAY", QByteArray::fromStdString(session->display_));
    qputenv("XAUTHORITY", session->folder_.filePath(QStringLiteral("cookie")).toLocal8Bit());
    return session;
}

XvfbSession::~XvfbSession() {
    if (pid_ < 0) {
        return;
    }
    ::kill(pid_, SIGTERM);
    const auto end = std::chrono::steady_clock::now() + kEndWithin;
    while (::waitpid(pid_, nullptr, WNOHANG) == 0) {
        if (std::chrono::steady_clock::now() > end) {
            ::kill(pid_, SIGKILL);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    qunsetenv("DISPLAY");
    qunsetenv("XAUTHORITY");
}

/// An Xauthority file: a family that fits any host, an empty address and number, then the cookie.
Result<> XvfbSession::writeCookie() {
    QFile file(folder_.filePath(QStringLiteral("cookie")));
    if (!folder_.isValid() || !file.open(QIODevice::WriteOnly)) {
        return cannotStart("the folder for temporary files cannot be written to");
    }
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    constexpr std::uint16_t kAnyHost = 0xFFFF;
    const std::string name = "MIT-MAGIC-COOKIE-1";
    const std::string cookie = Secret::random(128).reveal().substr(0, 16);
    ByteWriter entry;
    entry.u16(kAnyHost);
    entry.u16(0);
    entry.u16(0);
    entry.u16(static_cast<std::uint16_t>(name.size()));
    entry.append(name);
    entry.u16(static_cast<std::uint16_t>(cookie.size()));
    entry.append(cookie);
    file.write(reinterpret_cast<const char*>(entry.view().data()), static_cast<qint64>(entry.size()));
    return {};
}

Result<> XvfbSession::launch(const std::string& program) {
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return cannotStart("no pipe is left");
    }
    const std::string cookieFile = folder_.filePath(QStringLiteral("cookie")).toStdString();
    pid_ = ::fork();
    if (pid_ == 0) {
        becomeXvfb(program, ends[1], cookieFile);
    }
    ::close(ends[1]);
    const std::string number = pid_ < 0 ? std::string() : readLine(ends[0]);
    ::close(ends[0]);
    if (!number.empty()) {
        display_ = ":" + number;
        return {};
    }
    int status = 0;
    if (pid_ > 0) {
        ::kill(pid_, SIGKILL);  // one that has ended by itself keeps its own exit code
        ::waitpid(pid_, &status, 0);
        pid_ = -1;
        if (WIFEXITED(status) && WEXITSTATUS(status) == 127) {
            return fail(
                ErrorCategory::Unavailable, "xvfb.missing",
                "There is no display here, and Xvfb, which stands in for one, is not installed. Install "
                "it (on Debian: apt install xvfb) or start Footlight from a desktop.");
        }
    }
    return cannotStart("it ended or did not answer");
}

bool hasDisplay() {
    Display* connection = XOpenDisplay(nullptr);
    if (connection == nullptr) {
        return false;
    }
    XCloseDisplay(connection);
    return true;
}

}  // namespace footlight::desktop
