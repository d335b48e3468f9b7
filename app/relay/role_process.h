#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"

namespace footlight::app {

/// A socket that a role inherits: "rtmp" and its descriptor.
struct InheritedSocket {
    std::string name;
    int descriptor = -1;
};

/// What one role is started with, each time anew.
struct RolePlan {
    std::string name;
    std::string program;                   ///< path of the file to run
    std::vector<std::string> arguments;    ///< argv[0] included
    std::vector<std::string> environment;  ///< NAME=VALUE, complete
    std::vector<InheritedSocket> sockets;
    std::vector<int>
        wakes{};  ///< runs only once one of these is readable, until it ends by itself; empty: always
};

/// One child process of the supervisor, from fork to its end; it can be started again. It dies with the
/// supervisor's thread that started it.
class RoleProcess {
public:
    explicit RoleProcess(RolePlan plan) : plan_(std::move(plan)) {}
    /// Kills the child if it still runs.
    ~RoleProcess();
    RoleProcess(RoleProcess&& other) noexcept;
    RoleProcess& operator=(RoleProcess&&) = delete;

    Result<> start();
    void signal(int number) const;
    /// Waits until the child has ended, at most for `limit`; true when it has.
    bool awaitEnd(std::chrono::milliseconds limit);

    [[nodiscard]] const std::string& name() const { return plan_.name; }
    [[nodiscard]] const std::vector<int>& wakes() const { return plan_.wakes; }
    [[nodiscard]] pid_t pid() const { return pid_; }
    [[nodiscard]] bool isRunning() const { return pid_ > 0; }
    /// Readable when the child has ended; -1 where none runs.
    [[nodiscard]] int endDescriptor() const { return end_; }
    /// Readable when the child has said that it is ready, or can no longer; -1 after takeReady().
    [[nodiscard]] int readyDescriptor() const { return ready_; }
    /// True when it said so.
    bool takeReady();
    /// The wait status, once endDescriptor() is readable.
    int reap();

private:
    [[noreturn]] void become(int readyEnd, int lifeEnd);

    RolePlan plan_;
    pid_t pid_ = -1;
    int end_ = -1;
    int ready_ = -1;
    int life_ = -1;
};

/// "was killed by signal 9 (Killed)", "ended with code 2".
std::string describeEnd(int waitStatus);

}  // namespace footlight::app
