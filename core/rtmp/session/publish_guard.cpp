#include "core/rtmp/session/publish_guard.h"

#include <deque>
#include <mutex>
#include <unordered_map>

#include "core/net/http/address_key.h"

namespace footlight::rtmp {

namespace {

/// Addresses that are remembered at a time; more are not counted until some are forgotten.
constexpr std::size_t kRemembered = 8'192;

struct Entry {
    std::size_t waiting = 0;
    std::size_t publishing = 0;
    std::deque<SteadyTime> failures;
    SteadyTime bannedUntil{};
};

using Times = std::deque<SteadyTime>;

/// False where `most` of the last `window` are there already; otherwise it is one more.
bool addWithin(Times& times, std::size_t most, std::chrono::seconds window, SteadyTime now) {
    while (!times.empty() && now - times.front() > window) {
        times.pop_front();
    }
    if (times.size() >= most) {
        return false;
    }
    times.push_back(now);
    return true;
}

tl::unexpected<Error> tooMany(std::string message) {
    return fail(ErrorCategory::Unavailable, "rtmp.too_many", std::move(message));
}

}  // namespace

struct PublishGuard::State {
    PublishGuardLimits limits;
    std::mutex mutex;
    std::size_t waiting = 0;
    std::unordered_map<std::string, Entry> entries;
    std::unordered_map<std::size_t, Times> keys;  ///< when publications were tried, by the key's hash
    Times attempts;

    /// Null where no further key can be remembered.
    Times* timesFor(const Secret& key, SteadyTime now) {
        const std::size_t hash = std::hash<std::string>()(key.reveal());
        if (keys.size() >= kRemembered && keys.find(hash) == keys.end()) {
            std::erase_if(keys, [&](const auto& each) {
                return each.second.empty() || now - each.second.back() > limits.keyWindow;
            });
        }
        return keys.size() < kRemembered || keys.find(hash) != keys.end() ? &keys[hash] : nullptr;
    }

    void forgetOldFailures(Entry& entry, SteadyTime now) const {
        while (!entry.failures.empty() && now - entry.failures.front() > limits.window) {
            entry.failures.pop_front();
        }
    }

    [[nodiscard]] bool isForgettable(const Entry& entry, SteadyTime now) const {
        const bool hasFailedLately = !entry.failures.empty() && now - entry.failures.back() <= limits.window;
        return entry.waiting == 0 && entry.publishing == 0 && !hasFailedLately && entry.bannedUntil < now;
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
        --entries.at(key).waiting;
        forgetIfNothing(key);
    }

    void endPublication(const std::string& key) {
        const std::lock_guard guard(mutex);
        --entries.at(key).publishing;
        forgetIfNothing(key);
    }

    void forgetIfNothing(const std::string& key) {
        const Entry& entry = entries.at(key);
        if (entry.waiting == 0 && entry.publishing == 0 && entry.failures.empty() &&
            entry.bannedUntil == SteadyTime{}) {
            entries.erase(key);
        }
    }
};

PublishGuard::PublishGuard(PublishGuardLimits limits) : state_(std::make_shared<State>()) {
    state_->limits = limits;
}

PublishGuard::~PublishGuard() = default;

PublishGuard::Ticket PublishGuard::admit(const std::string& address, SteadyTime now) {
    const net::http::AddressKey origin = net::http::addressKeyOf(address);
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

Result<PublishGuard::Ticket> PublishGuard::begin(const std::string& address, const Secret& key,
                                                 SteadyTime now) {
    const net::http::AddressKey origin = net::http::addressKeyOf(address);
    const std::lock_guard guard(state_->mutex);
    const PublishGuardLimits& limits = state_->limits;
    Times* times = state_->timesFor(key, now);
    Entry* entry = state_->entryFor(origin.key, now);
    if (times == nullptr || entry == nullptr ||
        !addWithin(state_->attempts, limits.attemptsPerSecond, std::chrono::seconds(1), now)) {
        return tooMany("too many publishers come at once; try again in some seconds");
    }
    if (!addWithin(*times, limits.attemptsPerKey, limits.keyWindow, now)) {
        return tooMany("this key was used too often within a few seconds; wait a little");
    }
    const bool isExempt = origin.isLoopback && limits.loopbackExempt;
    if (!isExempt && entry->publishing >= limits.publishersPerAddress) {
        return tooMany("too many publishers come from your address");
    }
    ++entry->publishing;
    return Ticket(state_.get(),
                  [state = state_, where = origin.key](void*) { state->endPublication(where); });
}

bool PublishGuard::keyRefused(const std::string& address, SteadyTime now) {
    const net::http::AddressKey origin = net::http::addressKeyOf(address);
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
