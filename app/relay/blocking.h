#pragma once

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>

#include "core/net/async/task.h"

namespace footlight::app {

/// Runs `task` on a loop and waits for it: for main's thread alone, which is no loop.
template <typename T>
T runOn(const net::Executor& executor, net::Task<T> task) {
    return boost::asio::co_spawn(executor, std::move(task), boost::asio::use_future).get();
}

}  // namespace footlight::app
