#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/clock.h"
#include "core/base/secret.h"
#include "core/wire/account.h"
#include "core/wire/audience.h"
#include "core/wire/chat.h"
#include "core/wire/friend.h"
#include "core/wire/notification.h"
#include "core/wire/stream_state.h"

// The live socket, ws://host:port/api/v1/socket: JSON texts, each with a `type`, the name of the structure in
// camelCase except where noted. README.md beside this file is the specification.
namespace footlight::wire {

// From the client.

/// Who says Hello: bots and edges are in no list of who is here, and never viewers.
enum class ClientKind : std::uint8_t { Viewer, Bot, Edge };

/// The first message, within 5 s. Without a token the client is a guest: it may join and read.
struct Hello {
    std::optional<Secret> token;
    std::optional<std::string> guest{};  ///< the same for all connections of one guest; chosen by the client
    std::optional<ClientKind> kind{};    ///< absent: a viewer
};

struct Join {
    std::string channel;
    bool watching = false;             ///< counts as a viewer; false for the studio's own chat
    std::optional<MessageId> after{};  ///< the last message that was seen: resume behind it
    /// The token in the address that a protected channel plays at: who shows it may read.
    std::optional<std::string> playback{};

    bool operator==(const Join&) const = default;
};

struct Leave {
    std::string channel;

    bool operator==(const Leave&) const = default;
};

/// Answered by Said once it is on disk, or by ErrorMessage, with the same nonce. A text that begins with `/`
/// is a command, answered by Done; one that begins with `//` says the rest.
struct Say {
    std::string channel;
    std::string text;
    std::string
        nonce;  ///< chosen by the client; saying the same nonce again within 2 minutes posts nothing new
    std::optional<MessageId> replyTo{};

    bool operator==(const Say&) const = default;
};

// What follows is answered by Done once it is on disk where it has a nonce, and by ErrorMessage where it
// fails.

/// By who said it.
struct Edit {
    std::string channel;
    MessageId id;
    std::string text;
    std::optional<std::string> nonce{};

    bool operator==(const Edit&) const = default;
};

/// One's own, or of people below oneself by moderators.
struct Delete {
    std::string channel;
    MessageId id;
    std::optional<std::string> nonce{};

    bool operator==(const Delete&) const = default;
};

/// By moderators.
struct PinMessage {
    std::string channel;
    MessageId id;
    std::optional<std::string> nonce{};

    bool operator==(const PinMessage&) const = default;
};

struct UnpinMessage {
    std::string channel;
    MessageId id;
    std::optional<std::string> nonce{};

    bool operator==(const UnpinMessage&) const = default;
};

struct Ping {
    UtcTime clientTime;

    bool operator==(const Ping&) const = default;
};

using ClientMessage = std::variant<Hello, Join, Leave, Say, Edit, Delete, PinMessage, UnpinMessage, React,
                                   Vote, RaiseHand, Ask, Upvote, CloseQuestion, Watch, Ping>;

// From the relay.

struct Welcome {
    std::optional<User> user;  ///< absent for a guest
    UtcTime serverTime;

    bool operator==(const Welcome&) const = default;
};

struct Joined {
    std::string channel;
    std::string title;
    bool live = false;
    std::int64_t viewers = 0;
    std::optional<UtcTime> startedAt;  ///< while live
    std::string playback;
    std::vector<ChatMessage> history;  ///< the last 50, newest last; where it is resumed, what was missed
    std::optional<Role> role{};        ///< of who joined; absent for a member
    Modes modes{};
    std::vector<Pin> pins{};                   ///< oldest pin first
    std::optional<Restriction> restriction{};  ///< of who joined
    std::optional<Poll> poll{};                ///< the newest, where it is open
    std::optional<std::int64_t> voted{};       ///< what who joined chose in it
    std::vector<User> hands{};
    std::vector<Question> questions{};  ///< those that wait for an answer
    std::vector<Emote> emotes{};        ///< the channel's own
    /// After a Join with `after`: true where `history`, `edited` and `deleted` are all that was missed; false
    /// where it was too much, and what the client has is to be forgotten.
    std::optional<bool> resumed{};
    std::vector<ChatMessage> edited{};  ///< messages before `after` as they read now
    std::vector<MessageId> deleted{};   ///< messages before `after` that are gone
    /// Where it is not resumed: how many were said behind `after` that are not in `history`, 10,000 where
    /// they are more; absent where there are none, or it is not known.
    std::optional<std::int64_t> missed{};

