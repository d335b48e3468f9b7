#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "core/base/bytes.h"

namespace footlight::media {

/// Finds the packets of an MPEG transport stream (ISO/IEC 13818-1) in what a network delivers: datagrams with
/// or without an RTP header (RFC 3550, RFC 2250), packets of 188 or 204 bytes, or a stream cut anywhere.
/// Counts what was lost on the way by the continuity counters: a whole multiple of 16 packets of one PID
/// stays unseen. One thread at a time; holds less than one block of four packets.
class TransportPackets {
public:
    static constexpr std::size_t kPacket = 188;

    /// One datagram, or the next bytes of a stream.
    void feed(ByteView data);
    /// The whole packets so far, 188 bytes each.
    [[nodiscard]] Bytes take();
    /// Packets that were lost since the beginning, and bytes in which no packet was found.
    [[nodiscard]] std::int64_t lost() const { return lost_; }
    [[nodiscard]] std::int64_t skippedBytes() const { return skipped_; }

private:
    static constexpr std::size_t kLongPacket = 204;  // with 16 bytes of Reed-Solomon behind
    static constexpr std::size_t kPids = 8'192;
    static constexpr std::uint8_t kUnknown = 0xFF;

    void addPacket(ByteView packet);
    void countLoss(ByteView packet);

    Bytes waiting_;
    Bytes packets_;
    std::size_t stride_ = 0;  ///< 0: not found yet
    std::array<std::uint8_t, kPids> counters_ = [] {
        std::array<std::uint8_t, kPids> unknown{};
        unknown.fill(kUnknown);
        return unknown;
    }();
    std::int64_t lost_ = 0;
    std::int64_t skipped_ = 0;
};

/// What follows the header of an RTP packet; nothing where the datagram is none that carries a transport
/// stream.
std::optional<ByteView> rtpPayload(ByteView datagram);

}  // namespace footlight::media
