#pragma once

#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <string>
#include <variant>

#include "core/base/result.h"
#include "core/net/async/task.h"

namespace footlight::net {

/// The outcome of `task`, or Timeout once `limit` has passed; the task is then cancelled and awaited. The
/// limit is absolute: bytes that trickle in do not extend it. T must be default-constructible.
template <typename T>
Task<Result<T>> withDeadline(std::chrono::milliseconds limit, std::string what, Task<Result<T>> task) {
    using boost::asio::experimental::awaitable_operators::operator||;
    boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor, limit);
    auto outcome = co_await (std::move(task) || timer.async_wait(boost::asio::use_awaitable));
    if (outcome.index() == 1) {
        co_return fail(ErrorCategory::Timeout, "net.deadline",
                       what + " took longer than " + std::to_string(limit.count()) + " ms");
    }
    co_return std::get<0>(std::move(outcome));
}

/// Completes after `duration`, or early and quietly when the task is cancelled.
inline Task<> pause(std::chrono::milliseconds duration) {
    boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor, duration);
    co_await timer.async_wait(kValues);
}

}  // namespace footlight::net
