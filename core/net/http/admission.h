#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "core/base/clock.h"

namespace footlight::net::http {

/// RELIABILITY L1 and L2.
struct AdmissionLimits {
    std::size_t total = 20'000;
    std::size_t perAddress = 200;  ///< an IPv4 address, or an IPv6 /64
    double newPerSecond = 20;      ///< from one address
    double burst = 50;
    bool loopbackExempt = true;  ///< from the per-address limits: there may be a reverse proxy
};

/// Decides at accept whether a connection may stay. Shared by every listener of a process, so any thread; it
/// is touched once when a connection begins and once when it ends.
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

private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace footlight::net::http
