#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "core/chat/message.h"

namespace footlight::chat {

/// The last 50 messages of a room, oldest first.
class History {
public:
    static constexpr std::size_t kSize = 50;

    /// `messages` is what was said before, oldest first.
    explicit History(std::vector<Message> messages);

    void add(Message message);
    [[nodiscard]] const Message* find(MessageId id) const;
    /// The newest of this user.
    [[nodiscard]] const Message* newestOf(UserId user) const;
    /// Those behind `id`, where it is known that none is missing: `id` is one of them, or older ones than the
    /// first do not exist.
    [[nodiscard]] std::optional<std::vector<Message>> after(MessageId id) const;
    /// What was edited; nothing happens where it is not here.
    void replace(const Message& message);
    /// Takes it out, and its text out of those that answer it.
    void remove(MessageId id);
    /// Takes out all of one user, or everything.
    void removeOf(std::optional<UserId> user);
    /// Takes out all of one user, who goes by `name` where others have answered or named them.
    void erase(UserId user, const std::string& name);
    [[nodiscard]] const std::deque<Message>& messages() const { return messages_; }
    /// How many have gone because newer ones came.
    [[nodiscard]] std::int64_t outgrown() const { return outgrown_; }

private:
    std::deque<Message> messages_;
    bool isWhole_;  ///< nothing was said before the first
    std::int64_t outgrown_ = 0;
};

}  // namespace footlight::chat
