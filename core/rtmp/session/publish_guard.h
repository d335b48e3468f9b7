#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secret.h"

namespace footlight::rtmp {

/// RELIABILITY L1 (the part before authentication) and L9, and how often publications may begin.
struct PublishGuardLimits {
    std::size_t unauthenticated = 512;
    std::size_t unauthenticatedPerAddress = 16;
    std::size_t failures = 10;  ///< refused keys within `window` that ban an address
    std::chrono::seconds window{120};
    std::chrono::seconds ban{300};
    std::size_t publishersPerAddress = 64;  ///< at a time
    std::size_t attemptsPerKey = 20;        ///< to publish with one key, within `keyWindow`
    std::chrono::seconds keyWindow{10};
    std::size_t attemptsPerSecond = 200;  ///< to publish, of everybody together
    bool loopbackExempt = true;           ///< from what counts by address: there may be a proxy
};

/// Keeps those who have shown no valid key yet few, and bans addresses that guess keys. Shared by every RTMP
/// listener of a process, so any thread; touched when a connection begins, publishes, fails and ends.
class PublishGuard {
public:
    explicit PublishGuard(PublishGuardLimits limits);
    ~PublishGuard();
    PublishGuard(const PublishGuard&) = delete;
    PublishGuard& operator=(const PublishGuard&) = delete;

    /// Held until the connection publishes or ends.
    using Ticket = std::shared_ptr<void>;
    /// Empty where the connection must be closed: too many wait, or the address is banned.
    [[nodiscard]] Ticket admit(const std::string& address, SteadyTime now);
    /// Asked before the key is checked, so that encoders that come back and back do not drown who checks it.
    /// The ticket is held while it publishes. Unavailable, in words for the encoder. Keys are kept as hashes.
    Result<Ticket> begin(const std::string& address, const Secret& key, SteadyTime now);
    /// True when this failure began a ban.
    bool keyRefused(const std::string& address, SteadyTime now);

private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace footlight::rtmp
