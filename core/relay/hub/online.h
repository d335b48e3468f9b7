#pragma once

#include <map>
#include <memory>
#include <set>
#include <vector>

#include "core/base/id.h"
#include "core/relay/hub/member.h"

namespace footlight::relay::hub {

/// The connections of everybody who is signed in, to tell a person something whatever room they are in. Lives
/// on the hub's loop; outlives the connections.
class Online {
public:
    /// A connection's place among its person's, given back when it goes. A guest has none.
    using Place = std::shared_ptr<void>;
    [[nodiscard]] Place enter(Member& member);

    /// To every connection of the person.
    void tell(UserId user, const SharedFrame& text) const;
    /// Signs every connection of the person out that is here by none of these sessions.
    void keepOnly(UserId user, const std::vector<SessionId>& sessions);
    [[nodiscard]] bool isHere(UserId user) const { return members_.contains(user); }

private:
    std::map<UserId, std::set<Member*>> members_;
};

}  // namespace footlight::relay::hub
