#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "core/base/clock.h"
#include "core/net/http/trusted_proxies.h"

namespace footlight::net::http {

/// RELIABILITY L1 and L2.
struct AdmissionLimits {
    std::size_t total = 20'000;
    std::size_t perAddress = 200;  ///< an IPv4 address, or an IPv6 /64
    double newPerSecond = 20;      ///< from one address
    double burst = 50;
    bool loopbackExempt = true;  ///< from the per-address limits: there may be a reverse proxy
    TrustedProxies proxies{};    ///< exempt likewise: each stands for many
};

/// Decides at accept whether a connection may stay, and from whom its requests are. Shared by every listener
/// of a process, so any thread; it is touched once when a connection begins and once when it ends.
class Admission {
public:
    explicit Admission(AdmissionLimits limits);
    ~Admission();
    Admission(const Admission&) = delete;
    Admission& operator=(const Admission&) = delete;

    /// Held for as long as the connection lives.
    using Ticket = std::shared_ptr<void>;
    /// Empty where the connection must be closed.
    [[nodiscard]] Ticket admit(const std::string& address, SteadyTime now);
    /// Whose address a request has that came from `peer`, as TrustedProxies says.
    [[nodiscard]] std::string clientOf(const std::string& peer, const std::vector<Header>& headers) const;

private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace footlight::net::http
