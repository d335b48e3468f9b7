#include "tests/support/badnet.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <random>

namespace footlight::tests {

namespace {

sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int boundSocket() {
    const int made = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(0);
    ::bind(made, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    return made;
}

std::uint16_t portOf(int socket) {
    sockaddr_in address{};
    socklen_t length = sizeof address;
    ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &length);
    return ntohs(address.sin_port);
}

}  // namespace

std::uint16_t freeUdpPort() {
    const int socket = boundSocket();
    const std::uint16_t port = portOf(socket);
    ::close(socket);
    return port;
}

LossyForwarder::LossyForwarder(std::uint16_t to, int lossPercent, std::uint32_t seed)
    : socket_(boundSocket()),
      stop_(::eventfd(0, EFD_CLOEXEC)),
      port_(portOf(socket_)),
      thread_([this, to, lossPercent, seed] { forwardAll(to, lossPercent, seed); }) {}

LossyForwarder::~LossyForwarder() {
    ::eventfd_write(stop_, 1);
    thread_.join();
    ::close(socket_);
    ::close(stop_);
}

void LossyForwarder::forwardAll(std::uint16_t to, int lossPercent, std::uint32_t seed) {
    std::mt19937 chance(seed);
    const sockaddr_in target = loopback(to);
    std::array<char, 2048> datagram{};
    std::array<pollfd, 2> watched{{{socket_, POLLIN, 0}, {stop_, POLLIN, 0}}};
    while (::poll(watched.data(), watched.size(), -1) > 0 && watched[1].revents == 0) {
        const ssize_t size = ::recv(socket_, datagram.data(), datagram.size(), MSG_DONTWAIT);
        if (size <= 0) {
            continue;
        }
        if (chance() % 100 < static_cast<unsigned>(lossPercent)) {
            ++lost_;
            continue;
        }
        ::sendto(socket_, datagram.data(), static_cast<std::size_t>(size), 0,
                 reinterpret_cast<const sockaddr*>(&target), sizeof target);
    }
}

}  // namespace footlight::tests
