#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/chat/message.h"
#include "core/chat/modes.h"
#include "core/chat/poll.h"
#include "core/chat/questions.h"
#include "core/chat/roster.h"

namespace footlight::relay {

// What happens in a room and is kept. Written in the order in which it happened.

struct MessageSaid {
    // NOLINTNEXTLINE(google-explicit-constructor): a message is said.
    MessageSaid(chat::Message said, std::string by = {}) : message(std::move(said)), nonce(std::move(by)) {}

    chat::Message message;
    std::string nonce;  ///< its sender's
};
/// A message as it reads from now on.
struct MessageEdited {
    chat::Message message;
};
/// Its text is gone from the disk as well.
struct MessageDeleted {
    MessageId id;
    UserId by;
    UtcTime at;
};
/// The newest of one user, up to and with `last`, kPiece at most: their text is gone from the disk as well.
/// Or everything of everybody: then it is out of the chat, and recordings still replay it.
struct MessagesCleared {
    static constexpr std::int64_t kPiece = 500;

    ChannelId channel;
    std::optional<UserId> of;
    MessageId last;
    UserId by;
    UtcTime at;
};
/// What one user has said, from `first` to `last`, is out of the chat; recordings still replay it.
struct MessagesHidden {
    ChannelId channel;
    UserId of;
    MessageId first;
    MessageId last;
    UtcTime at;
};
struct RoleGiven {
    ChannelId channel;
    UserId user;
    chat::Role role = chat::Role::Member;
    UserId by;
    UtcTime at;
};
struct RestrictionSet {
    ChannelId channel;
    chat::Restriction restriction;
    UserId by;
    UtcTime at;
};
struct RestrictionLifted {
    ChannelId channel;
    UserId user;
};
struct ModesSet {
    ChannelId channel;
    chat::Modes modes;
};
struct MessagePinned {
    ChannelId channel;
    MessageId id;
    UserId by;
    UtcTime at;
};
struct MessageUnpinned {
    MessageId id;
};

struct PollStarted {
    ChannelId channel;
    chat::Poll poll;
};
struct VoteCast {
    PollId poll;
    UserId user;
    std::size_t option = 0;
    UtcTime at;
};
struct PollClosed {
    PollId poll;
    UtcTime at;
};
struct QuestionPut {
    ChannelId channel;
    chat::Question question;
};
struct QuestionVoted {
    QuestionId question;
    UserId user;
};
struct QuestionAnswered {
    QuestionId question;
    UtcTime at;
};

/// The account is deleted, and with it what it had on its way to the disk, which is no older than `since`.
struct PersonErased {
    UserId user;
    MessageId since;
};

using ChatChange =
    std::variant<MessageSaid, MessageEdited, MessageDeleted, MessagesCleared, MessagesHidden, RoleGiven,
                 RestrictionSet, RestrictionLifted, ModesSet, MessagePinned, MessageUnpinned, PollStarted,
                 VoteCast, PollClosed, QuestionPut, QuestionVoted, QuestionAnswered, PersonErased>;

}  // namespace footlight::relay
