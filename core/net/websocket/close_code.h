#pragma once

#include <cstdint>

namespace footlight::net::websocket {

/// RFC 6455 7.4.1.
enum class CloseCode : std::uint16_t {
    Normal = 1000,
    GoingAway = 1001,
    ProtocolError = 1002,
    UnsupportedData = 1003,
    NoStatus = 1005,  ///< a close frame without a code; never on the wire
    InvalidData = 1007,
    PolicyViolation = 1008,
    TooBig = 1009,
    InternalError = 1011,
    TryAgainLater = 1013,
    SignedOut = 4001,  ///< ours: the session by which it was opened has ended
};

/// What may stand in a close frame: of the protocol (RFC 6455 7.4.1 and the registry of 11.7), of libraries,
/// of applications.
constexpr bool mayBeSent(std::uint16_t code) {
    const bool isOfProtocol = (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014);
    return isOfProtocol || (code >= 3000 && code <= 4999);
}

}  // namespace footlight::net::websocket
