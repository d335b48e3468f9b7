#pragma once

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <memory>
#include <thread>
#include <vector>

#include "core/net/async/task.h"

namespace footlight::net {

/// One io_context a thread: what lives on a loop is touched by that loop's thread alone, without locks.
class EventLoops {
public:
    /// Starts `count` loops (at least one), each on a thread of its own.
    explicit EventLoops(unsigned count);
    /// Stops and joins. Whoever lives on a loop has been closed before.
    ~EventLoops();
    EventLoops(const EventLoops&) = delete;
    EventLoops& operator=(const EventLoops&) = delete;

    [[nodiscard]] std::size_t size() const { return loops_.size(); }
    [[nodiscard]] Executor executor(std::size_t index);

private:
    struct Loop;
    std::vector<std::unique_ptr<Loop>> loops_;
};

}  // namespace footlight::net
