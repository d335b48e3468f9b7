#include "core/relay/hub/online.h"

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
