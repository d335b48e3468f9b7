#pragma once

#include "app/shared/address.h"
#include "core/base/result.h"

namespace footlight::app {

enum class SocketKind : std::uint8_t { Tcp, Udp };

/// A TCP socket that listens, or a bound UDP socket; closed with its owner. The supervisor holds them, so
/// that a role that dies leaves its callers waiting, not refused.
class ListeningSocket {
public:
    /// Conflict where the port is taken, Invalid where the host is no address of this machine.
    static Result<ListeningSocket> open(const Address& address, SocketKind kind = SocketKind::Tcp);
    ~ListeningSocket();
    ListeningSocket(ListeningSocket&& other) noexcept;
    ListeningSocket& operator=(ListeningSocket&&) = delete;

    [[nodiscard]] int descriptor() const { return descriptor_; }
    /// With the port that was taken.
    [[nodiscard]] const Address& address() const { return address_; }

private:
    ListeningSocket(int descriptor, Address address)
        : descriptor_(descriptor), address_(std::move(address)) {}

    int descriptor_;
    Address address_;
};

}  // namespace footlight::app
