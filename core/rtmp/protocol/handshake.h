#pragma once

#include "core/base/result.h"
#include "core/rtmp/protocol/handshake_digest.h"

namespace footlight::rtmp {

/// The server's side of the handshake (RTMP 1.0 5.2), simple or with digests as the client began it. Answers
/// as soon as C1 is whole and never looks into C2.
class ServerHandshake {
public:
    /// Takes what belongs to the handshake off the front of `input` and appends answers to `out`. True once
    /// it is done. Unsupported, with a sentence that names what came instead, for anything that is not RTMP.
    Result<bool> receive(ByteView& input, Bytes& out);

    [[nodiscard]] bool usesDigest() const { return usesDigest_; }

private:
    void answer(Bytes& out);

    Bytes packet_;             ///< C0 and C1, until answered
    std::size_t skipped_ = 0;  ///< of C2
    bool isAnswered_ = false;
    bool usesDigest_ = false;
};

enum class HandshakeKind : std::uint8_t { Simple, Digest };

/// The client's side. Digest falls back to simple where the server knows no digests.
class ClientHandshake {
public:
    explicit ClientHandshake(HandshakeKind kind) : kind_(kind) {}

    /// C0 and C1.
    void begin(Bytes& out);
    /// As the server's; takes S0, S1 and S2, and sends C2 behind S1.
    Result<bool> receive(ByteView& input, Bytes& out);

private:
    void answer(Bytes& out) const;

    HandshakeKind kind_;
    Bytes packet_;             ///< S0 and S1, until answered
    std::size_t skipped_ = 0;  ///< of S2
    bool isAnswered_ = false;
};

}  // namespace footlight::rtmp
