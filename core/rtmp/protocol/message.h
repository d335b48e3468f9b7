#pragma once

#include "core/base/bytes.h"

namespace footlight::rtmp {

/// RTMP 1.0 5.4 and 7.1.
enum class MessageType : std::uint8_t {
    SetChunkSize = 1,
    Abort = 2,
    Acknowledgement = 3,
    UserControl = 4,
    WindowAckSize = 5,
    SetPeerBandwidth = 6,
    Audio = 8,
    Video = 9,
    DataAmf3 = 15,
    SharedObjectAmf3 = 16,
    CommandAmf3 = 17,
    DataAmf0 = 18,
    SharedObjectAmf0 = 19,
    CommandAmf0 = 20,
    Aggregate = 22,
};

/// What a message is, without its payload. `timestamp` counts milliseconds modulo 2^32.
struct MessageHeader {
    MessageType type{};
    std::uint32_t streamId = 0;
    std::uint32_t timestamp = 0;
};

/// A whole message, put together from its chunks.
struct Message {
    MessageHeader header;
    Bytes payload;
};

}  // namespace footlight::rtmp
