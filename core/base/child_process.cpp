#include "core/base/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <utility>

// The header of glibc 2.36 does not say that its functions are C.
extern "C" {
#include <sys/pidfd.h>
}

namespace footlight {

namespace {

std::vector<char*> pointers(const std::vector<std::string>& texts) {
    std::vector<char*> result;
    for (const std::string& text : texts) {
        result.push_back(const_cast<char*>(text.c_str()));
    }
    result.push_back(nullptr);
    return result;
}

/// Who is given which descriptor, and how the signals stand; freed with its owner.
class SpawnRules {
public:
    explicit SpawnRules(const ChildPlan& plan) {
        ::posix_spawn_file_actions_init(&actions_);
        ::posix_spawnattr_init(&attributes_);
        give(plan.input, STDIN_FILENO, O_RDONLY);
        give(plan.output, STDOUT_FILENO, O_WRONLY);
        ::posix_spawn_file_actions_addclosefrom_np(&actions_, STDERR_FILENO + 1);
        sigset_t none;
        sigset_t all;
        sigemptyset(&none);
        sigfillset(&all);
        ::posix_spawnattr_setsigmask(&attributes_, &none);
        ::posix_spawnattr_setsigdefault(&attributes_, &all);
        ::posix_spawnattr_setpgroup(&attributes_, 0);
        ::posix_spawnattr_setflags(&attributes_,
                                   POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    }
    ~SpawnRules() {
        ::posix_spawn_file_actions_destroy(&actions_);
        ::posix_spawnattr_destroy(&attributes_);
    }
    SpawnRules(const SpawnRules&) = delete;
    SpawnRules& operator=(const SpawnRules&) = delete;

    [[nodiscard]] const posix_spawn_file_actions_t* actions() const { return &actions_; }
    [[nodiscard]] const posix_spawnattr_t* attributes() const { return &attributes_; }

private:
    void give(int descriptor, int as, int mode) {
        if (descriptor >= 0) {
            ::posix_spawn_file_actions_adddup2(&actions_, descriptor, as);
        } else {
            ::posix_spawn_file_actions_addopen(&actions_, as, "/dev/null", mode, 0);
        }
    }

    posix_spawn_file_actions_t actions_{};
    posix_spawnattr_t attributes_{};
};

}  // namespace

Result<ChildProcess> ChildProcess::start(const ChildPlan& plan) {
    const SpawnRules rules(plan);
    const auto arguments = pointers(plan.arguments);
    const auto environment = pointers(plan.environment);
    pid_t pid = -1;
    const int error = ::posix_spawn(&pid, plan.program.c_str(), rules.actions(), rules.attributes(),
                                    arguments.data(), environment.data());
    if (error != 0) {
        return fail(ErrorCategory::Unavailable, "child.start",
                    "cannot run " + plan.program + ": " + std::strerror(error));
    }
    return ChildProcess(pid, ::pidfd_open(pid, 0));
}

ChildProcess::~ChildProcess() {
    if (pid_ > 0) {
        signal(SIGKILL);
        reap();
    }
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)), end_(std::exchange(other.end_, -1)) {}

ChildProcess& ChildProcess::operator=(ChildProcess&& other) noexcept {
    std::swap(pid_, other.pid_);
    std::swap(end_, other.end_);
    return *this;
}

void ChildProcess::signal(int number) const {
    if (pid_ > 0) {
        ::kill(pid_, number);
    }
}

bool ChildProcess::awaitEnd(std::chrono::milliseconds limit) const {
    pollfd end{end_, POLLIN, 0};
    return ::poll(&end, 1, static_cast<int>(limit.count())) > 0;
}

int ChildProcess::reap() {
    int status = 0;
    ::waitpid(pid_, &status, 0);
    pid_ = -1;
    ::close(std::exchange(end_, -1));
    return status;
}

}  // namespace footlight
