#include "core/relay/gateway/sender_lock.h"

#include <algorithm>

namespace footlight::relay::gateway {

SenderLock::SenderLock(std::vector<std::string> allowed, bool isOpen)
    : allowed_(std::move(allowed)), isOpen_(isOpen && allowed_.empty()) {}

bool SenderLock::admit(const std::string& address, std::uint16_t port, bool isLoopback, SteadyTime now) {
    const bool isListed = std::ranges::find(allowed_, address) != allowed_.end();
    if (!isOpen_ && !isListed && !(allowed_.empty() && isLoopback)) {
        return false;
    }
    if (now < heldUntil_ && (address != holder_ || port != holderPort_)) {
        return false;
    }
    holder_ = address;
    holderPort_ = port;
    heldUntil_ = now + kHeld;
    return true;
}

}  // namespace footlight::relay::gateway
