#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "core/base/clock.h"

namespace footlight::relay::gateway {

/// Decides whose datagrams count at a UDP input, which has no key: those of listed addresses, of this machine
/// where none is listed, and of one sender at a time. One thread at a time.
class SenderLock {
public:
    static constexpr std::chrono::seconds kHeld{5};

    /// `allowed`: IP addresses. `isOpen`: without a list anybody may send (multicast: who joins, chose it).
    SenderLock(std::vector<std::string> allowed, bool isOpen);

    /// Whether a datagram of this address and port counts now. Who sends keeps the lock; after five seconds
    /// of silence another one may take it.
    bool admit(const std::string& address, std::uint16_t port, bool isLoopback, SteadyTime now);

private:
    std::vector<std::string> allowed_;
    bool isOpen_;
    std::string holder_;
    std::uint16_t holderPort_ = 0;
    SteadyTime heldUntil_{};
};

}  // namespace footlight::relay::gateway
