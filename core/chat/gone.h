#pragma once

#include <deque>
#include <optional>

#include "core/base/id.h"
#include "core/chat/message.h"

namespace footlight::chat {

/// The latest deletions of a room: what is deleted is for a moment still to be read on the disk, and is not
/// to come back from there. Owned by its room.
class Gone {
public:
    static constexpr std::size_t kSize = 500;

    void add(MessageId message);
    /// Everything of one user, or of everybody, up to and with `last`.
    void addOf(std::optional<UserId> user, MessageId last);
    [[nodiscard]] bool has(MessageId message, UserId saidBy) const;

private:
    struct Deletion {
        std::optional<MessageId> one;  ///< absent: up to `last`
        std::optional<UserId> of;
        MessageId last;
    };
    void note(Deletion deletion);

    std::deque<Deletion> deletions_;
};

}  // namespace footlight::chat
