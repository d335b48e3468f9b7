#include "core/chat/change_log.h"

#include <algorithm>

namespace footlight::chat {

void ChangeLog::note(Change change) {
    std::erase_if(changes_, [&change](const Change& other) { return other.id == change.id; });
    changes_.push_back(std::move(change));
    if (changes_.size() > kSize) {
        from_ = std::max(from_, changes_.front().at);
        changes_.pop_front();
    }
}

void ChangeLog::edited(const Message& message) {
    note({message.id, message.editedAt.value_or(message.at), message});
}

void ChangeLog::deleted(MessageId id, UtcTime at) { note({id, at, std::nullopt}); }

void ChangeLog::cleared(UtcTime at) { clearedAt_ = at; }

bool ChangeLog::addSince(MessageId after, Missed& missed) const {
    const auto since = after.time();
    if (since <= clearedAt_) {
        return false;
    }
    for (const auto& change : changes_) {
        if (change.id > after || change.at < since) {
            continue;
        }
        std::erase_if(missed.edited, [&change](const Message& message) { return message.id == change.id; });
        if (change.reads) {
            missed.edited.push_back(*change.reads);
        } else if (std::ranges::find(missed.deleted, change.id) == missed.deleted.end()) {
            missed.deleted.push_back(change.id);
        }
    }
    return true;
}

}  // namespace footlight::chat
