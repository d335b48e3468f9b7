#include "tests/core/net/raw_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

namespace footlight::tests {

RawClient::RawClient(std::uint16_t port, int receiveBuffer) : descriptor_(::socket(AF_INET, SOCK_STREAM, 0)) {
    if (receiveBuffer > 0) {
        ::setsockopt(descriptor_, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
    }
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    isClosed_ = ::connect(descriptor_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0;
}

RawClient::~RawClient() { ::close(descriptor_); }

bool RawClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void RawClient::endSending() { ::shutdown(descriptor_, SHUT_WR); }

bool RawClient::readSome(std::chrono::steady_clock::time_point until) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    pollfd ready{descriptor_, POLLIN, 0};
    if (isClosed_ || left.count() <= 0 || ::poll(&ready, 1, static_cast<int>(left.count())) <= 0) {
        return false;
    }
    std::array<char, 65536> bytes{};
    const auto count = ::recv(descriptor_, bytes.data(), bytes.size(), 0);
    if (count <= 0) {
        isClosed_ = true;
        return false;
    }
    pending_.append(bytes.data(), static_cast<std::size_t>(count));
    return true;
}

std::string RawClient::receive(std::size_t count, std::chrono::milliseconds limit) {
    const auto until = std::chrono::steady_clock::now() + limit;
    while (pending_.size() < count && readSome(until)) {
    }
    std::string taken = pending_.substr(0, count);
    pending_.erase(0, taken.size());
    return taken;
}

std::string RawClient::receiveUntil(std::string_view mark, std::chrono::milliseconds limit) {
    const auto until = std::chrono::steady_clock::now() + limit;
    while (pending_.find(mark) == std::string::npos && readSome(until)) {
    }
    const std::size_t found = pending_.find(mark);
    return receive(found == std::string::npos ? pending_.size() : found + mark.size(),
                   std::chrono::milliseconds(0));
}

std::string RawClient::receiveAll(std::chrono::milliseconds limit) {
    const auto until = std::chrono::steady_clock::now() + limit;
    while (readSome(until)) {
    }
    return std::exchange(pending_, {});
}

}  // namespace footlight::tests
