#pragma once

#include <array>
#include <string>
#include <string_view>

#include "core/net/websocket/frame.h"

namespace footlight::tests {

struct ClientFrame {
    net::websocket::Opcode opcode;
    std::string_view payload;
    bool isFinal = true;
};

/// As a client sends it, masked (RFC 6455 5.3), its length in the shortest form.
inline std::string clientFrame(const ClientFrame& frame) {
    constexpr std::array<std::uint8_t, 4> kMask{0x37, 0xfa, 0x21, 0x3d};
    auto bytes = net::websocket::Frame(frame.opcode, frame.payload).bytes();
    bytes.resize(bytes.size() - frame.payload.size());
    bytes[0] = static_cast<char>(static_cast<std::uint8_t>(bytes[0]) & (frame.isFinal ? 0xFFU : 0x7FU));
    bytes[1] = static_cast<char>(static_cast<std::uint8_t>(bytes[1]) | 0x80U);
    bytes.append(kMask.begin(), kMask.end());
    for (std::size_t i = 0; i < frame.payload.size(); ++i) {
        bytes.push_back(
            static_cast<char>(static_cast<std::uint8_t>(frame.payload[i]) ^ kMask[i % kMask.size()]));
    }
    return bytes;
}

}  // namespace footlight::tests
