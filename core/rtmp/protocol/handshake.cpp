#include "core/rtmp/protocol/handshake.h"

#include <sodium.h>

#include <algorithm>

namespace footlight::rtmp {

namespace {

using digest::kPacketSize;
using digest::Packet;
using digest::Side;

constexpr std::uint8_t kVersion = 3;
constexpr std::uint8_t kEncrypted = 6;
constexpr std::uint8_t kTlsRecord = 0x16;
constexpr std::uint8_t kFirstText = 0x20;
/// Bytes 4-7 of a C1 or S1 that speaks digests; zero in a simple one.
constexpr std::array<std::uint8_t, 4> kClientVersion = {9, 0, 124, 2};
constexpr std::array<std::uint8_t, 4> kServerVersion = {3, 5, 1, 1};

Result<void> checkVersion(std::uint8_t version) {
    constexpr auto kCategory = ErrorCategory::Unsupported;
    if (version == kVersion) {
        return {};
    }
    if (version == kTlsRecord) {
        return fail(kCategory, "rtmp.tls", "a TLS connection came to the plain RTMP port; use rtmp:// here");
    }
    if (version == kEncrypted) {
        return fail(kCategory, "rtmp.rtmpe", "RTMPE (encrypted RTMP) is not taken; use rtmp://");
    }
    if (version >= kFirstText) {
        return fail(kCategory, "rtmp.not_rtmp", "what came is not RTMP (an HTTP request, or garbage)");
    }
    return fail(kCategory, "rtmp.version", "RTMP version " + std::to_string(version) + " is not taken; 3 is");
}

/// Random, with time 0 and the version of whoever sends it.
Packet randomPacket(std::array<std::uint8_t, 4> version) {
    Packet packet;
    randombytes_buf(packet.data(), packet.size());
    std::fill_n(packet.begin(), 4, std::uint8_t{0});
    std::copy(version.begin(), version.end(), packet.begin() + 4);
    return packet;
}

Packet packetBehindVersion(const Bytes& received) {
    Packet packet;
    std::copy_n(received.begin() + 1, kPacketSize, packet.begin());
    return packet;
}

bool tellsVersion(const Packet& packet) {
    return std::any_of(packet.begin() + 4, packet.begin() + 8, [](std::uint8_t byte) { return byte != 0; });
}

void append(const Packet& packet, Bytes& out) { out.insert(out.end(), packet.begin(), packet.end()); }

/// Moves bytes from `input` into `packet` until it holds the version and the first packet.
Result<bool> collect(ByteView& input, Bytes& packet) {
    const std::size_t count = std::min(input.size(), 1 + kPacketSize - packet.size());
    packet.insert(packet.end(), input.begin(), input.begin() + static_cast<std::ptrdiff_t>(count));
    input = input.subspan(count);
    if (packet.empty()) {
        return false;
    }
    if (auto checked = checkVersion(packet[0]); !checked) {
        return fail(std::move(checked.error()));
    }
    return packet.size() == 1 + kPacketSize;
}

/// True once `skipped` has reached a whole packet.
bool skip(ByteView& input, std::size_t& skipped) {
    const std::size_t count = std::min(input.size(), kPacketSize - skipped);
    input = input.subspan(count);
    skipped += count;
    return skipped == kPacketSize;
}

}  // namespace

Result<bool> ServerHandshake::receive(ByteView& input, Bytes& out) {
    if (!isAnswered_) {
        auto collected = collect(input, packet_);
        if (!collected || !*collected) {
            return collected;
        }
        answer(out);
    }
    return skip(input, skipped_);
}

void ServerHandshake::answer(Bytes& out) {
    const Packet c1 = packetBehindVersion(packet_);
    const auto found = tellsVersion(c1) ? digest::find(c1, Side::Client) : std::nullopt;
    Packet s1 = randomPacket(found ? kServerVersion : std::array<std::uint8_t, 4>{});
    Packet s2 = c1;
    if (found) {
        digest::sign(s1, found->scheme, Side::Server);
        s2 = randomPacket(kServerVersion);
        digest::signAnswer(s2, found->digest, Side::Server);
    }
    out.push_back(kVersion);
    append(s1, out);
    append(s2, out);
    usesDigest_ = found.has_value();
    isAnswered_ = true;
    packet_ = Bytes();
}

void ClientHandshake::begin(Bytes& out) {
    Packet c1 = randomPacket(kind_ == HandshakeKind::Digest ? kClientVersion : std::array<std::uint8_t, 4>{});
    if (kind_ == HandshakeKind::Digest) {
        digest::sign(c1, digest::Scheme::First, Side::Client);
    }
    out.push_back(kVersion);
    append(c1, out);
}

Result<bool> ClientHandshake::receive(ByteView& input, Bytes& out) {
    if (!isAnswered_) {
        auto collected = collect(input, packet_);
        if (!collected || !*collected) {
            return collected;
        }
        answer(out);
        isAnswered_ = true;
        packet_ = Bytes();
    }
    return skip(input, skipped_);
}

void ClientHandshake::answer(Bytes& out) const {
    const Packet s1 = packetBehindVersion(packet_);
    const auto found = kind_ == HandshakeKind::Digest ? digest::find(s1, Side::Server) : std::nullopt;
    if (!found) {
        append(s1, out);
        return;
    }
    Packet c2 = randomPacket(kClientVersion);
    digest::signAnswer(c2, found->digest, Side::Client);
    append(c2, out);
}

}  // namespace footlight::rtmp
