#include "core/net/http/admission.h"

#include <algorithm>
#include <mutex>
#include <unordered_map>

#include "core/net/http/address_key.h"

namespace footlight::net::http {

namespace {

/// Addresses that are remembered without a connection of theirs, for their rate; the oldest is forgotten.
constexpr std::size_t kRemembered = 8'192;

struct Entry {
    std::size_t open = 0;
    double tokens = 0;
    SteadyTime seen;
};

}  // namespace

struct Admission::State {
    AdmissionLimits limits;
    std::mutex mutex;
    std::size_t total = 0;
    std::unordered_map<std::string, Entry> entries;

    void forgetIdle(SteadyTime now) {
        const auto refill =
            std::chrono::duration<double>(limits.burst / std::max(limits.newPerSecond, 0.001));
        std::erase_if(entries, [&](const auto& entry) {
            return entry.second.open == 0 && now - entry.second.seen > refill;
        });
    }

    bool takeRoom(const AddressKey& origin, bool isFree, SteadyTime now) {
        if (entries.size() >= kRemembered) {
            forgetIdle(now);
        }
        const auto [place, isNew] = entries.try_emplace(origin.key);
        Entry& entry = place->second;
        if (isNew) {
            entry.tokens = limits.burst;
        } else {
            const std::chrono::duration<double> passed = now - entry.seen;
            entry.tokens = std::min(limits.burst, entry.tokens + passed.count() * limits.newPerSecond);
        }
        entry.seen = now;
        if (!isFree && (entry.open >= limits.perAddress || entry.tokens < 1)) {
            return false;
        }
        entry.tokens -= isFree ? 0 : 1;
        ++entry.open;
        ++total;
        return true;
    }

    void leave(const std::string& key) {
        const std::lock_guard guard(mutex);
        --total;
        const auto found = entries.find(key);
        if (found != entries.end()) {
            --found->second.open;
        }
    }
};

Admission::Admission(AdmissionLimits limits) : state_(std::make_shared<State>()) { state_->limits = limits; }
Admission::~Admission() = default;

Admission::Ticket Admission::admit(const std::string& address, SteadyTime now) {
    const AddressKey origin = addressKeyOf(address);
    const auto& limits = state_->limits;
    const bool isFree = (origin.isLoopback && limits.loopbackExempt) || limits.proxies.contains(address);
    const std::lock_guard guard(state_->mutex);
    if (state_->total >= limits.total || !state_->takeRoom(origin, isFree, now)) {
        return {};
    }
    // The pointer itself says nothing; what counts is that it goes.
    return Ticket(state_.get(), [state = state_, key = origin.key](void*) { state->leave(key); });
}

std::string Admission::clientOf(const std::string& peer, const std::vector<Header>& headers) const {
    return state_->limits.proxies.clientOf(peer, headers);
}

}  // namespace footlight::net::http
