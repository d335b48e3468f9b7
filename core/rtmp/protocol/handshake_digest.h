#pragma once

#include <array>
#include <optional>

#include "core/base/bytes.h"

/// The digests that some clients put into C1 and check in S1 and S2.
namespace footlight::rtmp::digest {

inline constexpr std::size_t kPacketSize = 1536;
inline constexpr std::size_t kSize = 32;

using Packet = std::array<std::uint8_t, kPacketSize>;
using Digest = std::array<std::uint8_t, kSize>;

/// Where the digest may sit: behind an offset told at byte 8, or at byte 772.
enum class Scheme : std::uint8_t { First, Second };

struct Found {
    Scheme scheme{};
    Digest digest{};
};

enum class Side : std::uint8_t { Client, Server };

/// The digest in a C1 or S1 of `side`, where one verifies.
std::optional<Found> find(const Packet& packet, Side side);

/// Puts the digest of `side` into its C1 or S1 and returns it.
Digest sign(Packet& packet, Scheme scheme, Side side);

/// Fills the last 32 bytes of a C2 or S2 of `side`, which answers the digest of the other side's first
/// packet.
void signAnswer(Packet& packet, const Digest& answered, Side side);

/// True where `packet` is such an answer.
bool isAnswer(const Packet& packet, const Digest& answered, Side side);

}  // namespace footlight::rtmp::digest
