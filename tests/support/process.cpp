#include "tests/support/process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <stdexcept>

extern char** environ;

namespace footlight::tests {
namespace {

std::vector<char*> pointersTo(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (auto& text : texts) {
        pointers.push_back(text.data());
    }
    pointers.push_back(nullptr);
    return pointers;
}

std::vector<std::string> environmentWith(const Process::Environment& extra) {
    std::vector<std::string> all;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string text = *entry;
        if (!extra.contains(text.substr(0, text.find('=')))) {
            all.push_back(text);
        }
    }
    for (const auto& [name, value] : extra) {
        all.push_back(name + "=" + value);
    }
    return all;
}

pid_t spawn(std::vector<std::string> command, std::vector<std::string> environment, int writeEnd) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, writeEnd, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, writeEnd, STDERR_FILENO);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    pid_t pid = -1;
    const int error = posix_spawnp(&pid, command[0].c_str(), &actions, &attributes,
                                   pointersTo(command).data(), pointersTo(environment).data());
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    if (error != 0) {
        throw std::runtime_error("could not start " + command[0]);
    }
    return pid;
}

}  // namespace

Process::Process(const std::vector<std::string>& command, const Environment& extra) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) {
        throw std::runtime_error("no pipe for " + command[0]);
    }
    pid_ = spawn(command, environmentWith(extra), ends[1]);
    close(ends[1]);
    reader_ = std::thread([this, readEnd = ends[0]] { collect(readEnd); });
}

Process::~Process() {
    if (!exitCode_) {
        kill(-pid_, SIGKILL);
        int status = 0;
        waitpid(pid_, &status, 0);
    } else {
        kill(-pid_, SIGKILL);  // what it left behind in its group
    }
    reader_.join();
}

void Process::collect(int readEnd) {
    std::array<char, 4096> buffer{};
    for (ssize_t count = 0; (count = read(readEnd, buffer.data(), buffer.size())) > 0;) {
        const std::lock_guard guard(mutex_);
        output_.append(buffer.data(), static_cast<std::size_t>(count));
        grown_.notify_all();
    }
    close(readEnd);
    const std::lock_guard guard(mutex_);
    outputEnded_ = true;
    grown_.notify_all();
}

std::string Process::output() {
    const std::lock_guard guard(mutex_);
    return output_;
}

bool Process::waitForOutput(const std::string& text, std::chrono::milliseconds limit) {
    std::unique_lock lock(mutex_);
    const auto holds = [&] { return output_.find(text) != std::string::npos; };
    grown_.wait_for(lock, limit, [&] { return outputEnded_ || holds(); });
    return holds();
}

std::optional<int> Process::waitForExit(std::chrono::milliseconds limit) {
    if (exitCode_) {
        return exitCode_;
    }
    const int handle = static_cast<int>(syscall(SYS_pidfd_open, pid_, 0));
    pollfd wanted{handle, POLLIN, 0};
    const int ready = poll(&wanted, 1, static_cast<int>(limit.count()));
    close(handle);
    if (ready <= 0) {
        return std::nullopt;
    }
    int status = 0;
    waitpid(pid_, &status, 0);
    exitCode_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return exitCode_;
}

void Process::signal(int number) const {
    if (!exitCode_) {
        kill(pid_, number);
    }
}

std::optional<int> Process::terminate(std::chrono::milliseconds limit) {
    signal(SIGTERM);
    const auto code = waitForExit(limit);
    if (!code) {
        kill(-pid_, SIGKILL);
        waitForExit(std::chrono::seconds(5));
    }
    return code;
}

Finished run(const std::vector<std::string>& command, const Process::Environment& extra,
             std::chrono::milliseconds limit) {
    Process process(command, extra);
    const auto code = process.waitForExit(limit);
    if (!code) {
        process.terminate(std::chrono::seconds(1));
        return {-1, process.output() + "\n(did not end in time)"};
    }
    process.waitForOutput(std::string("\0never", 6), std::chrono::seconds(2));  // until the pipe has drained
    return {*code, process.output()};
}

}  // namespace footlight::tests
