#pragma once

#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <set>

#include "core/net/async/task.h"

namespace footlight::relay::hub {

/// Wakes those who wait for news. On one loop; outlives them.
class Signal {
public:
    /// Returns at the next notify(), after `limit`, or at once where close() was called.
    [[nodiscard]] net::Task<> wait(std::chrono::milliseconds limit);
    void notify();
    /// Nobody waits any more.
    void close();
    [[nodiscard]] bool isClosed() const { return isClosed_; }

private:
    std::set<boost::asio::steady_timer*> waiting_;
    bool isClosed_ = false;
};

}  // namespace footlight::relay::hub
