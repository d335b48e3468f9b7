#pragma once

#include <sys/types.h>

#include <chrono>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace footlight {

/// What a child process is started with. Descriptors are lent: the child gets duplicates.
struct ChildPlan {
    std::string program;                   ///< path of the file to run
    std::vector<std::string> arguments;    ///< argv[0] included; anyone on the machine can read them
    std::vector<std::string> environment;  ///< NAME=VALUE, complete
    int input = -1;                        ///< its standard input; -1: empty
    int output = -1;                       ///< its standard output; -1: nowhere
};

/// A program that we started, in a process group of its own; standard error is ours, every other descriptor
/// closed. Killed with its owner. One thread at a time; may be started from a process with many threads.
class ChildProcess {
public:
    /// Unavailable where it cannot be started.
    static Result<ChildProcess> start(const ChildPlan& plan);
    /// Kills it if it still runs.
    ~ChildProcess();
    ChildProcess(ChildProcess&& other) noexcept;
    ChildProcess& operator=(ChildProcess&& other) noexcept;

    [[nodiscard]] pid_t pid() const { return pid_; }
    /// Readable once it has ended; valid until it is reaped.
    [[nodiscard]] int endDescriptor() const { return end_; }
    void signal(int number) const;
    /// True once it has ended; waits for that at most `limit`.
    [[nodiscard]] bool awaitEnd(std::chrono::milliseconds limit) const;
    /// The wait status; waits for the end.
    int reap();

private:
    ChildProcess(pid_t pid, int end) : pid_(pid), end_(end) {}

    pid_t pid_;
    int end_;
};

}  // namespace footlight
