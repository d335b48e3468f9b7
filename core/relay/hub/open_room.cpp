#include "core/relay/hub/open_room.h"

#include "core/relay/hub/frame.h"

namespace footlight::relay::hub {

void OpenRoom::tell(const wire::ServerMessage& message, Priority priority) { feed.tell(message, priority); }

void OpenRoom::tell(UserId user, const wire::ServerMessage& message) const {
    const auto text = frame(message);
    for (auto* member : members) {
        if (member->account() && member->account()->id == user) {
            member->deliver(text, Priority::Normal);
        }
    }
}

}  // namespace footlight::relay::hub
