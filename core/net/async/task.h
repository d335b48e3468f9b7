#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace footlight::net {

/// A coroutine on an event loop. Parameters are taken by value.
template <typename T = void>
using Task = boost::asio::awaitable<T>;

using Executor = boost::asio::any_io_executor;

/// `auto [error, count] = co_await socket.async_read_some(buffer, kValues);`: errors are values.
inline constexpr auto kValues = boost::asio::as_tuple(boost::asio::use_awaitable);

}  // namespace footlight::net
