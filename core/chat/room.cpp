#include "core/chat/room.h"

#include <algorithm>
#include <utility>

#include "core/chat/text.h"

namespace footlight::chat {

Room::Room(ChannelId channel, std::vector<Message> history)
    : channel_(channel),
      history_(std::make_move_iterator(history.begin()), std::make_move_iterator(history.end())) {
    while (history_.size() > kHistory) {
        history_.pop_front();
    }
    if (!history_.empty()) {
        lastIdTime_ = history_.back().at;
    }
}

/// Later than every id before it, also within one millisecond and when the clock was set back: messages are
/// stored and read in the order of their ids.
MessageId Room::nextId(UtcTime utc) {
    lastIdTime_ = std::max(lastIdTime_, utc);
    auto id = MessageId::make(lastIdTime_);
    if (!history_.empty() && id <= history_.back().id) {
        lastIdTime_ += std::chrono::milliseconds{1};
        id = MessageId::make(lastIdTime_);
    }
    return id;
}

Result<Speaker*> Room::speaker(UserId user, SteadyTime now) {
    const auto known = speakers_.find(user);
    if (known != speakers_.end()) {
        return &known->second;
    }
    if (speakers_.size() >= kSpeakers) {
        std::erase_if(speakers_, [now](const auto& entry) { return entry.second.isIdle(now); });
    }
    if (speakers_.size() >= kSpeakers) {
        return fail(ErrorCategory::Denied, "chat.too_fast",
                    "Too many people speak at once; try again in a minute.");
    }
    return &speakers_[user];
}

Result<Outcome> Room::say(Utterance utterance, UtcTime utc, SteadyTime now) {
    if (const auto good = checkText(utterance.text); !good) {
        return fail(good.error());
    }
    const auto speaking = speaker(utterance.user, now);
    if (!speaking) {
        return fail(speaking.error());
    }
    Message message{{}, channel_, utterance.user, std::move(utterance.userName), std::move(utterance.text),
                    utc};
    if (const auto before = (*speaking)->find(utterance.nonce, now)) {
        message.id = *before;
        return Outcome{std::move(message), false};
    }
    if (const auto admitted = (*speaking)->admit(message.text, now); !admitted) {
        return fail(admitted.error());
    }
    message.id = nextId(utc);
    (*speaking)->posted(std::move(utterance.nonce), message.id, now);
    history_.push_back(message);
    if (history_.size() > kHistory) {
        history_.pop_front();
    }
    return Outcome{std::move(message), true};
}

void Room::forget(UserId user, std::string_view nonce, MessageId message) {
    std::erase_if(history_, [message](const Message& said) { return said.id == message; });
    const auto known = speakers_.find(user);
    if (known != speakers_.end()) {
        known->second.forget(nonce);
    }
}

}  // namespace footlight::chat
