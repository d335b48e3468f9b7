#pragma once

#include <optional>

#include "core/base/bytes.h"
#include "core/rtmp/protocol/message.h"

/// The bodies of protocol control messages (RTMP 1.0 5.4) and user control messages (7.1.7).
namespace footlight::rtmp::control {

enum class Event : std::uint16_t {
    StreamBegin = 0,
    StreamEnd = 1,
    SetBufferLength = 3,
    PingRequest = 6,
    PingResponse = 7
};

struct UserControl {
    Event event{};
    std::uint32_t value = 0;  ///< stream id, or the time of a ping
};

Bytes number(std::uint32_t value);
/// With limit type 2: dynamic.
Bytes peerBandwidth(std::uint32_t window);
Bytes userControl(UserControl control);

/// Nothing where the body is cut.
std::optional<std::uint32_t> readNumber(ByteView body);
std::optional<UserControl> readUserControl(ByteView body);

/// Says when an acknowledgement is due (RTMP 1.0 5.4.3): when `window` bytes have come since the last.
class AcknowledgementCounter {
public:
    /// Some senders stop when none comes, and some ask for absurdly many.
    void setWindow(std::uint32_t window);
    void received(std::size_t bytes) { received_ += bytes; }
    /// The number to send now, where one is due.
    std::optional<std::uint32_t> due();

private:
    std::uint64_t received_ = 0;
    std::uint64_t acknowledged_ = 0;
    std::uint64_t window_ = 2'500'000;
};

}  // namespace footlight::rtmp::control
