#include "core/chat/pins.h"

#include <algorithm>

namespace footlight::chat {

Result<> Pins::add(Pin pin) {
    const auto isSame = [&pin](const Pin& other) { return other.message.id == pin.message.id; };
    if (std::ranges::any_of(pins_, isSame)) {
        return fail(ErrorCategory::Conflict, "chat.pinned", "That message is pinned already.");
    }
    if (pins_.size() >= kMost) {
        return fail(ErrorCategory::Conflict, "chat.too_many_pins",
                    "At most 5 messages are pinned. Unpin one of them first.");
    }
    pins_.push_back(std::move(pin));
    return {};
}

Result<> Pins::remove(MessageId message) {
    if (!forget(message)) {
        return fail(ErrorCategory::NotFound, "chat.not_pinned", "That message is not pinned.");
    }
    return {};
}

bool Pins::forget(MessageId message) {
    return std::erase_if(pins_, [message](const Pin& pin) { return pin.message.id == message; }) != 0;
}

void Pins::forgetOf(std::optional<UserId> user) {
    std::erase_if(pins_, [user](const Pin& pin) { return !user || pin.message.user == *user; });
}

void Pins::erase(UserId user, const std::string& name) {
    forgetOf(user);
    for (auto& pin : pins_) {
        pin.by.name = pin.by.user == user ? name : pin.by.name;
    }
}

void Pins::replace(const Message& message) {
    for (auto& pin : pins_) {
        if (pin.message.id == message.id) {
            pin.message = message;
        }
    }
}

}  // namespace footlight::chat
