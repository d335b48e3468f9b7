#pragma once

#include <deque>
#include <optional>
#include <vector>

#include "core/chat/message.h"

namespace footlight::chat {

/// What happened while somebody was away.
struct Missed {
    std::vector<Message> said;       ///< oldest first
    std::vector<Message> edited;     ///< of those said before
    std::vector<MessageId> deleted;  ///< of those said before
};

/// The latest edits and deletions of a room, for those who come back.
class ChangeLog {
public:
    static constexpr std::size_t kSize = 200;

    void edited(const Message& message);
    void deleted(MessageId id, UtcTime at);
    /// So much was deleted that nobody is told one by one.
    void cleared(UtcTime at);

    /// Adds what happened to messages up to `after` since it was said; false where all that is older than
    /// `after` has to be read anew.
    bool addSince(MessageId after, Missed& missed) const;
    /// Whether it knows everything that happened since.
    [[nodiscard]] bool reachesBackTo(UtcTime at) const { return at > from_; }
    /// What happened before is not known.
    void beginAt(UtcTime at) { from_ = at; }

private:
    struct Change {
        MessageId id;
        UtcTime at;
        std::optional<Message> reads;  ///< absent: deleted
    };
    void note(Change change);

    UtcTime from_{};
    UtcTime clearedAt_{};
    std::deque<Change> changes_;
};

}  // namespace footlight::chat
