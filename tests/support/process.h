#pragma once

#include <sys/types.h>

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace footlight::tests {

/// A program that the test started, in a process group of its own: output collected, ended with its owner.
class Process {
public:
    using Environment = std::map<std::string, std::string>;

    /// Starts `command[0]` (looked up in PATH) with our environment plus `extra`.
    explicit Process(const std::vector<std::string>& command, const Environment& extra = {});
    /// Kills the whole group, if it still runs.
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    [[nodiscard]] pid_t pid() const { return pid_; }
    /// Standard output and standard error so far, in the order of arrival.
    [[nodiscard]] std::string output();
    /// True once the output holds `text`; false when `limit` passes or the program ends without it.
    bool waitForOutput(const std::string& text, std::chrono::milliseconds limit = std::chrono::seconds(30));
    /// The exit code (128 + signal for a death by signal), or nothing when `limit` passes first.
    std::optional<int> waitForExit(std::chrono::milliseconds limit = std::chrono::seconds(60));
    void signal(int number) const;
    /// SIGTERM, then up to `limit` for the end; SIGKILL to the group after that.
    std::optional<int> terminate(std::chrono::milliseconds limit = std::chrono::seconds(10));

private:
    void collect(int readEnd);

    pid_t pid_ = -1;
    std::optional<int> exitCode_;
    std::mutex mutex_;
    std::condition_variable grown_;
    std::string output_;
    bool outputEnded_ = false;
    std::thread reader_;
};

/// Runs a command to its end. `output` holds both streams.
struct Finished {
    int exitCode = -1;
    std::string output;
};
Finished run(const std::vector<std::string>& command, const Process::Environment& extra = {},
             std::chrono::milliseconds limit = std::chrono::seconds(60));

/// Asks `condition` every few milliseconds until it is true or `limit` passes.
template <typename Condition>
bool waitUntil(Condition condition, std::chrono::milliseconds limit = std::chrono::seconds(30)) {
    std::mutex mutex;
    std::condition_variable never;
    std::unique_lock lock(mutex);
    const auto end = std::chrono::steady_clock::now() + limit;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end) {
            return false;
        }
        never.wait_for(lock, std::chrono::milliseconds(20));
    }
    return true;
}

}  // namespace footlight::tests
