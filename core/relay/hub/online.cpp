#include "core/relay/hub/online.h"

#include <algorithm>

namespace footlight::relay::hub {

Online::Place Online::enter(Member& member) {
    if (!member.account()) {
        return nullptr;
    }
    const auto user = member.account()->id;
    members_[user].insert(&member);
    return {&member, [this, user](void* gone) {
                const auto found = members_.find(user);
                found->second.erase(static_cast<Member*>(gone));
                if (found->second.empty()) {
                    members_.erase(found);
                }
            }};
}

void Online::keepOnly(UserId user, const std::vector<SessionId>& sessions) {
    const auto found = members_.find(user);
    if (found == members_.end()) {
        return;
    }
    // A copy: who is signed out may give its place back at once.
    const auto members = found->second;
    for (auto* member : members) {
        if (std::ranges::find(sessions, member->session()) == sessions.end()) {
            member->signOut();
        }
    }
}

void Online::tell(UserId user, const SharedFrame& text) const {
    const auto found = members_.find(user);
    if (found == members_.end()) {
        return;
    }
    for (auto* member : found->second) {
        member->deliver(text, Priority::Normal);
    }
}

}  // namespace footlight::relay::hub
