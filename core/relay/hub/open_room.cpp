#include "core/relay/hub/open_room.h"

#include "core/relay/hub/chat_wire.h"
#include "core/relay/hub/frame.h"
#include "core/wire/json.h"

namespace footlight::relay::hub {

const std::string& OpenRoom::historyJson() {
    if (historyJson_.empty()) {
        std::vector<wire::ChatMessage> history;
        for (const auto& message : chat.history().messages()) {
            history.push_back(toWire(message, channel.name));
        }
        historyJson_ = wire::toJson(history);
    }
    return historyJson_;
}

void OpenRoom::tell(const wire::ServerMessage& message, Priority priority) {
    // Whatever changes the history is told to all.
    if (priority == Priority::Normal) {
        historyJson_.clear();
    }
    if (priority != Priority::Reaction) {
        joinedTexts.clear();
    }
    feed.tell(message, priority);
}

void OpenRoom::tell(UserId user, const wire::ServerMessage& message) const {
    const auto text = frame(message);
    for (auto* member : members) {
        if (member->account() && member->account()->id == user) {
            member->deliver(text, Priority::Normal);
        }
    }
}

}  // namespace footlight::relay::hub
