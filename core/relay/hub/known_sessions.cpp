#include "core/relay/hub/known_sessions.h"

namespace footlight::relay::hub {

std::optional<SessionOwner> KnownSessions::find(const std::string& tokenHash, SteadyTime now) const {
    const auto found = known_.find(tokenHash);
    const bool isFresh = found != known_.end() && now - found->second.at < kLife;
    return isFresh ? std::optional(found->second.owner) : std::nullopt;
}

void KnownSessions::add(const std::string& tokenHash, const SessionOwner& owner, SteadyTime now) {
    if (known_.size() >= kMost) {
        std::erase_if(known_, [now](const auto& entry) { return now - entry.second.at >= kLife; });
    }
    if (known_.size() < kMost) {
        known_.insert_or_assign(tokenHash, Known{owner, now});
    }
}

void KnownSessions::forget(UserId user) {
    std::erase_if(known_, [user](const auto& entry) { return entry.second.owner.account.id == user; });
}

}  // namespace footlight::relay::hub
