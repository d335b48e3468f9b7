#include "app/relay/role_process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <utility>

#include "app/shared/stop_signals.h"

// The header of glibc 2.36 does not say that its functions are C.
extern "C" {
#include <sys/pidfd.h>
}

namespace footlight::app {

namespace {

constexpr int kCannotExec = 126;

void closeIfOpen(int& descriptor) {
    if (descriptor >= 0) {
        ::close(std::exchange(descriptor, -1));
    }
}

void inherit(int descriptor) { ::fcntl(descriptor, F_SETFD, 0); }

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> result;
    for (std::string& text : texts) {
        result.push_back(text.data());
    }
    result.push_back(nullptr);
    return result;
}

}  // namespace

RoleProcess::~RoleProcess() {
    if (isRunning()) {
        ::kill(pid_, SIGKILL);
        reap();
    }
    closeIfOpen(ready_);
}

RoleProcess::RoleProcess(RoleProcess&& other) noexcept
    : plan_(std::move(other.plan_)),
      pid_(std::exchange(other.pid_, -1)),
      end_(std::exchange(other.end_, -1)),
      ready_(std::exchange(other.ready_, -1)),
      life_(std::exchange(other.life_, -1)) {}

Result<> RoleProcess::start() {
    std::array<int, 2> ready{-1, -1};
    std::array<int, 2> life{-1, -1};
    if (::pipe2(ready.data(), O_CLOEXEC) != 0 || ::pipe2(life.data(), O_CLOEXEC) != 0) {
        return fail(ErrorCategory::Unavailable, "role.pipe",
                    std::string("cannot start the role ") + name() + ": " + std::strerror(errno));
    }
    const pid_t child = ::fork();
    if (child == 0) {
        become(ready[1], life[0]);
    }
    const int error = errno;
    ::close(ready[1]);
    ::close(life[0]);
    closeIfOpen(ready_);
    ready_ = ready[0];
    life_ = life[1];
    if (child < 0) {
        closeIfOpen(life_);
        return fail(ErrorCategory::Unavailable, "role.fork",
                    "cannot start the role " + name() + ": " + std::strerror(error));
    }
    pid_ = child;
    end_ = ::pidfd_open(child, 0);
    return {};
}

/// In the child, between fork and exec.
void RoleProcess::become(int readyEnd, int lifeEnd) {
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    ::setpgid(0, 0);
    StopSignals::unblock();
    inherit(readyEnd);
    inherit(lifeEnd);
    std::string sockets = "FOOTLIGHT_ROLE_SOCKETS=";
    for (const InheritedSocket& socket : plan_.sockets) {
        inherit(socket.descriptor);
        sockets += socket.name + "=" + std::to_string(socket.descriptor) + ",";
    }
    plan_.environment.push_back(sockets);
    plan_.environment.push_back("FOOTLIGHT_ROLE_READY=" + std::to_string(readyEnd));
    plan_.environment.push_back("FOOTLIGHT_ROLE_LIFE=" + std::to_string(lifeEnd));
    const auto arguments = pointers(plan_.arguments);
    const auto environment = pointers(plan_.environment);
    ::execve(plan_.program.c_str(), arguments.data(), environment.data());
    std::fprintf(stderr, "footlight-relay: cannot run %s: %s; install it beside footlight-relay\n",
                 plan_.program.c_str(), std::strerror(errno));
    ::_exit(kCannotExec);
}

void RoleProcess::signal(int number) const {
    if (isRunning()) {
        ::kill(pid_, number);
    }
}

bool RoleProcess::awaitEnd(std::chrono::milliseconds limit) {
    if (!isRunning()) {
        return true;
    }
    pollfd end{end_, POLLIN, 0};
    if (::poll(&end, 1, static_cast<int>(limit.count())) <= 0) {
        return false;
    }
    reap();
    return true;
}

bool RoleProcess::takeReady() {
    char byte = 0;
    const bool isReady = ::read(ready_, &byte, 1) == 1;
    closeIfOpen(ready_);
    return isReady;
}

int RoleProcess::reap() {
    int status = 0;
    ::waitpid(pid_, &status, 0);
    pid_ = -1;
    closeIfOpen(end_);
    closeIfOpen(life_);
    return status;
}

std::string describeEnd(int waitStatus) {
    if (WIFSIGNALED(waitStatus)) {
        const int number = WTERMSIG(waitStatus);
        return "was killed by signal " + std::to_string(number) + " (" + ::strsignal(number) + ")";
    }
    return "ended with code " + std::to_string(WEXITSTATUS(waitStatus));
}

}  // namespace footlight::app
