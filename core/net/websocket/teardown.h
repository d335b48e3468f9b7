#pragma once

#include <boost/asio/post.hpp>
#include <boost/beast/core/role.hpp>

#include "core/net/stream/stream.h"

namespace footlight::net {

/// What Beast calls when a WebSocket over our Stream is over (RFC 6455 7.1.1): the other side closes the TCP
/// connection or is closed with the session.
inline void teardown(boost::beast::role_type, Stream& stream, boost::system::error_code& error) {
    stream.finishSending();
    error = {};
}

/// What Beast calls when its own time-out passes.
// NOLINTNEXTLINE(readability-identifier-naming): the name is Beast's.
inline void beast_close_socket(Stream& stream) { stream.close(); }

template <typename Handler>
void async_teardown(boost::beast::role_type, Stream& stream, Handler&& handler) {
    stream.finishSending();
    boost::asio::post(stream.get_executor(), [handler = std::forward<Handler>(handler)]() mutable {
        handler(boost::system::error_code{});
    });
}

}  // namespace footlight::net
