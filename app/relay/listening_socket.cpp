#include "app/relay/listening_socket.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace footlight::app {

namespace {

constexpr int kBacklog = 4'096;

socklen_t fill(sockaddr_storage& storage, const Address& address) {
    const std::string host = address.host == "localhost" ? "127.0.0.1" : address.host;
    auto& six = reinterpret_cast<sockaddr_in6&>(storage);
    if (::inet_pton(AF_INET6, host.c_str(), &six.sin6_addr) == 1) {
        six.sin6_family = AF_INET6;
        six.sin6_port = htons(address.port);
        return sizeof six;
    }
    auto& four = reinterpret_cast<sockaddr_in&>(storage);
    ::inet_pton(AF_INET, host.c_str(), &four.sin_addr);
    four.sin_family = AF_INET;
    four.sin_port = htons(address.port);
    return sizeof four;
}

std::uint16_t portOf(int descriptor) {
    sockaddr_storage storage{};
    socklen_t length = sizeof storage;
    ::getsockname(descriptor, reinterpret_cast<sockaddr*>(&storage), &length);
    return ntohs(storage.ss_family == AF_INET6 ? reinterpret_cast<sockaddr_in6&>(storage).sin6_port
                                               : reinterpret_cast<sockaddr_in&>(storage).sin_port);
}

tl::unexpected<Error> failure(const Address& address, int error) {
    const std::string where = address.text();
    if (error == EADDRINUSE) {
        return fail(ErrorCategory::Conflict, "socket.taken",
                    "another program listens on " + where +
                        " already; stop it or choose another port (0: any free one)");
    }
    if (error == EACCES) {
        return fail(ErrorCategory::Denied, "socket.denied",
                    "this user may not listen on " + where + "; choose a port above 1023");
    }
    return fail(
        ErrorCategory::Invalid, "socket.listen",
        "cannot listen on " + where + ": " + std::strerror(error) + "; choose an address of this machine");
}

}  // namespace

Result<ListeningSocket> ListeningSocket::open(const Address& address, SocketKind kind) {
    const bool isTcp = kind == SocketKind::Tcp;
    sockaddr_storage storage{};
    const socklen_t length = fill(storage, address);
    const int type = (isTcp ? SOCK_STREAM : SOCK_DGRAM) | SOCK_CLOEXEC | SOCK_NONBLOCK;
    ListeningSocket socket(::socket(storage.ss_family, type, 0), address);
    const int on = 1;
    if (isTcp) {
        ::setsockopt(socket.descriptor_, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    }
    if (::bind(socket.descriptor_, reinterpret_cast<sockaddr*>(&storage), length) != 0 ||
        (isTcp && ::listen(socket.descriptor_, kBacklog) != 0)) {
        return failure(address, errno);
    }
    socket.address_.port = portOf(socket.descriptor_);
    return socket;
}

ListeningSocket::~ListeningSocket() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
}

ListeningSocket::ListeningSocket(ListeningSocket&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), address_(std::move(other.address_)) {}

}  // namespace footlight::app
