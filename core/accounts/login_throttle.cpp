#include "core/accounts/login_throttle.h"

#include <algorithm>

namespace footlight::accounts {

std::chrono::seconds LoginThrottle::waitFor(Failures& failures, const std::string& key, std::size_t allowed,
                                            SteadyTime now) {
    const auto found = failures.find(key);
    if (found == failures.end()) {
        return std::chrono::seconds{0};
    }
    auto& times = found->second;
    while (!times.empty() && now - times.front() >= kWindow) {
        times.pop_front();
    }
    if (times.empty()) {
        failures.erase(found);
        return std::chrono::seconds{0};
    }
    if (times.size() < allowed) {
        return std::chrono::seconds{0};
    }
    return std::chrono::ceil<std::chrono::seconds>(times[times.size() - allowed] + kWindow - now);
}

Result<> LoginThrottle::admit(const std::string& name, const std::string& address, SteadyTime now) {
    const auto wait =
        std::max(waitFor(accounts_, name, kPerAccount, now), waitFor(addresses_, address, kPerAddress, now));
    if (wait.count() > 0) {
        return fail(
            ErrorCategory::Denied, "account.too_many_tries",
            "Too many tries with a wrong password; try again in " + std::to_string(wait.count()) + " s.");
    }
    remember(accounts_, name, now);
    if (!address.empty()) {
        remember(addresses_, address, now);
    }
    return {};
}

void LoginThrottle::remember(Failures& failures, const std::string& key, SteadyTime now) {
    if (failures.size() >= kRemembered && !failures.contains(key)) {
        failures.erase(
            std::ranges::min_element(failures, {}, [](const auto& entry) { return entry.second.back(); }));
    }
    auto& times = failures[key];
    times.push_back(now);
    if (times.size() > kPerAddress) {
        times.pop_front();
    }
}

void LoginThrottle::succeeded(const std::string& name, const std::string& address) {
    accounts_.erase(name);
    const auto found = addresses_.find(address);
    if (found == addresses_.end()) {
        return;
    }
    found->second.pop_back();
    if (found->second.empty()) {
        addresses_.erase(found);
    }
}

}  // namespace footlight::accounts
