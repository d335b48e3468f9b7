#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/chat/message.h"

namespace footlight::relay {

/// What happened to a room's messages while somebody was away.
struct MissedMessages {
    std::vector<chat::Message> said;    ///< oldest first
    std::vector<chat::Message> edited;  ///< of those said before
    std::vector<MessageId> deleted;     ///< of those said before
    bool isWhole = true;                ///< false: there was more than asked for
};

/// What is looked for in a channel's chat.
struct MessageSearch {
    std::string text;                 ///< words, each of which begins a word of the message
    std::optional<UserId> of;         ///< said by them
    std::optional<MessageId> before;  ///< older than this one
    std::size_t limit = 50;
};

/// A line that speaks to somebody.
struct AddressedLine {
    chat::Message message;  ///< without the mentions of those who may not take part in its channel
    std::string channel;    ///< its name
};

/// Chat as it can be read from disk; what was cleared or hidden is read by between() alone. Every call
/// blocks: made on the hub's database worker.
class MessageStore {
public:
    virtual ~MessageStore() = default;
    /// The newest `limit` older than `before` (the newest of all without it), oldest first.
    virtual Result<std::vector<chat::Message>> latest(ChannelId channel, std::optional<MessageId> before,
                                                      std::size_t limit) = 0;
    /// Those said from `from` up to before `to`, behind `after` where there is one: the oldest `limit`,
    /// oldest first.
    virtual Result<std::vector<chat::Message>> between(ChannelId channel, UtcTime from, UtcTime to,
                                                       std::optional<MessageId> after, std::size_t limit) = 0;
    /// At most `limit` of each kind.
    virtual Result<MissedMessages> missed(ChannelId channel, MessageId after, std::size_t limit) = 0;
    /// How many were said between the two, `most` where they are more.
    virtual Result<std::int64_t> countBetween(ChannelId channel, MessageId after, MessageId before,
                                              std::int64_t most) = 0;
    /// How many of that user's there are, hidden or not.
    virtual Result<std::int64_t> countOf(ChannelId channel, UserId user) = 0;
    /// Those that answer or mention somebody, of the last `span` before the newest line of all and the newest
    /// `limit` lines; oldest first. Edited ones are left out.
    virtual Result<std::vector<AddressedLine>> addressedLately(std::chrono::milliseconds span,
                                                               std::size_t limit) = 0;
    /// The same of those behind `after`: the oldest `limit`.
    virtual Result<std::vector<AddressedLine>> addressedBehind(MessageId after, std::size_t limit) = 0;
    /// Nothing where there is none, or it is deleted, cleared or hidden.
    virtual Result<std::optional<chat::Message>> find(ChannelId channel, MessageId id) = 0;
    /// Oldest first, the newest `limit` of those found.
    virtual Result<std::vector<chat::Message>> search(ChannelId channel, const MessageSearch& search) = 0;
};

}  // namespace footlight::relay
