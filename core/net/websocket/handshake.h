#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/net/http/message.h"
#include "core/net/websocket/session.h"

namespace footlight::net::websocket {

/// Why a request may not become a WebSocket (RFC 6455 4.2.1; its Origin, its path); nothing where it may.
std::optional<http::Response> handshakeRefusal(const http::Request& request, bool isEarly,
                                               const AcceptorOptions& options);

/// RFC 6455 4.2.2, to a request that was not refused.
std::string handshakeAnswer(const http::Request& request);

/// The Sec-WebSocket-Accept to a Sec-WebSocket-Key.
std::string acceptKey(std::string_view key);

}  // namespace footlight::net::websocket
