#include "core/chat/history.h"

#include <algorithm>
#include <iterator>

namespace footlight::chat {

History::History(std::vector<Message> messages)
    : messages_(std::make_move_iterator(messages.begin()), std::make_move_iterator(messages.end())),
      isWhole_(messages_.size() < kSize) {
    while (messages_.size() > kSize) {
        messages_.pop_front();
    }
}

void History::add(Message message) {
    messages_.push_back(std::move(message));
    if (messages_.size() > kSize) {
        messages_.pop_front();
        isWhole_ = false;
        ++outgrown_;
    }
}

const Message* History::find(MessageId id) const {
    const auto found = std::ranges::find(messages_, id, &Message::id);
    return found == messages_.end() ? nullptr : &*found;
}

const Message* History::newestOf(UserId user) const {
    const auto found = std::find_if(messages_.rbegin(), messages_.rend(),
                                    [user](const Message& message) { return message.user == user; });
    return found == messages_.rend() ? nullptr : &*found;
}

std::optional<std::vector<Message>> History::after(MessageId id) const {
    const auto first = std::ranges::upper_bound(messages_, id, {}, &Message::id);
    if (first == messages_.begin() && !isWhole_) {
        return std::nullopt;
    }
    return std::vector<Message>(first, messages_.end());
}

void History::replace(const Message& message) {
    const auto found = std::ranges::find(messages_, message.id, &Message::id);
    if (found != messages_.end()) {
        *found = message;
    }
}

void History::remove(MessageId id) {
    std::erase_if(messages_, [id](const Message& message) { return message.id == id; });
    for (auto& message : messages_) {
        if (message.replyTo && message.replyTo->id == id) {
            message.replyTo->text.clear();
        }
    }
}

void History::removeOf(std::optional<UserId> user) {
    std::erase_if(messages_, [user](const Message& message) { return !user || message.user == *user; });
    for (auto& message : messages_) {
        if (message.replyTo && (!user || message.replyTo->person.user == *user)) {
            message.replyTo->text.clear();
        }
    }
}

void History::erase(UserId user, const std::string& name) {
    removeOf(user);
    for (auto& message : messages_) {
        if (message.replyTo && message.replyTo->person.user == user) {
            message.replyTo->person.name = name;
        }
        for (auto& person : message.mentions) {
            person.name = person.user == user ? name : person.name;
        }
    }
}

}  // namespace footlight::chat
