#pragma once

#include <boost/asio/cancellation_signal.hpp>
#include <memory>
#include <string>

#include "core/base/logger.h"
#include "core/net/async/task.h"

namespace footlight::net {

/// Holds the background tasks of one object; the last member of its owner. `co_await close()` cancels them
/// and returns when the last one has ended. What a task throws ends in the log, never in the process. Used on
/// its executor only.
class TaskGroup {
public:
    TaskGroup(Executor executor, Logger logger);
    /// Cancels what still runs; use close() where the owner's members must outlive the tasks.
    ~TaskGroup();
    TaskGroup(const TaskGroup&) = delete;
    TaskGroup& operator=(const TaskGroup&) = delete;

    /// Starts a task, in the loop's next turn; `name` is for the log. After close() has begun the task is
    /// dropped unstarted. The signal cancels what the task waits for, and may outlive it.
    std::shared_ptr<boost::asio::cancellation_signal> spawn(std::string name, Task<> task);
    /// Asks every task to end, without waiting.
    void cancel();
    [[nodiscard]] Task<> close();
    [[nodiscard]] std::size_t size() const;

private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace footlight::net
