#include "core/chat/gone.h"

#include <algorithm>

namespace footlight::chat {

void Gone::note(Deletion deletion) {
    deletions_.push_back(deletion);
    if (deletions_.size() > kSize) {
        deletions_.pop_front();
    }
}

void Gone::add(MessageId message) { note({message, std::nullopt, {}}); }

void Gone::addOf(std::optional<UserId> user, MessageId last) { note({std::nullopt, user, last}); }

bool Gone::has(MessageId message, UserId saidBy) const {
    return std::ranges::any_of(deletions_, [message, saidBy](const Deletion& deletion) {
        return deletion.one ? *deletion.one == message
                            : message <= deletion.last && (!deletion.of || *deletion.of == saidBy);
    });
}

}  // namespace footlight::chat