    bool operator==(const Joined&) const = default;
};

/// Why somebody is in a room no more who did not ask to leave it.
enum class LeftBecause : std::uint8_t {
    Closed,     ///< the channel is no more
    Protected,  ///< it is for those who have a link to it, or a role in it
};

struct Left {
    std::string channel;
    std::optional<LeftBecause> because{};  ///< absent after Leave

    bool operator==(const Left&) const = default;
};

struct Said {
    std::string nonce;
    MessageId id;

    bool operator==(const Said&) const = default;
};

/// What was asked for is on disk.
struct Done {
    std::string nonce;
    std::optional<std::string> text{};  ///< what a command has to say to who gave it; may have several lines

    bool operator==(const Done&) const = default;
};

/// A message reads differently from now on.
struct Edited {
    ChatMessage message;

    bool operator==(const Edited&) const = default;
};

struct Deleted {
    std::string channel;
    MessageId id;
    User by;

    bool operator==(const Deleted&) const = default;
};

/// Every message of one user, or without one every message, is deleted.
struct Cleared {
    std::string channel;
    std::optional<User> user{};
    User by;

    bool operator==(const Cleared&) const = default;
};

struct Pinned {
    std::string channel;
    Pin pin;

    bool operator==(const Pinned&) const = default;
};

struct Unpinned {
    std::string channel;
    MessageId id;

    bool operator==(const Unpinned&) const = default;
};

/// Who may speak has changed.
struct ModesChanged {
    std::string channel;
    Modes modes;

    bool operator==(const ModesChanged&) const = default;
};

/// Somebody is something else in the channel from now on.
struct RoleChanged {
    std::string channel;
    User user;
    Role role = Role::Member;

    bool operator==(const RoleChanged&) const = default;
};

/// To every connection of the one whom it concerns: what they may not do, or without `restriction` that they
/// may take part again.
struct Restricted {
    std::string channel;
    std::optional<Restriction> restriction{};

    bool operator==(const Restricted&) const = default;
};

/// At most twice a second for a channel.
struct Presence {
    std::string channel;
    std::int64_t viewers = 0;         ///< people and guests who watch, each once
    std::vector<Attendee> changed{};  ///< who came, or does something else
    std::vector<UserId> left{};
    std::optional<bool> partial{};  ///< true where more has changed than is told: ask for the list

    bool operator==(const Presence&) const = default;
};

struct Live {
    std::string channel;
    std::string title;
    UtcTime startedAt;
    std::string playback;

    bool operator==(const Live&) const = default;
};

struct Ended {
    std::string channel;

    bool operator==(const Ended&) const = default;
};

struct Titled {
    std::string channel;
    std::string title;

    bool operator==(const Titled&) const = default;
};

/// To the channel's owner alone, once a second while on air.
struct Health {
    std::string channel;
    UtcTime at;
    bool publishing = true;  ///< false while the publisher is lost and the grace period runs
    StreamHealth health;
    std::optional<InputStatus> input{};
    std::optional<RecordingStatus> recording{};
    std::vector<TargetStatus> targets{};  ///< those that were heard of

    bool operator==(const Health&) const = default;
};

struct Pong {
    UtcTime clientTime;
    UtcTime serverTime;

    bool operator==(const Pong&) const = default;
};

/// Type "error": what the client sent was not done.
struct ErrorMessage {
    std::string code;                  ///< for machines: "chat.too_fast"
    std::optional<std::string> field;  ///< the member at fault
    std::string message;               ///< for people
    std::optional<std::string> nonce;  ///< of what was refused

    bool operator==(const ErrorMessage&) const = default;
};

/// ChatMessage has the type "message", Notification "notification", ErrorMessage "error".
using ServerMessage =
    std::variant<Welcome, Joined, Left, ChatMessage, Said, Done, Edited, Deleted, Cleared, Pinned, Unpinned,
                 ModesChanged, RoleChanged, Restricted, Reactions, PollChanged, HandsChanged, QuestionAsked,
                 QuestionVotes, QuestionClosed, EmotesChanged, Presence, Live, Ended, Titled, Health,
                 Notification, FriendWatching, Pong, ErrorMessage>;

}  // namespace footlight::wire
