#include "core/rtmp/session/publish_guard.h"

#include <boost/asio/ip/address.hpp>
#include <deque>
#include <mutex>
#include <unordered_map>

namespace footlight::rtmp {

namespace {

/// Addresses that are remembered at a time; more are not counted until some are forgotten.
constexpr std::size_t kRemembered = 8'192;

struct Origin {
    std::string key;  ///< an IPv4 address, or an IPv6 /64
    bool isLoopback = false;
};

Origin originOf(const std::string& text) {
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(text, error);
    if (error || address.is_v4()) {
        return {text, !error && address.is_loopback()};
    }
    const auto v6 = address.to_v6();
    if (v6.is_v4_mapped()) {
        const auto v4 = boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, v6);
        return {v4.to_string(), v4.is_loopback()};
    }
    const auto bytes = v6.to_bytes();
    return {std::string(bytes.begin(), bytes.begin() + 8), v6.is_loopback()};
}

struct Entry {
    std::size_t waiting = 0;
    std::deque<SteadyTime> failures;
    SteadyTime bannedUntil{};
};

}  // namespace

struct PublishGuard::State {
    PublishGuardLimits limits;
    std::mutex mutex;
    std::size_t waiting = 0;
    std::unordered_map<std::string, Entry> entries;

    void forgetOldFailures(Entry& entry, SteadyTime now) const {
        while (!entry.failures.empty() && now - entry.failures.front() > limits.window) {
            entry.failures.pop_front();
        }
    }

    [[nodiscard]] bool isForgettable(const Entry& entry, SteadyTime now) const {
        const bool hasFailedLately = !entry.failures.empty() && now - entry.failures.back() <= limits.window;
        return entry.waiting == 0 && !hasFailedLately && entry.bannedUntil < now;
    }

    /// Null where no further address can be remembered.
    Entry* entryFor(const std::string& key, SteadyTime now) {
        if (const auto found = entries.find(key); found != entries.end()) {
            return &found->second;
        }
        if (entries.size() >= kRemembered) {
            std::erase_if(entries, [&](const auto& each) { return isForgettable(each.second, now); });
        }
        return entries.size() < kRemembered ? &entries[key] : nullptr;
    }

    void leave(const std::string& key) {
        const std::lock_guard guard(mutex);
        --waiting;
        const auto found = entries.find(key);
        if (found == entries.end()) {
            return;
        }
        Entry& entry = found->second;
        if (--entry.waiting == 0 && entry.failures.empty() && entry.bannedUntil == SteadyTime{}) {
            entries.erase(found);
        }
    }
};

PublishGuard::PublishGuard(PublishGuardLimits limits) : state_(std::make_shared<State>()) {
    state_->limits = limits;
}

PublishGuard::~PublishGuard() = default;

PublishGuard::Ticket PublishGuard::admit(const std::string& address, SteadyTime now) {
    const Origin origin = originOf(address);
    const std::lock_guard guard(state_->mutex);
    const PublishGuardLimits& limits = state_->limits;
    Entry* entry = state_->waiting < limits.unauthenticated ? state_->entryFor(origin.key, now) : nullptr;
    if (entry == nullptr) {
        return {};
    }
    const bool isExempt = origin.isLoopback && limits.loopbackExempt;
    if (!isExempt && (entry->bannedUntil > now || entry->waiting >= limits.unauthenticatedPerAddress)) {
        return {};
    }
    ++entry->waiting;
    ++state_->waiting;
    // The pointer itself says nothing; what counts is that it goes.
    return Ticket(state_.get(), [state = state_, key = origin.key](void*) { state->leave(key); });
}

bool PublishGuard::keyRefused(const std::string& address, SteadyTime now) {
    const Origin origin = originOf(address);
    const std::lock_guard guard(state_->mutex);
    const PublishGuardLimits& limits = state_->limits;
    Entry* entry = state_->entryFor(origin.key, now);
    if (entry == nullptr || (origin.isLoopback && limits.loopbackExempt)) {
        return false;
    }
    state_->forgetOldFailures(*entry, now);
    entry->failures.push_back(now);
    if (entry->failures.size() < limits.failures) {
        return false;
    }
    entry->failures.clear();
    entry->bannedUntil = now + limits.ban;
    return true;
}

}  // namespace footlight::rtmp
