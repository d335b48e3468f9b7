#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "core/base/bytes.h"
#include "core/rtmp/protocol/command.h"

namespace footlight::rtmp {

/// A command in chunks, with a header that can follow anything.
Bytes commandBytes(const Command& command, std::uint32_t streamId = 0);

/// A plain TCP connection to a port of the loopback, driven by a test.
class RawConnection {
public:
    explicit RawConnection(std::uint16_t port);
    ~RawConnection();
    RawConnection(const RawConnection&) = delete;
    RawConnection& operator=(const RawConnection&) = delete;

    void send(ByteView bytes) const;
    void send(std::string_view text) const { send(bytesOf(text)); }
    /// C0 to C2 with nothing in them.
    void shakeHands() const;
    /// connect, createStream and play, behind the handshake.
    void play(const std::string& stream) const;
    /// Closes our sending half.
    void finish() const;
    /// What came until the other side closed, or nothing more came for `limit`.
    [[nodiscard]] std::string readToEnd(std::chrono::milliseconds limit, bool& isClosed) const;
    [[nodiscard]] bool isClosedWithin(std::chrono::milliseconds limit) const;

private:
    int socket_;
};

}  // namespace footlight::rtmp
