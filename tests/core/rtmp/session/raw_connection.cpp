#include "tests/core/rtmp/session/raw_connection.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <tuple>

#include "core/rtmp/protocol/chunk_writer.h"

namespace footlight::rtmp {

Bytes commandBytes(const Command& command, std::uint32_t streamId) {
    ChunkWriter writer;
    Bytes bytes;
    writer.write(ChunkStreamId::Command, {MessageType::CommandAmf0, streamId, 0}, writeCommand(command),
                 bytes);
    return bytes;
}

RawConnection::RawConnection(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0) {
        ::close(socket_);
        socket_ = -1;
    }
}

RawConnection::~RawConnection() {
    if (socket_ >= 0) {
        ::close(socket_);
    }
}

void RawConnection::send(ByteView bytes) const {
    std::size_t sent = 0;
    while (sent < bytes.size()) {
        const auto count = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (count <= 0) {
            return;
        }
        sent += static_cast<std::size_t>(count);
    }
}

void RawConnection::shakeHands() const {
    Bytes bytes(1 + 2 * 1536, 0);
    bytes[0] = 3;
    send(bytes);
}

void RawConnection::play(const std::string& stream) const {
    send(commandBytes({"connect", 1, amf0::Object{{"app", "live"}}, {}}));
    send(commandBytes({"createStream", 2, amf0::Null{}, {}}));
    send(commandBytes({"play", 3, amf0::Null{}, {stream, -2000.0}}, 1));
}

void RawConnection::finish() const { ::shutdown(socket_, SHUT_WR); }

std::string RawConnection::readToEnd(std::chrono::milliseconds limit, bool& isClosed) const {
    std::string all;
    std::array<char, 4096> buffer{};
    isClosed = false;
    for (;;) {
        pollfd wanted{socket_, POLLIN, 0};
        if (::poll(&wanted, 1, static_cast<int>(limit.count())) <= 0) {
            return all;
        }
        const auto count = ::recv(socket_, buffer.data(), buffer.size(), 0);
        if (count <= 0) {
            isClosed = true;
            return all;
        }
        all.append(buffer.data(), static_cast<std::size_t>(count));
    }
}

bool RawConnection::isClosedWithin(std::chrono::milliseconds limit) const {
    bool isClosed = false;
    std::ignore = readToEnd(limit, isClosed);
    return isClosed;
}

}  // namespace footlight::rtmp
