#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/chat/message.h"

namespace footlight::chat {

/// A message that a moderator keeps in sight.
struct Pin {
    Message message;
    Person by;
    UtcTime at;

    bool operator==(const Pin&) const = default;
};

/// The pinned messages of a room, oldest pin first.
class Pins {
public:
    static constexpr std::size_t kMost = 5;

    explicit Pins(std::vector<Pin> pins = {}) : pins_(std::move(pins)) {}

    /// Conflict where it is pinned already (`chat.pinned`) or five are (`chat.too_many_pins`).
    Result<> add(Pin pin);
    /// NotFound (`chat.not_pinned`).
    Result<> remove(MessageId message);
    /// Takes out what stands in a deleted message; whether there was anything.
    bool forget(MessageId message);
    void forgetOf(std::optional<UserId> user);
    void replace(const Message& message);
    /// Takes out what one user has said; what they have pinned was pinned by `name`.
    void erase(UserId user, const std::string& name);
    [[nodiscard]] const std::vector<Pin>& all() const { return pins_; }

private:
    std::vector<Pin> pins_;
};

}  // namespace footlight::chat
