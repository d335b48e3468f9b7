#pragma once

#include <chrono>
#include <deque>
#include <map>
#include <string>

#include "core/base/clock.h"
#include "core/base/result.h"

namespace footlight::accounts {

/// Failed sign-ins: 5 in 15 minutes for one account, 20 for one address (RELIABILITY L20). Past that every
/// try is refused, right or wrong, until the oldest failure is 15 minutes old; sessions that exist are
/// untouched. An empty address counts for the account alone. Remembers at most 10,000 accounts and addresses;
/// when full, the one that failed longest ago is forgotten.
class LoginThrottle {
public:
    static constexpr std::size_t kPerAccount = 5;
    static constexpr std::size_t kPerAddress = 20;
    static constexpr std::chrono::minutes kWindow{15};
    static constexpr std::size_t kRemembered = 10'000;

    /// Denied with the time to wait in its message. What is admitted counts as failed until succeeded() says
    /// otherwise, so that tries made at the same time are counted too.
    Result<> admit(const std::string& name, const std::string& address, SteadyTime now);
    /// Forgets the account's failures and the address's last one.
    void succeeded(const std::string& name, const std::string& address);

private:
    using Failures = std::map<std::string, std::deque<SteadyTime>>;
    static void remember(Failures& failures, const std::string& key, SteadyTime now);
    static std::chrono::seconds waitFor(Failures& failures, const std::string& key, std::size_t allowed,
                                        SteadyTime now);

    Failures accounts_;
    Failures addresses_;
};

}  // namespace footlight::accounts
